// Takes the lock of a directory when its parent says so, and holds it. Tells its parent how it went.
//   lock-taker DIRECTORY            on each message: one try
//   lock-taker DIRECTORY COUNT      takes and gives back that many times, and checks that it was alone each time
import { lockDirectory } from '#libs/database';
import { StoreLocked } from '#libs/errors';
import { mkdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

const [directory = '', count] = process.argv.slice(2);

if (count === undefined) {
  process.on('message', () => console.log(tryOnce()));
  console.log('ready');
} else {
  for (let taken = 0; taken < Number(count);) taken += takeAndGiveBack() ? 1 : 0;
  console.log('done');
  process.disconnect();
}

function tryOnce(): string {
  try {
    lockDirectory(directory);
    return 'locked';
  } catch (error) {
    return error instanceof StoreLocked ? `refused ${String(error.facts['pid'])}` : `failed ${String(error)}`;
  }
}

function takeAndGiveBack(): boolean {
  try {
    const lock = lockDirectory(directory);
    // Fails when another process is inside.
    mkdirSync(join(directory, 'inside'));
    rmdirSync(join(directory, 'inside'));
    lock.release();
    return true;
  } catch (error) {
    if (error instanceof StoreLocked) return false;
    throw error;
  }
}

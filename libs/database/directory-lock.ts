import { StoreLocked, StoreLockedElsewhere } from '#libs/errors';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isRunning, ownIdentity, type ProcessIdentity } from './process-identity.js';

/** The right to be the only one who opens a directory. */
export interface DirectoryLock {
  readonly file: string;
  /** Gives the directory free. Calling it twice does nothing. */
  release(): void;
}

interface LockRecord extends ProcessIdentity {
  readonly since: string;
  readonly isReleased: boolean;
}

const NAME = /^store\.lock\.(\d{1,12})$/;

/**
 * Takes the exclusive lock of a directory; the process gives it back by `release()` or by exiting, and a killed process leaves a stale
 * lock that the next taker replaces.
 *
 * A lock is a file `store.lock.<n>`, and the highest n counts. A taker creates n + 1 as a hard link to a complete file, which succeeds
 * for exactly one of those who found n free. The highest number never disappears (a release rewrites the file), so that a taker who was
 * slow sees that others have moved on. Removing a stale file and creating it again would let two takers win.
 *
 * @throws StoreLocked when a living process of this host holds it
 * @throws StoreLockedElsewhere when another host holds it, or the file cannot be read: whether that holder lives cannot be seen
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true });
  const record: LockRecord = { ...ownIdentity(), since: new Date().toISOString(), isReleased: false };
  const draft = writeDraft(directory, record);
  try {
    for (;;) {
      const file = tryTake(directory, draft);
      if (file) return heldLock(directory, file, record);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryTake(directory: string, draft: string): string | undefined {
  const last = highest(directory);
  if (last > 0 && !isFree(directory, last)) return undefined;
  const own = last + 1;
  if (!linkIfAbsent(draft, lockFile(directory, own))) return undefined;
  const isBaseGone = last > 0 && !existsSync(lockFile(directory, last));
  if (isBaseGone || highest(directory) !== own) {
    rmSync(lockFile(directory, own), { force: true });
    return undefined;
  }
  // Lowest first: whoever still finds a number knows that no later one was removed.
  for (const old of generations(directory).filter((n) => n < own)) rmSync(lockFile(directory, old), { force: true });
  return lockFile(directory, own);
}

/** False when the file vanished meanwhile; throws when the lock is held. */
function isFree(directory: string, generation: number): boolean {
  const file = lockFile(directory, generation);
  const text = readIfPresent(file);
  if (text === undefined) return false;
  const record = parseRecord(text);
  if (!record) throw new StoreLockedElsewhere(null, file);
  if (record.isReleased) return true;
  if (record.host !== hostname()) throw new StoreLockedElsewhere(record, file);
  if (isRunning(record)) throw new StoreLocked(record, file);
  return true;
}

function heldLock(directory: string, file: string, record: LockRecord): DirectoryLock {
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    process.off('exit', release);
    try {
      renameSync(writeDraft(directory, { ...record, isReleased: true }), file);
    } catch {
      // The directory is gone or read-only. The lock is stale as soon as this process has ended.
    }
  };
  process.once('exit', release);
  return { file, release };
}

function writeDraft(directory: string, record: LockRecord): string {
  const draft = join(directory, `.lock-${randomUUID()}`);
  const handle = openSync(draft, 'wx', 0o644);
  try {
    writeSync(handle, `${JSON.stringify(record)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseRecord(text: string): LockRecord | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockRecord>;
    const isWhole = typeof value.pid === 'number' && typeof value.host === 'string' && typeof value.since === 'string';
    return isWhole ? (value as LockRecord) : undefined;
  } catch {
    return undefined;
  }
}

function generations(directory: string): readonly number[] {
  const numbers = readdirSync(directory).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
  return numbers.filter((n) => n > 0).sort((a, b) => a - b);
}

function highest(directory: string): number {
  return generations(directory).at(-1) ?? 0;
}

function lockFile(directory: string, generation: number): string {
  return join(directory, `store.lock.${generation}`);
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

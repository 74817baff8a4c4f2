import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { goodModels, mainFile } from './start-server.js';

let home: string;
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'tessera-home-'))));
afterEach(() => rm(home, { recursive: true, force: true }));

// Official builds of ONNX Runtime report models, devices and run times to their maker, and keep an identifier of the machine in the home
// folder. Both are on unless the environment says otherwise.
it('loads models without the reports that ONNX Runtime sends', async () => {
  const server = spawn(process.execPath, [mainFile, '--models', goodModels, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // No more than this: the library is silent by itself where `CI` is set.
    env: { HOME: home, TMPDIR: home },
  });
  try {
    const [line] = await once(server.stdout, 'data');
    const url = /http:\/\/\S+/.exec(String(line))?.[0];
    await expect.poll(async () => (await fetch(`${url}/v2/health/ready`)).status, { timeout: 10_000 }).toBe(200);
    // The library opens its store in the background.
    await wait(500);
    expect(await readdir(home, { recursive: true })).toEqual([]);
  } finally {
    server.kill('SIGKILL');
    await once(server, 'exit');
  }
});

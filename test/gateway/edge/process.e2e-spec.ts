import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { request } from 'undici';
import { packageRoot } from '#gateway/config';

const main = join(packageRoot(), 'dist/apps/gateway/src/main.js');
const folder = mkdtempSync(join(tmpdir(), 'tessera-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Started {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
}

function start(environment: Record<string, string>): Started {
  const child = fork(main, {
    env: { PATH: process.env['PATH'], TESSERA_DATA_DIR: join(folder, 'data'), ...environment },
    silent: true,
  });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += chunk));
  child.stderr?.on('data', (chunk) => (output.stderr += chunk));
  return { child, output };
}

async function exitOf({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

it('is built', () => expect(existsSync(main)).toBe(true));

describe('the process', () => {
  it('says where it listens on stdout and to its parent, and ends with 0 on SIGTERM', async () => {
    const started = start({ TESSERA_PORT: '0' });
    const [message] = await once(started.child, 'message');
    expect(message).toEqual({ kind: 'listening', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/) });
    const { body } = await request(message.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { id } }"}',
    });
    expect(await body.json()).toEqual({ data: { viewer: { id: 'local' } } });
    started.child.kill('SIGTERM');
    expect(await exitOf(started)).toBe(0);
    expect(started.output.stdout).toBe(
      `tessera gateway listening on ${message.url}\nno API keys are configured: whoever uses this machine is the administrator\n`,
    );
    const lines = started.output.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ msg: 'configuration', limits: { tokens: 1_000, depth: 10 } });
  });
});

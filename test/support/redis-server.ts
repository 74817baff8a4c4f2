import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { reasonToSkip } from './skip-without.js';

/** A Redis server that belongs to one test file: loopback only, and it keeps nothing. */
export interface RedisServer {
  readonly port: number;
  /** Such as `redis://127.0.0.1:6379`; settings that make it another are the caller's. */
  readonly url: string;
  /** SIGSTOP: connections stay open and nothing answers. */
  pause(): void;
  resume(): void;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it anew on the same port, empty. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const START_MS = 20_000;

/** Why tests that need Redis cannot run here, or undefined. @throws Error in CI, when there is no `redis-server` */
export function reasonToSkipRedis(): Promise<string | undefined> {
  return reasonToSkip('redis-server', async () => {
    const child = spawn('redis-server', ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
  });
}

/** @param settings further settings of `redis.conf`, as arguments */
export async function startRedis(...settings: readonly string[]): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'tessera-redis-'));
  const port = await freePort();
  const start = (): Promise<ChildProcess> => launch(folder, port, settings);
  let child = await start();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    kill,
    restart: async () => {
      await kill();
      child = await start();
    },
    stop: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number, settings: readonly string[]): Promise<ChildProcess> {
  const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const child = spawn('redis-server', [...own, ...settings], { stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      if (text.includes('Ready to accept connections')) resolve();
    });
  });
  const fell = once(child, 'exit').then(() => Promise.reject(new Error(`Redis did not start: ${text.slice(-500)}`)));
  const late = once(AbortSignal.timeout(START_MS), 'abort').then(() =>
    Promise.reject(new Error('Redis took too long')),
  );
  fell.catch(() => undefined);
  late.catch(() => undefined);
  await Promise.race([ready, fell, late]);
  return child;
}

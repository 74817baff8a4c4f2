import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { freePort } from '#test/free-port';
import { reasonToSkipRedis, startRedis, type RedisServer } from '#test/redis-server';
import { reasonToSkip } from '#test/skip-without';

const run = promisify(execFile);
const skip = (await reasonToSkipRedis()) ?? (await reasonToSkip('openssl', () => run('openssl', ['version'])));

// In a process of its own, because Node reads NODE_EXTRA_CA_CERTS at its start, and because an error of a socket that nobody hears ends a
// process: it closes while the refused handshake is still being answered. Prints what became of the connection.
const CONNECT = `
  import { SharedState } from '#gateway/shared-state';
  import { Log } from '#gateway/logging';
  const log = new Log('info', { write: (line) => { console.log(line.trim()); state.close(); } });
  const state = SharedState.open({ redisUrl: process.argv[1], redisPrefix: 'test' }, log);
  setTimeout(() => {}, 20_000).unref();
`;

let folder = '';
let port = 0;
let redis: RedisServer | undefined;

async function connect(url: string, environment: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const args = ['--input-type=module', '-e', CONNECT, url];
  const { stdout } = await run(process.execPath, args, { cwd: projectRoot, env: environment, timeout: 30_000 });
  return JSON.parse(stdout.split('\n')[0] ?? '');
}

describe.skipIf(skip !== undefined)('Redis by TLS', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-tls-'));
    const [certificate, key] = [join(folder, 'redis.crt'), join(folder, 'redis.key')];
    const subject = ['-subj', '/CN=redis', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const made = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', certificate, ...subject];
    await run('openssl', ['req', '-x509', ...made]);
    port = await freePort();
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-auth-clients', 'no'];
    redis = await startRedis('--tls-port', String(port), ...files);
  });

  afterAll(async () => {
    await redis?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is used when its certificate is one of an authority that is trusted', async () => {
    const trust = { NODE_EXTRA_CA_CERTS: join(folder, 'redis.crt') };
    expect(await connect(`rediss://127.0.0.1:${port}/0`, trust)).toMatchObject({
      level: 30,
      msg: expect.stringContaining('Redis connected'),
    });
  });

  it('is not when nobody vouches for it, or for another name', async () => {
    expect(await connect(`rediss://127.0.0.1:${port}/0`)).toMatchObject({
      msg: expect.stringContaining('Redis is away'),
      reason: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const trust = { NODE_EXTRA_CA_CERTS: join(folder, 'redis.crt') };
    expect(await connect(`rediss://localhost:${port}/0`, trust)).toMatchObject({
      msg: expect.stringContaining('Redis is away'),
      reason: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});

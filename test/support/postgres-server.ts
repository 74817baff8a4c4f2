import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, chmod, readFile, rm } from 'node:fs/promises';
import { openSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';
import { copyPostgres, installedPostgres, serverRoot } from './postgres-install.js';

/** A PostgreSQL server that belongs to this test run. */
export interface PostgresServer {
  /** Superuser `postgres`, no password, loopback only. */
  readonly url: string;
  /** Stops the server at once and starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 20_000;
// A shell holds the server. It stops it when a word comes, or when its input closes because the test run has ended without a word,
// however it ended; then it also removes the server's folder ($0).
const KEEPER =
  '"$@" </dev/null & pid=$!; read word; kill -INT $pid 2>/dev/null; wait $pid; [ "$word" = keep ] || { cd /; rm -rf "$0"; }';

const run = promisify(execFile);

/** @param withoutVector takes pgvector out of the installation, to see what a gateway says of such a server */
export async function startPostgres(options: { readonly withoutVector?: boolean } = {}): Promise<PostgresServer> {
  const installed = await installedPostgres();
  const base = await mkdtemp(join(tmpdir(), 'tessera-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const home = isRoot || options.withoutVector ? await copyPostgres(installed, join(base, 'server')) : installed;
  const root = serverRoot(home);
  if (options.withoutVector) await rm(await vectorControl(root));
  // PostgreSQL refuses to run as root.
  const account = isRoot ? await nobody() : undefined;
  await chmod(base, 0o755);
  if (account) await run('chown', ['-R', `${account.uid}:${account.gid}`, base]);

  const data = join(base, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  await run(join(root, 'bin/initdb'), initdb, { ...account, cwd: base, timeout: START_MS });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const start = (): Promise<ChildProcess> => startServer(root, data, port, url, { ...account, cwd: base });

  let server = await start();
  return {
    url,
    restart: async () => {
      await stopServer(server);
      server = await start();
    },
    stop: async () => {
      await stopServer(server);
      await rm(base, { recursive: true, force: true });
    },
  };
}

async function startServer(
  root: string,
  data: string,
  port: number,
  url: string,
  spawnOptions: { readonly cwd: string; readonly uid?: number; readonly gid?: number },
): Promise<ChildProcess> {
  const log = `${spawnOptions.cwd}/server.log`;
  const output = openSync(log, 'a', 0o644);
  const command = [join(root, 'bin/postgres'), '-D', data, '-p', String(port)];
  const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const child = spawn('sh', ['-c', KEEPER, spawnOptions.cwd, ...command, ...settings], {
    ...spawnOptions,
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  // An open pipe to the keeper must not keep a finished test run alive.
  child.unref();
  try {
    await untilReady(url, child);
  } catch (error) {
    await stopServer(child);
    throw new Error(`PostgreSQL did not start: ${(await readFile(log, 'utf8')).slice(-600)}`, { cause: error });
  }
  return child;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline || child.exitCode !== null) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) });
  child.ref();
  child.stdin?.end('keep\n');
  await ended;
}

async function vectorControl(root: string): Promise<string> {
  const { stdout } = await run('find', [root, '-name', 'vector.control']);
  return stdout.trim();
}

async function nobody(): Promise<{ readonly uid: number; readonly gid: number }> {
  const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'nobody'])));
  const [uid = 65534, gid = 65534] = ids.map(({ stdout }) => Number(stdout));
  return { uid, gid };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { KEEPER } from './keeper.js';
import { pythonWith } from './python-install.js';

/** Two generations of servers that sites run: 3 keeps models apart from runs, 2 keeps them in a run's artifacts. */
export type MlflowMajor = '2' | '3';

/** The releases that the tests use, `<major>.<minor>.<patch>`. */
export const MLFLOW_VERSIONS: Readonly<Record<MlflowMajor, string>> = { '2': '2.22.5', '3': '3.17.2' };

// What a release allows itself and does not run with.
const BESIDE: Readonly<Record<MlflowMajor, readonly string[]>> = { '2': ['sqlalchemy<2.1'], '3': [] };

export interface MlflowOptions {
  readonly version: MlflowMajor;
  /** A free one by default. */
  readonly port?: number;
  /** Turns on MLflow's own login, with this password (12 characters or more) for the user `admin`. */
  readonly basicAuth?: { readonly password: string };
}

/** A real MLflow tracking server and registry: SQLite, artifacts served by the server, loopback only. */
export interface MlflowServer {
  readonly url: string;
  /** Ends the server and keeps its data: what a client sees of a server that is down. */
  halt(): Promise<void>;
  /** Starts it again after `halt`, on the same port and data. */
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

const START_MS = 120_000;
const STOP_MS = 30_000;

/** The interpreter of an environment that holds the server, made on the first call: about 850 MB and a minute. */
export async function installedMlflow(version: MlflowMajor): Promise<string> {
  const requirements = [`mlflow[auth]==${MLFLOW_VERSIONS[version]}`, ...BESIDE[version]];
  return pythonWith(`mlflow-${MLFLOW_VERSIONS[version]}`, requirements.join('\n'));
}

/** @throws Error when it cannot be installed, or does not answer in two minutes; with the end of its log */
export async function startMlflow(options: MlflowOptions): Promise<MlflowServer> {
  const python = await installedMlflow(options.version);
  const base = await mkdtemp(join(tmpdir(), 'tessera-mlflow-'));
  await mkdir(join(base, 'artifacts'));
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  if (options.basicAuth) await writeFile(join(base, 'auth.ini'), loginSettings(base, options.basicAuth.password));
  const command = [python, ...serverArguments(base, port, options.basicAuth !== undefined)];
  const start = (): Promise<ChildProcess> => startServer(python, base, command, url);

  const remove = (): Promise<void> => rm(base, { recursive: true, force: true });

  let server = await start().catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return {
    url,
    halt: () => stopServer(server),
    resume: async () => {
      server = await start();
    },
    stop: async () => {
      await stopServer(server);
      await remove();
    },
  };
}

function serverArguments(base: string, port: number, hasLogin: boolean): readonly string[] {
  return [
    ...['-m', 'mlflow', 'server', '--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
    ...(hasLogin ? ['--app-name', 'basic-auth'] : []),
    ...['--backend-store-uri', `sqlite:///${base}/mlflow.db`],
    ...['--artifacts-destination', `${base}/artifacts`, '--serve-artifacts'],
  ];
}

function loginSettings(base: string, password: string): string {
  return [
    '[mlflow]',
    'default_permission = READ',
    `database_uri = sqlite:///${base}/auth.db`,
    'admin_username = admin',
    `admin_password = ${password}`,
    'authorization_function = mlflow.server.auth:authenticate_request_basic_auth',
    '',
  ].join('\n');
}

async function startServer(
  python: string,
  base: string,
  command: readonly string[],
  url: string,
): Promise<ChildProcess> {
  const log = join(base, 'server.log');
  const output = openSync(log, 'a', 0o644);
  const child = spawn(python, ['-c', KEEPER, base, ...command], {
    cwd: base,
    env: serverEnvironment(base, command.includes('basic-auth')),
    stdio: ['pipe', output, output],
  });
  closeSync(output);
  // An open pipe to the keeper must not keep a finished test run alive.
  child.unref();
  try {
    await untilHealthy(url, child);
    return child;
  } catch (error) {
    const said = (await readFile(log, 'utf8').catch(() => '')).slice(-1500);
    await stopServer(child);
    throw new Error(`MLflow did not start: ${said}`, { cause: error });
  }
}

/** Nothing of the developer's own MLflow settings, and no word to anybody outside. */
function serverEnvironment(base: string, hasLogin: boolean): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: base,
    MLFLOW_DISABLE_TELEMETRY: 'true',
    DO_NOT_TRACK: 'true',
    // Without this, MLflow 3 starts about ten queue workers that a registry does not need.
    MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false',
    // Only where there is a login: MLflow reads the file that is named here in other places too.
    ...(hasLogin && { MLFLOW_AUTH_CONFIG_PATH: join(base, 'auth.ini') }),
    MLFLOW_FLASK_SERVER_SECRET_KEY: 'of a test server',
    GIT_PYTHON_REFRESH: 'quiet',
  };
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok === true) return;
    if (child.exitCode !== null) throw new Error('the server ended before it answered');
    if (Date.now() > deadline) throw new Error(`no answer from ${url} in ${START_MS} ms`);
    await sleep(100);
  }
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) });
  child.ref();
  child.stdin?.end('keep\n');
  await ended;
}

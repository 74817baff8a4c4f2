import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TesseraClient } from '#libs/client';
import { packageRoot } from '#gateway/config';
import { childrenOf, isAlive } from './process-table.js';
import { copyTemplate } from './store-template.js';

export const projectRoot = packageRoot();
export const demoSlides = join(projectRoot, 'demo/slides');
const main = join(projectRoot, 'dist/apps/gateway/src/main.js');

type Environment = Readonly<Record<string, string>>;

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A gateway that was told to start, whether or not it does. */
export class LaunchedGateway {
  readonly child: ChildProcess;
  readonly ended: Promise<Ending>;
  stdout = '';
  stderr = '';
  private readonly launchedAt = performance.now();

  constructor(environment: Environment) {
    this.child = fork(main, {
      env: { PATH: process.env['PATH'], ...environment },
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = once(this.child, 'close').then(([code, signal]) => ({ code, signal }));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it listens. @throws Error with what it wrote when it ends instead */
  async listening(): Promise<RunningGateway> {
    const fell = this.ended.then(() => Promise.reject(new Error(`the gateway did not start:\n${this.stderr}`)));
    const [message] = await Promise.race([once(this.child, 'message'), fell]);
    const startedInMs = performance.now() - this.launchedAt;
    return new RunningGateway(this, new URL(message.url).origin, startedInMs);
  }
}

/** A gateway that listens. */
export class RunningGateway {
  readonly client: TesseraClient;

  constructor(
    readonly process: LaunchedGateway,
    readonly url: string,
    readonly startedInMs: number,
  ) {
    this.client = new TesseraClient({ url });
  }

  get pid(): number {
    return this.process.pid;
  }

  /** The log so far, a line an object. */
  get log(): readonly { readonly msg?: string }[] {
    const lines = this.process.stderr.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
    return lines.map((line) => JSON.parse(line));
  }

  /** The process of the embedded model server. */
  async modelServerPid(): Promise<number> {
    const [pid, ...more] = await childrenOf(this.pid);
    if (pid === undefined || more.length > 0) throw new Error('the gateway was expected to have one child');
    return pid;
  }

  signal(name: NodeJS.Signals): Promise<Ending> {
    this.process.child.kill(name);
    return this.process.ended;
  }

  /** SIGTERM, and how it ended. */
  stop(): Promise<Ending> {
    return this.signal('SIGTERM');
  }
}

/** The gateways and folders of one test file: whatever it started is ended, by process id, and removed. */
export class GatewayBench {
  private readonly launched: LaunchedGateway[] = [];
  private readonly folders: string[] = [];

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-process-'));
    this.folders.push(folder);
    return folder;
  }

  /** A data directory whose embedded store has its tables already; in a `folder` the first gateway makes them. */
  async dataDir(): Promise<string> {
    const folder = await this.folder();
    await copyTemplate(folder);
    return folder;
  }

  /** @param environment beside a free port, and the slides of the demonstration */
  launch(environment: Environment): LaunchedGateway {
    const gateway = new LaunchedGateway({ TESSERA_PORT: '0', TESSERA_SLIDE_ROOTS: demoSlides, ...environment });
    this.launched.push(gateway);
    return gateway;
  }

  start(environment: Environment): Promise<RunningGateway> {
    return this.launch(environment).listening();
  }

  async close(): Promise<void> {
    for (const { child } of this.launched.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    for (const folder of this.folders.splice(0)) await rm(folder, { recursive: true, force: true });
  }
}

/** Waits for a condition; a test that takes longer than that has failed. */
export async function until(condition: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  const endsAt = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`the condition did not come true in ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Waits until a process has ended. @returns after how many milliseconds it was gone */
export async function untilGone(pid: number, limitMs = 10_000): Promise<number> {
  const before = performance.now();
  await until(async () => !(await isAlive(pid)), limitMs);
  return performance.now() - before;
}

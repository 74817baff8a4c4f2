import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { InferenceClient } from '#libs/inference-client';
import { ModelUnavailable } from '#libs/errors';
import { type ModelServer, type ServerLimits } from './model-server.js';

const START_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 5_000;
const FIRST_RESTART_DELAY_MS = 250;
const LONGEST_RESTART_DELAY_MS = 10_000;

/**
 * What a large request brings lies outside the heap and is garbage at once. It goes with the young objects when there is room for many of
 * them; else V8 marks the whole heap for nearly every request, which takes longer than to answer it.
 */
const EXEC_ARGV = ['--enable-source-maps', '--no-incremental-marking', '--min-semi-space-size=16'];

type State =
  | { readonly kind: 'starting' }
  | { readonly kind: 'listening'; readonly child: ChildProcess; readonly client: InferenceClient }
  | { readonly kind: 'waiting'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'closed' };

/** What the supervisor needs to know. */
export interface EmbeddedModelServerOptions {
  /** Compiled entry file of apps/model-server. */
  readonly entryFile: string;
  readonly modelDirs: readonly string[];
  readonly limits: ServerLimits;
  readonly log: (line: string) => void;
}

/**
 * Runs apps/model-server as a child process on a free loopback port, and starts it again when it dies. The child ends by itself when
 * this process does, because it watches the channel between the two.
 */
export class EmbeddedModelServer implements ModelServer {
  readonly id = 'embedded';
  private state: State = { kind: 'starting' };
  private restartDelayMs = FIRST_RESTART_DELAY_MS;

  private constructor(private readonly options: EmbeddedModelServerOptions) {}

  /** Starts the child and waits until it listens. Its models load in the background. */
  static async start(options: EmbeddedModelServerOptions): Promise<EmbeddedModelServer> {
    const server = new EmbeddedModelServer(options);
    await server.launch();
    return server;
  }

  client(): InferenceClient {
    if (this.state.kind !== 'listening') throw new ModelUnavailable(this.id);
    return this.state.client;
  }

  async close(): Promise<void> {
    const { state } = this;
    this.state = { kind: 'closed' };
    if (state.kind === 'waiting') clearTimeout(state.timer);
    if (state.kind !== 'listening') return;
    await state.client.close();
    await stop(state.child);
  }

  private async launch(): Promise<void> {
    const child = this.spawn();
    const url = await listening(child);
    if (this.state.kind === 'closed') return stop(child);
    const { maxInFlight, maxQueued, maxResponseBytes } = this.options.limits;
    const client = new InferenceClient({ id: this.id, url, maxInFlight, maxQueued, maxResponseBytes });
    this.state = { kind: 'listening', child, client };
    child.once('exit', () => this.onExit(client));
  }

  private spawn(): ChildProcess {
    const args = [
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      // A version that is copied into a directory while all run is served within seconds; the directory may come later too.
      '--model-control-mode',
      'poll',
      ...this.options.modelDirs.flatMap((directory) => ['--models', directory]),
    ];
    const child = fork(this.options.entryFile, args, {
      execArgv: EXEC_ARGV,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    // What it has to say belongs into the gateway's own log, which is JSON lines.
    if (child.stderr) createInterface({ input: child.stderr }).on('line', this.options.log);
    return child;
  }

  private onExit(client: InferenceClient): void {
    if (this.state.kind === 'closed') return;
    this.options.log(`the embedded model server ended; starting it again in ${this.restartDelayMs} ms`);
    void client.close();
    this.restartLater();
  }

  private restartLater(): void {
    const timer = setTimeout(() => {
      this.launch().then(
        () => (this.restartDelayMs = FIRST_RESTART_DELAY_MS),
        () => this.state.kind !== 'closed' && this.restartLater(),
      );
    }, this.restartDelayMs);
    timer.unref();
    this.state = { kind: 'waiting', timer };
    this.restartDelayMs = Math.min(this.restartDelayMs * 2, LONGEST_RESTART_DELAY_MS);
  }
}

async function listening(child: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  try {
    const exited = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('it ended before it listened')));
    const message = once(child, 'message', { signal }).then(([first]) => first);
    const first: unknown = await Promise.race([message, exited]);
    if (isListening(first)) return first.url;
    throw new Error('its first message was not its address');
  } catch (error) {
    child.kill('SIGKILL');
    throw new ModelUnavailable('embedded', { cause: error });
  }
}

function isListening(message: unknown): message is { readonly kind: 'listening'; readonly url: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'listening' &&
    'url' in message &&
    typeof message.url === 'string'
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(timer);
}

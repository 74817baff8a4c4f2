import { Worker } from 'node:worker_threads';
import type { Tensor } from '#libs/inference-protocol';
import { forbidReports } from '../model-server.config.js';
import { Refusal } from '../refusal.js';
import type { LoadedModel, WorkerFault, WorkerReply, WorkerRequest } from './worker-messages.js';

interface Pending {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

/** A version could not be loaded; `reason` is fit to be shown. */
export class LoadFailure extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** One worker thread and the sessions in it. It does one thing at a time; a thread that dies is replaced and its sessions are loaded again. */
export class SessionWorker {
  private thread: Worker;
  private readonly pending = new Map<number, Pending>();
  private readonly files = new Map<string, string>();
  private readonly loaded = new Set<string>();
  private nextId = 0;
  private isClosed = false;

  constructor(
    private readonly threads: number,
    private readonly onFree: () => void,
  ) {
    this.thread = this.start();
  }

  get isBusy(): boolean {
    return this.pending.size > 0;
  }

  holds(key: string): boolean {
    return this.loaded.has(key);
  }

  /** @throws LoadFailure */
  async load(key: string, file: string): Promise<LoadedModel> {
    const reply = await this.send({ kind: 'load', id: this.nextId++, key, file, threads: this.threads });
    if (reply.kind === 'failed') throw new LoadFailure(reply.reason);
    if (reply.kind !== 'loaded') throw new LoadFailure('the worker answered out of turn');
    this.files.set(key, file);
    this.loaded.add(key);
    this.onFree();
    return reply.model;
  }

  /** Runs a version. The inputs' memory is handed over: they are empty afterwards. @throws Refusal */
  async run(key: string, inputs: readonly Tensor[], outputs: readonly string[]): Promise<readonly Tensor[]> {
    const reply = await this.send({ kind: 'run', id: this.nextId++, key, inputs, outputs }, buffersOf(inputs));
    if (reply.kind === 'done') return reply.outputs;
    if (reply.kind === 'failed')
      throw new Refusal(REFUSAL_OF_FAULT[reply.fault], `the model did not run: ${reply.reason}`);
    throw new Refusal('model-failed', 'the model did not run: the worker answered out of turn');
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.thread.terminate();
  }

  private send(request: WorkerRequest, transfer: ArrayBuffer[] = []): Promise<WorkerReply> {
    return new Promise((resolve, reject) => {
      this.thread.postMessage(request, transfer);
      this.pending.set(request.id, { resolve, reject });
    });
  }

  private start(): Worker {
    forbidReports();
    const thread = new Worker(new URL('./session.worker.js', import.meta.url));
    // The type of messages is a contract with session.worker.ts, in this folder.
    thread.on('message', (reply: WorkerReply) => {
      const pending = this.pending.get(reply.id);
      this.pending.delete(reply.id);
      pending?.resolve(reply);
      this.onFree();
    });
    thread.on('error', () => undefined);
    thread.on('exit', () => this.replace());
    return thread;
  }

  private replace(): void {
    const lost = [...this.pending.values()];
    this.pending.clear();
    this.loaded.clear();
    if (!this.isClosed) {
      this.thread = this.start();
      for (const [key, file] of this.files) void this.load(key, file).catch(() => this.files.delete(key));
    }
    for (const { reject } of lost) reject(new Refusal('model-failed', 'the model did not run: its worker ended'));
  }
}

const REFUSAL_OF_FAULT = {
  input: 'bad-request',
  model: 'model-failed',
  memory: 'model-failed',
} as const satisfies Record<WorkerFault, string>;

function buffersOf(tensors: readonly Tensor[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { data } of tensors) {
    if (ArrayBuffer.isView(data) && data.buffer instanceof ArrayBuffer) buffers.add(data.buffer);
  }
  return [...buffers];
}

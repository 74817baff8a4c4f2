import { Worker } from 'node:worker_threads';
import type { Tensor } from '#libs/inference-protocol';
import { forbidReports } from '../model-server.config.js';
import { Refusal } from '../refusal.js';
import type {
  LoadedModel,
  LoadOrder,
  RunOrder,
  RunResult,
  WorkerFault,
  WorkerReply,
  WorkerRequest,
} from './worker-messages.js';

interface Pending {
  readonly resolve: (reply: WorkerReply) => void;
  readonly reject: (error: Error) => void;
}

/** What the pool is told. */
export interface WorkerEvents {
  /** The worker may be given something to do. */
  readonly onFree: () => void;
  /** Memory of inputs that a run no longer needs. */
  readonly onSpent: (buffers: readonly ArrayBuffer[]) => void;
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
  /** What a new thread has to hold, and the digest that it must find. */
  private readonly held = new Map<string, LoadOrder & { readonly sha256: string }>();
  private readonly loaded = new Set<string>();
  private nextId = 0;
  private isClosed = false;

  constructor(
    private readonly threads: number,
    private readonly events: WorkerEvents,
  ) {
    this.thread = this.start();
  }

  get isBusy(): boolean {
    return this.pending.size > 0;
  }

  holds(key: string): boolean {
    return this.loaded.has(key);
  }

  /** How many versions it holds or will hold again. */
  get count(): number {
    return this.held.size;
  }

  /** Whether it holds a version, or will when its new thread has loaded it. */
  owns(key: string): boolean {
    return this.held.has(key);
  }

  /** @throws LoadFailure */
  async load(key: string, order: LoadOrder): Promise<LoadedModel> {
    const { threads } = this;
    const reply = await this.send({ kind: 'load', id: this.nextId++, key, threads, ...order });
    if (reply.kind === 'failed') throw new LoadFailure(reply.reason);
    if (reply.kind !== 'loaded') throw new LoadFailure('the worker answered out of turn');
    this.held.set(key, { ...order, sha256: reply.model.sha256 });
    this.loaded.add(key);
    this.events.onFree();
    return reply.model;
  }

  /** Lets a version go, behind what it is told to do already. */
  async unload(key: string): Promise<void> {
    this.held.delete(key);
    if (!this.loaded.delete(key)) return;
    // A thread that ends meanwhile has let it go as well.
    await this.send({ kind: 'unload', id: this.nextId++, key }).catch(() => undefined);
  }

  /** Runs a version once for all orders, or for each. The inputs' memory is handed over: they are empty afterwards. @throws Refusal */
  async run(key: string, orders: readonly RunOrder[], isJoined: boolean): Promise<readonly RunResult[]> {
    const request = { kind: 'run', id: this.nextId++, key, orders, isJoined } as const;
    const reply = await this.send(request, buffersOf(orders.flatMap(({ inputs }) => inputs)));
    if (reply.kind === 'ran') {
      this.events.onSpent(reply.spent);
      return reply.results;
    }
    throw reply.kind === 'failed' ? refusalOf(reply) : new Refusal('model-failed', 'the worker answered out of turn');
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
      this.events.onFree();
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
      for (const [key, order] of this.held) void this.loadAgain(key, order);
    }
    for (const { reject } of lost) reject(new Refusal('model-failed', 'the model did not run: its worker ended'));
  }

  /** The file may be another by now: what it says would then go out under the digest of the first. */
  private async loadAgain(key: string, order: LoadOrder & { readonly sha256: string }): Promise<void> {
    const model = await this.load(key, order).catch(() => null);
    if (model?.sha256 === order.sha256) return;
    await this.unload(key);
    this.events.onFree();
  }
}

/** What a failed run is to whoever asked for it. */
export function refusalOf({ fault, reason }: { readonly fault: WorkerFault; readonly reason: string }): Refusal {
  return new Refusal(REFUSAL_OF_FAULT[fault], `the model did not run: ${reason}`);
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

import { Worker } from 'node:worker_threads';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import type { SearchOrder, SearchQuestion, SearchReply } from './messages.js';
import { forbidReports } from './onnx-runtime.config.js';
import type { Neighbour, VectorRows } from './rank-exactly.js';

/** How long somebody waits, and what ends it before. */
export interface SearchOptions {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

interface Waiting {
  readonly order: SearchOrder;
  readonly resolve: (neighbours: readonly Neighbour[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Exact search for the nearest vectors, in a worker thread that holds the matrices: float32 products by ONNX Runtime, the answer in double precision. It is the answer that
 * a plain loop in double precision gives, ties included: of equal similarities the lower row comes first, so rows are to be given in an order that does not change.
 * One question at a time; the thread starts with the first matrix and is kept.
 */
export class VectorSearch {
  private thread: Worker | null = null;
  private readonly waiting: Waiting[] = [];
  private current: Waiting | null = null;
  /** Bytes of each matrix that is held, the one asked last at the end. */
  private readonly held = new Map<string, number>();

  /** @param mostBytes of matrices held at once; the one that was not asked for longest goes first */
  constructor(private readonly mostBytes: number) {}

  /** Whether a matrix is held: it may have been let go for others, or with a thread that died. */
  holds(key: string): boolean {
    return this.held.has(key);
  }

  /**
   * Takes a matrix to search in. Its memory is handed over: `vectors` is empty afterwards, and must not be a part of a larger buffer.
   * @throws BadUserInput for a vector of length zero or with numbers that are not finite, with its row; Cancelled, DeadlineExceeded
   */
  async hold(key: string, { vectors, dimension }: VectorRows, options: SearchOptions): Promise<void> {
    const { byteLength } = vectors;
    try {
      await this.send({ kind: 'HOLD', key, vectors, dimension }, options);
    } catch (error) {
      // Whoever gave up may have done so after the thread had it.
      this.held.delete(key);
      this.tellToDrop(key);
      throw error;
    }
    this.held.delete(key);
    this.held.set(key, byteLength);
    this.letGo();
  }

  /** Lets a matrix go. */
  drop(key: string): void {
    if (this.held.delete(key)) this.tellToDrop(key);
  }

  /**
   * The rows most like a vector, most alike first.
   * @throws BadUserInput for a vector of another dimension, of length zero or not finite; Cancelled, DeadlineExceeded; Error for a matrix that is not held
   */
  async search(key: string, question: SearchQuestion, options: SearchOptions): Promise<readonly Neighbour[]> {
    const bytes = this.held.get(key);
    if (bytes === undefined) throw new Error('the matrix is not held');
    this.held.delete(key);
    this.held.set(key, bytes);
    return this.send({ ...question, kind: 'SEARCH', key }, options);
  }

  /** Ends the thread. Whoever waits is told. */
  async close(): Promise<void> {
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
    this.forget(new Cancelled());
  }

  private tellToDrop(key: string): void {
    this.enqueue({ order: { kind: 'DROP', key }, resolve: () => undefined, reject: () => undefined });
  }

  private letGo(): void {
    const total = () => [...this.held.values()].reduce((sum, bytes) => sum + bytes, 0);
    for (const key of this.held.keys()) {
      if (total() <= this.mostBytes || this.held.size === 1) return;
      this.drop(key);
    }
  }

  private send(order: SearchOrder, { signal, timeoutMs }: SearchOptions): Promise<readonly Neighbour[]> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Cancelled({ cause: signal.reason }));
      const cancel = (): void => waiting.reject(new Cancelled({ cause: signal.reason }));
      const timer = setTimeout(() => waiting.reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
      const settle = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        const place = this.waiting.indexOf(waiting);
        if (place >= 0) this.waiting.splice(place, 1);
      };
      const waiting: Waiting = {
        order,
        resolve: (neighbours) => (settle(), resolve(neighbours)),
        reject: (error) => (settle(), reject(error)),
      };
      signal.addEventListener('abort', cancel, { once: true });
      this.enqueue(waiting);
    });
  }

  private enqueue(waiting: Waiting): void {
    this.waiting.push(waiting);
    this.next();
  }

  private next(): void {
    if (this.current) return;
    this.current = this.waiting.shift() ?? null;
    if (!this.current) return void this.thread?.unref();
    const { order } = this.current;
    this.thread ??= this.start();
    this.thread.ref();
    this.thread.postMessage(order, order.kind === 'HOLD' ? transferable(order.vectors) : []);
  }

  private start(): Worker {
    forbidReports();
    const thread = new Worker(new URL('./vector-search.worker.js', import.meta.url), { env: {}, execArgv: [] });
    // The type of messages is a contract with vector-search.worker.ts, in this folder.
    thread.on('message', (reply: SearchReply) => this.answer(reply));
    thread.on('error', () => undefined);
    thread.on('exit', () => {
      if (this.thread !== thread) return;
      this.thread = null;
      this.forget(new Error('the search thread ended'));
    });
    return thread;
  }

  private answer(reply: SearchReply): void {
    const { current } = this;
    this.current = null;
    if (reply.kind === 'DONE') current?.resolve(reply.neighbours);
    else if (reply.kind === 'FAILED') current?.reject(new Error(`the search failed: ${reply.reason}`));
    else
      current?.reject(new BadUserInput(reply.argument, reply.rule, reply.row === undefined ? {} : { row: reply.row }));
    this.next();
  }

  /** The thread is gone, and its matrices with it. */
  private forget(error: Error): void {
    const lost = [...(this.current ? [this.current] : []), ...this.waiting];
    this.current = null;
    this.waiting.length = 0;
    this.held.clear();
    for (const { reject } of lost) reject(error);
  }
}

function transferable({ buffer }: Float32Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

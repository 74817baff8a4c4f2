import type { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded, SlideUnreadable } from '#libs/errors';
import { fromRefusal } from './refusal.js';
import type { FromWorker, ToWorker, WorkerAnswer, WorkerRequest } from './worker-protocol.js';

/** A worker that was told to stop gets this long to let go of the decoder, then the thread is ended. */
const STOP_GRACE_MS = 2_000;

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The main thread's end of a slide worker: one question at a time, each answered, refused, timed out or cancelled. Any end of the worker
 * that nobody asked for is a `SlideUnreadable`; the process lives on.
 */
export class SlideSession {
  private waiting: Waiting | null = null;
  private timer: NodeJS.Timeout | null = null;
  private failure: unknown = null;
  private readonly ended: Promise<void>;
  private readonly onAbort = (): void => this.fail(new Cancelled({ cause: this.signal.reason }));

  /** @param quietMs longest time without any sign of life while an answer is due */
  constructor(
    private readonly worker: Worker,
    private readonly signal: AbortSignal,
    private readonly quietMs: number,
  ) {
    this.ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    worker.on('message', (message: FromWorker) => this.receive(message));
    worker.on('error', (cause) => this.fail(new SlideUnreadable('its decoder failed', { cause })));
    worker.once('exit', () => this.fail(new SlideUnreadable('its decoder ended without an answer')));
    signal.addEventListener('abort', this.onAbort, { once: true });
    if (signal.aborted) this.onAbort();
  }

  /** @throws {SlideUnreadable | DeadlineExceeded | Cancelled} and what the worker refuses with; after any of them the worker is gone */
  async ask(request: WorkerRequest): Promise<WorkerAnswer> {
    if (this.failure) throw this.failure;
    if (this.waiting) throw new Error('a slide session answers one question at a time');
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.rearm();
      this.post({ kind: 'ask', request });
    });
  }

  /** Gives memory that the worker sent back to it: whoever held it before holds nothing then. */
  recycle(memory: ArrayBuffer): void {
    if (this.failure === null) this.post({ kind: 'recycle', memory }, [memory]);
  }

  /** Ends the worker and waits until its thread is gone. */
  async close(): Promise<void> {
    this.fail(new Cancelled());
    await this.ended;
  }

  private receive(message: FromWorker): void {
    if (!this.waiting) return;
    if (message.kind === 'progress') return this.rearm();
    if (message.kind === 'refusal') return this.fail(fromRefusal(message.refusal));
    const { resolve } = this.waiting;
    this.disarm();
    resolve(message.answer);
  }

  /** The first failure counts; the worker is stopped, at once if it does not stop by itself. */
  private fail(error: unknown): void {
    const waiting = this.waiting;
    this.disarm();
    if (this.failure === null) {
      this.failure = error;
      this.signal.removeEventListener('abort', this.onAbort);
      this.post({ kind: 'stop' });
      const grace = setTimeout(() => void this.worker.terminate(), STOP_GRACE_MS);
      void this.ended.then(() => clearTimeout(grace));
    }
    waiting?.reject(this.failure);
  }

  private rearm(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fail(new DeadlineExceeded(this.quietMs)), this.quietMs);
  }

  private disarm(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = null;
  }

  private post(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.worker.postMessage(message, transfer);
  }
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { compiledProgram } from './embedded-program.js';
import { type EmbeddedOrder, type EmbeddedReply, type EmbeddedSettings } from './embedded.messages.js';

/** A write-ahead log that a killed process left is replayed first. */
const OPEN_MS = 120_000;
const CLOSE_MS = 10_000;

interface Pending {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** The server does not answer: it met a fault of its own, its thread ended, or it is closed. */
export class EmbeddedServerGone extends Error {
  /** As for a server whose connection broke. */
  readonly code = 'ECONNRESET';
}

/** PGlite in a thread of its own: a statement takes a millisecond and more, in which the event loop answers others. */
export class EmbeddedServer {
  private readonly pending = new Map<number, Pending>();
  private nextId = 0;
  private ended: EmbeddedServerGone | null = null;
  private closing: Promise<void> | null = null;

  private constructor(private readonly worker: Worker) {
    // The type of messages is a contract with embedded.worker.ts, in this folder.
    worker.on('message', (reply: EmbeddedReply) => this.settle(reply));
    worker.on('error', (cause: Error) => this.fail(new EmbeddedServerGone(cause.message, { cause })));
    worker.on('exit', () => this.fail(new EmbeddedServerGone('the thread of the embedded database ended')));
  }

  /** @throws Error when the files cannot be opened */
  static async open(settings: Omit<EmbeddedSettings, 'program'>): Promise<EmbeddedServer> {
    const workerData: EmbeddedSettings = { ...settings, program: await compiledProgram() };
    const worker = new Worker(new URL('./embedded.worker.js', import.meta.url), { workerData });
    try {
      await once(worker, 'message', { signal: AbortSignal.timeout(OPEN_MS) });
      return new EmbeddedServer(worker);
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  /** Sends messages of the wire protocol. @returns what the server says to them @throws EmbeddedServerGone */
  send(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    return this.order((id) => ({ kind: 'send', id, bytes }));
  }

  /** Lets the server write what it has to write, and ends it; a statement that does not end is not waited for. Calling it twice does nothing. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    if (this.ended) return;
    const late = setTimeout(() => void this.worker.terminate(), CLOSE_MS);
    // A server that is gone by itself needs no end.
    await this.order((id) => ({ kind: 'close', id })).catch(() => undefined);
    clearTimeout(late);
    this.ended = new EmbeddedServerGone('the embedded database is closed');
    await this.worker.terminate();
  }

  private order(make: (id: number) => EmbeddedOrder): Promise<Uint8Array> {
    if (this.ended) return Promise.reject(this.ended);
    const order = make((this.nextId += 1));
    return new Promise((resolve, reject) => {
      this.pending.set(order.id, { resolve, reject });
      this.worker.postMessage(order);
    });
  }

  private settle(reply: EmbeddedReply): void {
    if (reply.kind === 'opened') return;
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if (reply.kind === 'done') pending?.resolve(reply.bytes);
    else pending?.reject(new EmbeddedServerGone(reply.reason));
  }

  private fail(error: EmbeddedServerGone): void {
    this.ended ??= error;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}

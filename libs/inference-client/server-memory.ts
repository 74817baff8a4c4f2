import type { ServerMetadata } from '#libs/inference-protocol';
import type { InferenceWay } from './options.js';

const REREAD_AFTER_MS = 1000;

/** What a client knows of its server without asking it before every call. */
export interface KnownServer {
  readonly metadata: ServerMetadata;
  /** The fastest way that works. */
  readonly way: InferenceWay;
  /** Whether binary tensors are listed or have worked; until then that way is a guess by the server's name. */
  readonly isBinarySure: boolean;
}

/**
 * Remembers what was read of a server. Callers that come together share one reading, each waiting no longer than its own signal. After a
 * failure it is read again, but not more than once a second: the server may have been replaced by another, or may be struggling.
 */
export class ServerMemory {
  private known: KnownServer | null = null;
  private pending: Promise<KnownServer> | null = null;
  private readAt = -Infinity;

  constructor(
    private readonly read: () => Promise<KnownServer>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws what the reading threw, or the signal's reason */
  async get(signal: AbortSignal): Promise<KnownServer> {
    if (this.known !== null) return this.known;
    this.pending ??= this.readOnce();
    return abortable(this.pending, signal);
  }

  /** What is known now; nothing is read for this. */
  get current(): KnownServer | null {
    return this.known;
  }

  /** A call with binary tensors worked. */
  prove(): void {
    if (this.known !== null && !this.known.isBinarySure) this.known = { ...this.known, isBinarySure: true };
  }

  /** A call with binary tensors was refused: if they were only guessed at, the next goes in JSON. */
  disprove(): void {
    if (this.known === null || this.known.isBinarySure) return this.doubt();
    this.set({ ...this.known, way: 'json' });
  }

  /** Takes what a probe has found. */
  set(known: KnownServer): void {
    this.known = known;
    this.readAt = this.now();
  }

  /** After a failure. */
  doubt(): void {
    if (this.now() - this.readAt > REREAD_AFTER_MS) this.known = null;
  }

  private async readOnce(): Promise<KnownServer> {
    try {
      const known = await this.read();
      this.set(known);
      return known;
    } finally {
      this.pending = null;
    }
  }
}

/** The promise, or the signal's reason if that comes first. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (): void => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
}

import { type ErrorCode, isDomainError } from '#libs/errors';
import { type Clock } from './clock.js';
import { type GuardedServer, type ServedName } from './guarded-server.js';
import { lookAtServer, type PlacedVersion, type ServerLook, stateKey } from './look-at-server.js';
import { type PlacementState } from './placement-state.js';

const FIRST_PAUSE_MS = 250;
/** While something is missing, each pause is longer than the one before. */
const GROWTH = 1.5;
/** Pauses are up to a fifth longer: gateways that were started together do not look together for ever. */
const JITTER = 0.2;

/** What says that a server may not be as it was. */
const SURPRISES: ReadonlySet<ErrorCode> = new Set([
  'MODEL_UNAVAILABLE',
  'MODEL_NOT_READY',
  'MODEL_TIMEOUT',
  'MODEL_BAD_RESPONSE',
  'MODEL_VERSION_MISMATCH',
]);

/** How a watch looks. */
export interface WatchOptions {
  readonly clock: Clock;
  /** Between two looks at a server that is as it should be; sooner while something is missing. */
  readonly intervalMs: number;
  /** What should run there now. */
  readonly placed: () => readonly PlacedVersion[];
  /** Told of what should not happen. */
  readonly report: (error: unknown) => void;
}

/**
 * Looks at a server again and again, and remembers what it saw. Nobody waits for a look: a question goes by the last one. After a failed
 * call the next look comes soon, for the server may have been replaced by one that holds something else.
 */
export class ServerWatch {
  private last: ServerLook | null = null;
  private pauseMs = FIRST_PAUSE_MS;
  private isAsked = false;
  private readonly closing = new AbortController();
  private resting = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: GuardedServer,
    private readonly options: WatchOptions,
  ) {
    server.onCall((_model, error) => this.onFailure(error));
  }

  get look(): ServerLook | null {
    return this.last;
  }

  start(): void {
    this.running = this.run().catch((error: unknown) => {
      if (!this.closing.signal.aborted) this.options.report(error);
    });
  }

  /** What is known of a version there, by its digest. */
  stateOf(as: ServedName, digest: string): PlacementState {
    return this.last?.states.get(stateKey(as, digest)) ?? { kind: 'UNKNOWN' };
  }

  /** The next look comes after the shortest pause. */
  lookSoon(): void {
    this.isAsked = true;
    this.pauseMs = FIRST_PAUSE_MS;
    this.resting.abort();
  }

  /** Ends the look that is under way. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      this.isAsked = false;
      this.last = await lookAtServer(this.server, this.options.placed(), signal);
      await this.rest(isSettled(this.last));
    }
  }

  /** At least the shortest pause, whatever happens; then up to the one that is due, unless somebody asks for a look. */
  private async rest(canWait: boolean): Promise<void> {
    const { intervalMs, clock } = this.options;
    const dueMs = canWait ? intervalMs : Math.min(this.pauseMs, intervalMs);
    this.pauseMs = canWait ? FIRST_PAUSE_MS : Math.min(this.pauseMs * GROWTH, intervalMs);
    const leastMs = Math.min(FIRST_PAUSE_MS, dueMs);
    await clock.wait(leastMs, this.closing.signal);
    const restMs = (dueMs - leastMs) * (1 + Math.random() * JITTER);
    if (restMs <= 0 || this.isAsked) return;
    this.resting = new AbortController();
    const either = AbortSignal.any([this.resting.signal, this.closing.signal]);
    await clock.wait(restMs, either).catch(() => undefined);
  }

  /** A failure where all was well: what was seen last may hold no more. Where something was missing already, the next look is due anyway. */
  private onFailure(error: unknown): void {
    if (isDomainError(error) && SURPRISES.has(error.code) && this.last && isSettled(this.last)) this.lookSoon();
  }
}

/** Whether the next look can wait: what does not match will not mend itself in a second. */
function isSettled({ isReady, states }: ServerLook): boolean {
  return isReady && [...states.values()].every(({ kind }) => kind === 'READY' || kind === 'UNROUTABLE');
}

import { type CallLimits } from '#libs/inference-client';
import { Cancelled } from '#libs/errors';

/** So near its end a call ends by itself: given up now, it would not be told from one whose callers went away, and its server would go unblamed. */
const NEAR_ITS_END_MS = 50;

/** A timer counts whole milliseconds from the beginning of its turn: it may fire so much before its time. */
const TIMER_EARLY_MS = 5;

/** Those who wait for one call. It is given as long as the longest of them waits, and given up when the last one has left. */
export class Audience {
  private readonly ends = new Map<object, number>();
  private readonly empty = new AbortController();
  private callEndsAt = Infinity;

  /** @param endsAt until when it waits, by `performance.now()` */
  add(who: object, endsAt: number): void {
    this.ends.set(who, endsAt);
  }

  leave(who: object): void {
    if (!this.ends.delete(who) || this.ends.size > 0) return;
    if (this.callEndsAt - performance.now() > NEAR_ITS_END_MS) this.empty.abort();
  }

  has(who: object): boolean {
    return this.ends.has(who);
  }

  /** How long the longest of them still waits. */
  get leftMs(): number {
    return Math.max(0, ...this.ends.values()) - performance.now();
  }

  /** Limits of a call that begins now. */
  begin(): CallLimits {
    const timeoutMs = Math.max(1, this.leftMs);
    this.callEndsAt = performance.now() + timeoutMs;
    return { signal: this.empty.signal, timeoutMs };
  }

  /** Whether the time that the last call was given is over. */
  get isOver(): boolean {
    return performance.now() >= this.callEndsAt - TIMER_EARLY_MS;
  }
}

/**
 * The outcome of shared work for one of those who wait for it, unless that one leaves before: the work goes on for the others.
 * @param late what it is told at the end of its own time
 * @throws Cancelled when its signal fires
 */
export function waitFor<T>(work: Promise<T>, { signal, timeoutMs }: CallLimits, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      settle();
    };
    const leave = (): void => end(() => reject(new Cancelled()));
    const timer = setTimeout(() => end(() => reject(late())), timeoutMs);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(
      (outcome) => end(() => resolve(outcome)),
      (error: unknown) => end(() => reject(error)),
    );
  });
}

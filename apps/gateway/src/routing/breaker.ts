import { type Clock } from './clock.js';
import { type BreakerRules } from './resilience.js';
import { RollingCounts } from './rolling-counts.js';

/** CLOSED: calls go through. OPEN: none does. HALF_OPEN: one at a time does, and its end decides. */
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** How a call ended, as a breaker sees it: IGNORED tells nothing of the server. */
export type CallVerdict = 'GOOD' | 'BAD' | 'IGNORED';

type State =
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'OPEN'; readonly until: number }
  | { readonly kind: 'HALF_OPEN'; readonly triedAt: number };

const NOT_TRIED = -Infinity;

/** Keeps calls away from something that fails too often, and finds out when it has recovered. */
export class Breaker {
  private current: State = { kind: 'CLOSED' };
  private readonly counts: RollingCounts;

  constructor(
    private readonly clock: Clock,
    private readonly rules: BreakerRules,
  ) {
    this.counts = new RollingCounts(clock, rules.windowMs);
  }

  get state(): BreakerState {
    return this.look().kind;
  }

  /** Whether a call would go through now. */
  get isPassable(): boolean {
    const state = this.look();
    if (state.kind !== 'HALF_OPEN') return state.kind === 'CLOSED';
    // A try that hangs does not keep the next one away for ever.
    return this.clock.now() - state.triedAt >= this.rules.openMs;
  }

  /** Milliseconds until a call may try; 0 when one may now. */
  get retryAfterMs(): number {
    const state = this.look();
    return state.kind === 'OPEN' ? state.until - this.clock.now() : 0;
  }

  /** Lets a call through. @returns whom to tell, once, how it ended; null when it must not be made */
  admit(): ((verdict: CallVerdict) => void) | null {
    const admittedIn = this.look();
    if (!this.isPassable) return null;
    if (admittedIn.kind === 'CLOSED') return (verdict) => this.count(verdict);
    const trial: State = { kind: 'HALF_OPEN', triedAt: this.clock.now() };
    this.current = trial;
    return (verdict) => this.current === trial && this.decide(verdict);
  }

  private look(): State {
    if (this.current.kind === 'OPEN' && this.clock.now() >= this.current.until)
      this.current = { kind: 'HALF_OPEN', triedAt: NOT_TRIED };
    return this.current;
  }

  // A call that began before the breaker opened says nothing about how the server is now.
  private count(verdict: CallVerdict): void {
    if (verdict === 'IGNORED' || this.look().kind !== 'CLOSED') return;
    this.counts.add(verdict === 'BAD');
    // An answer never opens it: a server that comes back would be closed off for its first one, which only made the calls enough to judge by.
    if (verdict === 'GOOD') return;
    const { total, marked } = this.counts.read();
    if (total >= this.rules.minCalls && marked * 100 >= total * this.rules.failurePercent) this.open();
  }

  private decide(verdict: CallVerdict): void {
    switch (verdict) {
      case 'GOOD':
        this.counts.clear();
        this.current = { kind: 'CLOSED' };
        return;
      case 'BAD':
        return this.open();
      case 'IGNORED':
        this.current = { kind: 'HALF_OPEN', triedAt: NOT_TRIED };
    }
  }

  private open(): void {
    this.current = { kind: 'OPEN', until: this.clock.now() + this.rules.openMs };
  }
}

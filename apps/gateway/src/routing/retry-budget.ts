import { type Clock } from './clock.js';
import { type RetryRules } from './resilience.js';
import { RollingCounts } from './rolling-counts.js';

/**
 * How many second tries are left. Calls pay in, second tries take out, both of the last window: a server that fails all of its calls gets a
 * little more work than it had, and never a multiple of it.
 */
export class RetryBudget {
  /** Everything that was counted; second tries are marked. */
  private readonly counts: RollingCounts;

  constructor(
    clock: Clock,
    private readonly rules: RetryRules,
  ) {
    this.counts = new RollingCounts(clock, rules.windowMs);
  }

  /** Counts a call that somebody asked for. */
  noteCall(): void {
    this.counts.add(false);
  }

  /** Takes one second try out, if one is left. */
  take(): boolean {
    if (this.left < 1) return false;
    this.counts.add(true);
    return true;
  }

  /** Second tries that may be made now. */
  get left(): number {
    const { windowMs, percent, perSecond } = this.rules;
    const { total, marked } = this.counts.read();
    const allowed = ((total - marked) * percent) / 100 + (perSecond * windowMs) / 1000;
    return Math.max(0, Math.floor(allowed + 1e-9) - marked);
  }
}

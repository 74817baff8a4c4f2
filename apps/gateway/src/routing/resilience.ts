/** When a breaker opens, and for how long. */
export interface BreakerRules {
  readonly windowMs: number;
  /** Fewer calls in the window than these say nothing. */
  readonly minCalls: number;
  /** Share of failures from which it opens, in per cent. */
  readonly failurePercent: number;
  /** How long nothing goes through; then one call at a time tries. */
  readonly openMs: number;
}

/** How many second tries a server gets: `percent` of its calls, and `perSecond` for those that have few. */
export interface RetryRules {
  readonly windowMs: number;
  readonly percent: number;
  readonly perSecond: number;
}

/** How the gateway treats a model server that fails (docs/configuration.md). */
export interface Resilience {
  readonly breaker: BreakerRules;
  readonly retry: RetryRules;
  /** After this long a second replica of the same digest is asked too, and the first answer counts. Null: never. */
  readonly hedgeAfterMs: number | null;
}

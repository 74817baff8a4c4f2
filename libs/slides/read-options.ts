export interface ReadOptions {
  /** Ends the worker thread. */
  readonly signal: AbortSignal;
  /** Longest time in milliseconds without progress (a chunk of bytes, a row of tiles, a batch); 30 s if not given. */
  readonly timeoutMs?: number;
}

export const DEFAULT_QUIET_MS = 30_000;

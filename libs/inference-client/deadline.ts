/** A time limit joined with a caller's abort. Its signal fires on whichever comes first, and `state` says which. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  state(): 'running' | 'expired' | 'cancelled';
  remainingMs(): number;
  /** Takes the timer and the listener away; call it when the work is over. */
  end(): void;
}

/** Starts the clock. */
export function startDeadline(caller: AbortSignal, timeoutMs: number): Deadline {
  const controller = new AbortController();
  const endsAt = performance.now() + timeoutMs;
  let state: 'running' | 'expired' | 'cancelled' = 'running';
  const stop = (as: 'expired' | 'cancelled'): void => {
    if (state === 'running') state = as;
    controller.abort();
  };
  const cancel = (): void => stop('cancelled');
  const timer = setTimeout(() => stop('expired'), Math.max(0, timeoutMs));
  if (caller.aborted) cancel();
  caller.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    timeoutMs,
    state: () => state,
    remainingMs: () => Math.max(0, endsAt - performance.now()),
    end: () => {
      clearTimeout(timer);
      caller.removeEventListener('abort', cancel);
    },
  };
}

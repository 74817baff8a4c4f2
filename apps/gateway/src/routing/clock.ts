import { setTimeout as sleep } from 'node:timers/promises';

/** Time as the routing sees it: a spec brings its own. */
export interface Clock {
  /** Milliseconds since some moment; never runs backwards. */
  now(): number;
  /** @throws the signal's abort */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  // Nobody waits for the process to end only because a probe is due.
  wait: (ms, signal) => sleep(ms, undefined, { signal, ref: false }),
};

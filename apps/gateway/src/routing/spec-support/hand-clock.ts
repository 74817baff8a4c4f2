import { type Clock } from '../clock.js';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that a spec moves by hand. */
export class HandClock implements Clock {
  private time = 1_000;
  private sleepers: readonly Sleeper[] = [];

  now(): number {
    return this.time;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.time + ms, wake: resolve };
      this.sleepers = [...this.sleepers, sleeper];
      const end = (): void => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      };
      if (signal.aborted) return end();
      signal.addEventListener('abort', end, { once: true });
    });
  }

  /** How many wait. */
  get waiting(): number {
    return this.sleepers.length;
  }

  /** Moves on, wakes who is due, and lets them run. */
  async pass(ms: number): Promise<void> {
    this.time += ms;
    const due = this.sleepers.filter(({ at }) => at <= this.time);
    this.sleepers = this.sleepers.filter(({ at }) => at > this.time);
    for (const { wake } of due) wake();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

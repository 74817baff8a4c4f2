/**
 * Lets a fixed number of calls through at once and makes a fixed number wait, in order. It keeps one slow server from taking all of
 * the gateway's memory.
 */
export class Bulkhead {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    private readonly maxRunning: number,
    private readonly maxWaiting: number,
  ) {}

  /**
   * Waits for a place.
   * @param signal ends the wait
   * @returns a function that gives the place back, to be called once; or null at once when too many wait already
   * @throws the signal's reason
   */
  enter(signal: AbortSignal): Promise<() => void> | null {
    if (this.running < this.maxRunning) {
      this.running += 1;
      return Promise.resolve(() => this.leave());
    }
    if (this.waiting.size >= this.maxWaiting) return null;
    return this.wait(signal);
  }

  private wait(signal: AbortSignal): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.waiting.delete(admit);
        reject(signal.reason);
      };
      const admit = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(() => this.leave());
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(admit);
    });
  }

  private leave(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    // The place goes from one call to the next: `running` stays.
    this.waiting.delete(next);
    next();
  }
}

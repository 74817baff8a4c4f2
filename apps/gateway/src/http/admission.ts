import { Overloaded } from '#libs/errors';

/** Gives a place back. Calling it twice does nothing more. */
export type Release = () => void;

/** Lets a bounded number of requests work, a bounded number wait, and sheds the rest at once. */
export class Admission {
  private running = 0;
  private readonly queue = new Set<() => void>();

  constructor(
    private readonly mostRunning: number,
    private readonly mostQueued: number,
  ) {}

  get load(): { readonly running: number; readonly queued: number } {
    return { running: this.running, queued: this.queue.size };
  }

  /**
   * @param signal ends the waiting
   * @throws Overloaded when the queue is full, or the signal's reason
   */
  async enter(signal: AbortSignal): Promise<Release> {
    signal.throwIfAborted();
    if (this.running >= this.mostRunning) await this.wait(signal);
    else this.running += 1;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.leave();
    };
  }

  private wait(signal: AbortSignal): Promise<void> {
    if (this.queue.size >= this.mostQueued) throw new Overloaded(1);
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.queue.delete(takePlace);
        reject(signal.reason);
      };
      const takePlace = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.queue.add(takePlace);
    });
  }

  // A place that becomes free goes to the one who has waited longest, without being free in between.
  private leave(): void {
    const [next] = this.queue;
    if (!next) {
      this.running -= 1;
      return;
    }
    this.queue.delete(next);
    next();
  }
}

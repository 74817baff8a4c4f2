import { Interrupted } from './cli-errors.js';

/** Ctrl-C: aborts all that waits on `signal`, unless something that can end gently is at work; then the second one aborts. */
export class Interrupts {
  private readonly controller = new AbortController();
  private gentleEnd: (() => void) | null = null;
  readonly signal = this.controller.signal;

  /** To be called at each Ctrl-C. */
  arrived(): void {
    const end = this.gentleEnd;
    this.gentleEnd = null;
    if (end) end();
    else this.controller.abort(new Interrupted());
  }

  /** While `work` runs, the first Ctrl-C calls `end` instead of aborting. */
  async endGently<T>(end: () => void, work: () => Promise<T>): Promise<T> {
    this.gentleEnd = end;
    try {
      return await work();
    } finally {
      this.gentleEnd = null;
    }
  }
}

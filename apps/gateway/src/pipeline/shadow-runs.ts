const AT_ONCE = 2;
const MOST_WAITING = 64;
const LONGEST_MS = 30_000;

/** What became of the copies since the start. */
export interface ShadowFigures {
  readonly started: number;
  readonly failed: number;
  /** Not made, because too many waited. */
  readonly dropped: number;
}

/**
 * Copies of questions that go to shadow versions. Nobody waits for one and none fails a question: two run at a time, some wait, and what
 * is more than that is dropped.
 */
export class ShadowRuns {
  private running = 0;
  private readonly waiting: (() => Promise<unknown>)[] = [];
  private figures = { started: 0, failed: 0, dropped: 0 };

  read(): ShadowFigures {
    return { ...this.figures };
  }

  /** @param run gets a signal and a deadline of its own: those of the question are over when it is answered */
  add(run: (signal: AbortSignal, deadlineAt: number) => Promise<unknown>): void {
    if (this.waiting.length >= MOST_WAITING) {
      this.figures.dropped += 1;
      return;
    }
    this.waiting.push(() => run(AbortSignal.timeout(LONGEST_MS), Date.now() + LONGEST_MS));
    this.next();
  }

  private next(): void {
    const run = this.running < AT_ONCE ? this.waiting.shift() : undefined;
    if (!run) return;
    this.running += 1;
    this.figures.started += 1;
    // After the answer has left, and in a turn of its own.
    setImmediate(() => {
      run()
        .catch(() => (this.figures.failed += 1))
        .finally(() => {
          this.running -= 1;
          this.next();
        });
    });
  }
}

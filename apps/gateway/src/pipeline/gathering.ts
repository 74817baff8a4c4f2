/** One statement takes so many answers: more would hold the embedded database, and with it the event loop, too long at once. */
const MOST = 100;
const LONGEST_MS = 250;

/**
 * Where the answers of one operation wait for each other, so that they are stored together and not one by one. Nobody sees an answer before
 * it is stored, and the operation ends with its last one: waiting for those that are still computed costs no time.
 */
export class Gathering {
  private waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** @param deadlineAt end of the operation's time: what is done by then must be stored by then, whatever the others do */
  constructor(private readonly deadlineAt: number) {}

  /** Resolves when those who wait are many enough, or have waited long enough, or `release` is called. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length >= MOST) this.release();
      else this.timer ??= setTimeout(() => this.release(), Math.min(LONGEST_MS, (this.deadlineAt - Date.now()) / 4));
    });
  }

  /** Lets all go that wait now. */
  release(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const go of this.waiting.splice(0)) go();
  }
}

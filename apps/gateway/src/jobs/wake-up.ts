/** Lets loops wait for a time, or for somebody who wakes them. A wake-up that comes while nobody waits ends the next wait at once. */
export class WakeUp {
  private readonly sleepers = new Set<() => void>();
  private calls = 0;

  all(): void {
    this.calls += 1;
    for (const wake of [...this.sleepers]) wake();
  }

  /** @param since the count of calls that the waiter has already seen */
  async wait(ms: number, since = this.calls): Promise<void> {
    if (since !== this.calls) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.sleepers.add(wake);
    });
  }

  get count(): number {
    return this.calls;
  }
}

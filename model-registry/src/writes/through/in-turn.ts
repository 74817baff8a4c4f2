import { orAbort } from '../../or-abort.js';

/** Has what concerns one thing done one after the other, in the order in which it was asked for. */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** @throws the signal's reason if it fires before the turn comes, and whatever the work throws */
  async take<T>(thing: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(thing) ?? Promise.resolve();
    const mine = before.then(() => {
      signal.throwIfAborted();
      return work();
    });
    const over = mine.then(ignore, ignore);
    this.last.set(thing, over);
    void over.then(() => {
      if (this.last.get(thing) === over) this.last.delete(thing);
    });
    await orAbort(before, signal);
    return mine;
  }
}

function ignore(): void {}

import { setImmediate as nextTurn } from 'node:timers/promises';

const TURN_MS = 3;

/** Work that waits for nothing would keep everybody else waiting: it asks here between two pieces, and makes way when its turn is over. */
export class Turns {
  #startedAt = performance.now();

  /** Whether somebody else should have a turn first. */
  get isOver(): boolean {
    return performance.now() - this.#startedAt >= TURN_MS;
  }

  /** Lets others have a turn, if this one is over. */
  async rest(): Promise<void> {
    if (!this.isOver) return;
    await nextTurn();
    this.#startedAt = performance.now();
  }
}

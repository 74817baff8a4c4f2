import { setImmediate as nextTurn } from 'node:timers/promises';
import DataLoader from 'dataloader';

/** Ids of one statement. Hundreds of rows in one piece would keep the event loop from everybody else. */
const MOST_IDS = 50;

/** Pieces of work of one operation, one after the other; between them the event loop is free. */
export class Turns {
  private before: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.before.then(work);
    this.before = done.then(
      () => nextTurn(),
      () => undefined,
    );
    return done;
  }
}

/**
 * Gathers what is asked for at the same time, each id once. More ids than fit into one statement become several.
 * @param turns shared by the loaders of an operation: the embedded database answers within its turn of the event loop, so that one statement
 * would follow the other without end
 * @param load the values in the order of the ids
 */
export function batchLoader<Value>(
  turns: Turns,
  load: (ids: readonly string[]) => Promise<readonly Value[]>,
): DataLoader<string, Value> {
  return new DataLoader((ids) => turns.take(() => load(ids)), { maxBatchSize: MOST_IDS });
}

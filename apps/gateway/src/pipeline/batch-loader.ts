import { setImmediate as nextTurn } from 'node:timers/promises';
import DataLoader from 'dataloader';

/** Ids of one statement. Hundreds of rows in one piece would keep the event loop from everybody else. */
const MOST_IDS = 100;

/**
 * Gathers what is asked for at the same time, each id once. More ids than fit into one batch become several, one after the other; between
 * them the event loop is free (the embedded database answers within its turn, so it would not be by itself).
 * @param load the values in the order of the ids
 */
export function batchLoader<Value>(
  load: (ids: readonly string[]) => Promise<readonly Value[]>,
): DataLoader<string, Value> {
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (ids: readonly string[]): Promise<readonly Value[]> => {
    const loaded = before.then(() => load(ids));
    before = loaded.then(
      () => nextTurn(),
      () => undefined,
    );
    return loaded;
  };
  return new DataLoader(inTurn, { maxBatchSize: MOST_IDS });
}

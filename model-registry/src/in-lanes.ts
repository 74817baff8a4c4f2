import { Turns } from './turns.js';

/**
 * The results of `work` on every item, in the order of the items, with so many at work at once.
 * @throws what the first work that fails throws; the other lanes stop after what they are at
 */
export async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  let hasFailed = false;
  const turns = new Turns();
  const lane = async (): Promise<void> => {
    for (const [i, item] of waiting) {
      if (hasFailed) return;
      results[i] = await work(item);
      await turns.rest();
    }
  };
  const stop = (error: unknown): never => {
    hasFailed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: lanes }, () => lane().catch(stop)));
  return results;
}

import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that waits for nothing would keep everybody else waiting. */
const TURN_MS = 3;

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
  let turnStartedAt = performance.now();
  const lane = async (): Promise<void> => {
    for (const [i, item] of waiting) {
      if (hasFailed) return;
      results[i] = await work(item);
      if (performance.now() - turnStartedAt < TURN_MS) continue;
      await nextTurn();
      turnStartedAt = performance.now();
    }
  };
  const stop = (error: unknown): never => {
    hasFailed = true;
    throw error;
  };
  await Promise.all(Array.from({ length: lanes }, () => lane().catch(stop)));
  return results;
}

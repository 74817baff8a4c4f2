/**
 * Starts `start` for up to `ahead` items before the one that is being consumed, and yields results in the items' order. Nothing is
 * started faster than it is consumed. When the consumer stops or a result fails, what was started is awaited and dropped.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  start: (item: Item) => Promise<Result>,
): AsyncGenerator<readonly [Item, Result], void, undefined> {
  const queue: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  const source = items[Symbol.iterator]();
  const fill = (): void => {
    while (queue.length < ahead) {
      const next = source.next();
      if (next.done) return;
      const result = start(next.value);
      // Handled where it is awaited; until then a rejection must not count as unhandled.
      result.catch(() => undefined);
      queue.push({ item: next.value, result });
    }
  };
  try {
    for (fill(); queue.length > 0; fill()) {
      const head = queue[0];
      if (!head) return;
      const result = await head.result;
      queue.shift();
      yield [head.item, result];
    }
  } finally {
    await Promise.allSettled(queue.map((entry) => entry.result));
  }
}

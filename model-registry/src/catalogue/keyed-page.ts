import { Turns } from '../turns.js';
import { compareKeys, type CatalogueOrder, type SortKey } from './sort-keys.js';

/** A part of a sorted list. */
export interface CataloguePage<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
  /** The key of the last item: pass it as `after` to go on. Null on an empty page. */
  readonly endKey: SortKey | null;
  /** How many there are on all pages; counted when it is asked for. */
  readonly count: () => Promise<number>;
}

/** Which part of a list is wanted: `first` items behind the key `after`. */
export interface PageWish {
  readonly order: CatalogueOrder;
  readonly first: number;
  readonly after: SortKey | null;
}

/** An entry of a sorted list. */
export interface Keyed<T> {
  readonly item: T;
  readonly key: SortKey;
}

/** For sorting a list, once. */
export function byKey(a: Keyed<unknown>, b: Keyed<unknown>): number {
  return compareKeys(a.key, b.key);
}

/** How many entries are passed before others may have a turn. */
const STRETCH = 256;

/** The part of a sorted list that is wanted, of those entries that fit. It walks from its place until the page is full, in turns. */
export async function pageOf<T, Entry extends Keyed<T>>(
  list: readonly Entry[],
  fits: (entry: Entry) => boolean,
  { first, after }: PageWish,
): Promise<CataloguePage<T>> {
  const found: Entry[] = [];
  const turns = new Turns();
  for (let i = after ? placeBehind(list, after) : 0; i < list.length && found.length <= first; i += 1) {
    const entry = list[i];
    if (entry && fits(entry)) found.push(entry);
    if (i % STRETCH === 0) await turns.rest();
  }
  const page = found.slice(0, first);
  return {
    items: page.map(({ item }) => item),
    hasNext: found.length > first,
    endKey: page.at(-1)?.key ?? null,
    count: () => countOf(list, fits),
  };
}

async function countOf<Entry>(list: readonly Entry[], fits: (entry: Entry) => boolean): Promise<number> {
  const turns = new Turns();
  let count = 0;
  for (const [i, entry] of list.entries()) {
    if (fits(entry)) count += 1;
    if (i % STRETCH === 0) await turns.rest();
  }
  return count;
}

/** The first place whose key comes after a key, which itself need not be in the list any more. */
function placeBehind(list: readonly Keyed<unknown>[], key: SortKey): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry && compareKeys(entry.key, key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

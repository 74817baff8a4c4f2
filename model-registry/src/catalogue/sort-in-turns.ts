import type { Turns } from '../turns.js';
import { byKey, type Keyed } from './keyed-page.js';

/** Sorted at once in a millisecond or so. */
const PIECE = 500;

/** A list sorted by its keys. Pieces of it are sorted and merged, so that nobody waits for the whole. */
export async function sortInTurns<Entry extends Keyed<unknown>>(
  entries: readonly Entry[],
  turns: Turns,
): Promise<readonly Entry[]> {
  const pieces: (readonly Entry[])[] = [];
  for (let start = 0; start < entries.length; start += PIECE) {
    pieces.push(entries.slice(start, start + PIECE).sort(byKey));
    await turns.rest();
  }
  return mergeInTurns(pieces, turns);
}

/** Sorted lists as one. */
export async function mergeInTurns<Entry extends Keyed<unknown>>(
  lists: readonly (readonly Entry[])[],
  turns: Turns,
): Promise<readonly Entry[]> {
  if (lists.length <= 1) return lists[0] ?? [];
  const half = lists.length >> 1;
  const [left, right] = [await mergeInTurns(lists.slice(0, half), turns), await mergeInTurns(lists.slice(half), turns)];
  return mergeTwo(left, right, turns);
}

async function mergeTwo<Entry extends Keyed<unknown>>(
  left: readonly Entry[],
  right: readonly Entry[],
  turns: Turns,
): Promise<readonly Entry[]> {
  const merged: Entry[] = [];
  let [i, j] = [0, 0];
  for (let a = left[i], b = right[j]; a || b; a = left[i], b = right[j]) {
    if (a && (!b || byKey(a, b) <= 0)) {
      merged.push(a);
      i += 1;
    } else if (b) {
      merged.push(b);
      j += 1;
    }
    if (merged.length % PIECE === 0) await turns.rest();
  }
  return merged;
}

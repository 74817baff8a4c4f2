import { setImmediate as nextTurn } from 'node:timers/promises';

const NAMES_AT_ONCE = 1000;

/** A measured gene, and where it stands among the version's. */
export interface Pair {
  readonly gene: number;
  readonly position: number;
}

/** Measured genes that the map has, in the order of the map. A layer that two measured genes stand for is compared with neither: which is meant is not known. */
export async function pairsOf(
  genes: readonly string[],
  positionOf: (gene: string) => number,
  signal: AbortSignal,
): Promise<readonly Pair[]> {
  const byPosition = new Map<number, number>();
  for (const [gene, name] of genes.entries()) {
    const position = positionOf(name);
    if (position >= 0) byPosition.set(position, byPosition.has(position) ? -1 : gene);
    if (gene % NAMES_AT_ONCE > 0) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  const pairs = [...byPosition].flatMap(([position, gene]) => (gene < 0 ? [] : [{ gene, position }]));
  return pairs.sort((a, b) => a.position - b.position);
}

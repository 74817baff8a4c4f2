import type { Comparison } from '../comparison.types.js';
import type { PairComparison } from '../pair.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import { escaped, htmlTable } from './markup.js';
import { nameWithKey } from './tables.js';

/** Names of so many scores fit into the tables; more are told apart by letters. */
const MOST_NAMES = 3;

/** A comparison whose scores are called A, B, C ..., and what each letter stands for. */
export interface Lettered {
  readonly comparison: Comparison;
  readonly leftOut: readonly LeftOutRow[];
  /** Name and letter; empty where the names stay. */
  readonly letters: ReadonlyMap<string, string>;
}

/** Gives scores letters where there are too many names for a page's width. */
export function lettered(comparison: Comparison, leftOut: readonly LeftOutRow[]): Lettered {
  const { scores, pairs, strata } = comparison;
  if (scores.length <= MOST_NAMES) return { comparison, leftOut, letters: new Map() };
  const letters = new Map(scores.map(({ name }, i) => [name, String.fromCharCode(65 + i)]));
  const of = (name: string): string => letters.get(name) ?? name;
  const named = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.map((one) => ({ ...one, name: of(one.name) }));
  const between = (all: readonly PairComparison[]): readonly PairComparison[] =>
    all.map((pair) => ({ ...pair, a: of(pair.a), b: of(pair.b) }));
  return {
    comparison: {
      ...comparison,
      scores: named(scores),
      pairs: between(pairs),
      strata: strata.map((stratum) => ({ ...stratum, scores: named(stratum.scores), pairs: between(stratum.pairs) })),
    },
    leftOut: leftOut.map(({ item, missing }) => ({ item, missing: named(missing) })),
    letters,
  };
}

/** Which letter stands for which score, with its line in the plots. */
export function letterTable(letters: ReadonlyMap<string, string>): string {
  if (letters.size === 0) return '';
  return htmlTable(
    ['in plots and tables', 'score'],
    [...letters].map(([name, letter], i) => [nameWithKey(letter, i), escaped(name)]),
  );
}

import type { ComparedScores, PairComparison } from '#libs/comparison';
import { connectionAt, positionsOf } from '../position-page.js';

const MOST_ITEMS = 1000;

/** Which page of a list. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** A Comparison of the schema: as the library has it, with its long lists page by page. */
export function toComparison({ comparison, leftOut, report }: ComparedScores) {
  const { n, scores, pairs, strata, method } = comparison;
  const list = `${n}:${scores.map(({ name }) => name).join()}:${method.seed}`;
  return {
    ...comparison,
    pairs: pairs.map((pair) => toPair(pair, list)),
    strata: strata.map((stratum) => ({
      ...stratum,
      pairs: stratum.pairs.map((pair) => toPair(pair, `${list}:${stratum.stratification}:${stratum.level}`)),
    })),
    leftOut: (page: PageArguments) => pageOf(`${list}:out`, leftOut, page),
    html: report.html,
    csv: report.csv,
  };
}

function toPair(pair: PairComparison, list: string) {
  const { flips } = pair;
  return { ...pair, flips: (page: PageArguments) => flips && pageOf(`${list}:${pair.a}:${pair.b}`, flips, page) };
}

/** A page of a list that is whole. @throws BadUserInput for a page size out of range, or a cursor of another list */
export function pageOf<T>(list: string, all: readonly T[], asked: PageArguments) {
  const page = positionsOf(list, asked, MOST_ITEMS);
  return connectionAt(list, page, all.slice(page.from, page.from + page.count), all.length);
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProfileOrder } from '#graphql/generated/schema-types';
import { type ProfilePair, whyAbsent } from '#libs/comparison';
import { BadUserInput } from '#libs/errors';
import { csvLine } from '#libs/tables';
import { toSettings } from '../expression-matrix/index.js';
import { connectionAt, positionsOf } from '../position-page.js';
import type { ComparedExpression } from './expression-comparisons.js';
import { type PageArguments, pageOf } from './to-comparison.js';

const MOST_FEATURES = 1000;
const MOST_NAMES = 500;
const LINES_AT_ONCE = 500;
const COLUMNS = [
  ...['name', 'reliable', 'pearson', 'pearson_lower', 'pearson_upper', 'spearman', 'bias', 'standard_deviation'],
  ...['lower_limit', 'upper_limit', 'rmse', 'trend'],
];

/** What is known of a feature beside the numbers of a pair. */
interface Feature {
  readonly name: string;
  readonly reliable: boolean | null;
  readonly overlaps: readonly number[] | null;
}

/** An ExpressionComparison of the schema: long lists page by page. */
export function toExpressionComparison(found: ComparedExpression, list: string) {
  const { n, unit, transform, genes, compared, pathways, leftOut } = found;
  const { names, reliable, unshared } = genes;
  const geneAt = (at: number): Feature => ({
    name: names[at] ?? '',
    reliable: reliable && reliable[at] === 1,
    overlaps: null,
  });
  return {
    ...{ n, unit, transform, unshared },
    geneCount: names.length,
    reliableCount: reliable && reliable.reduce((sum, one) => sum + one, 0),
    ...toCompared(compared, names.length, geneAt, list),
    pathways: pathways && toPathways(pathways, list),
    leftOut: (page: PageArguments) => pageOf(list, leftOut, page),
  };
}

function toPathways(
  { scoring, sets, passedOverCount, compared }: NonNullable<ComparedExpression['pathways']>,
  list: string,
) {
  const setAt = (at: number): Feature => ({
    name: sets[at]?.name ?? '',
    reliable: null,
    overlaps: sets[at]?.overlaps ?? null,
  });
  return {
    collectionDigest: scoring.collection.digest,
    referenceDigest: scoring.reference?.digest ?? null,
    settings: toSettings(scoring.settings),
    setCount: sets.length,
    passedOverCount,
    ...toCompared(compared, sets.length, setAt, `${list}:${scoring.collection.digest}`),
  };
}

/** Over all items, and in each stratum. */
function toCompared(
  { pairs, strata }: ComparedExpression['compared'],
  count: number,
  featureAt: (at: number) => Feature,
  list: string,
) {
  return {
    pairs: pairs.map((pair) => toPair(pair, count, featureAt, list)),
    strata: strata.map(({ stratification, level, n, pairs: of }) => ({
      ...{ stratification, level, n },
      pairs: of.map((pair) => toPair(pair, count, featureAt, `${list}:${JSON.stringify([stratification, level])}`)),
    })),
  };
}

function toPair(pair: ProfilePair, count: number, featureAt: (at: number) => Feature, list: string) {
  const { a, b, n, summary, chosen, orders } = pair;
  const agreementAt = (at: number) => toAgreement(pair, at, featureAt(at));
  return {
    ...{ a, b, n, summary, reliable: chosen },
    named: ({ names }: { readonly names: readonly string[] }) => {
      if (names.length < 1 || names.length > MOST_NAMES)
        throw new BadUserInput('names', `must be 1 to ${MOST_NAMES} names`);
      const wanted = new Set(names);
      const places = new Map<string, number>();
      for (let at = 0; at < count; at++) if (wanted.has(featureAt(at).name)) places.set(featureAt(at).name, at);
      return names.map((name) => {
        const at = places.get(name);
        return at === undefined ? null : agreementAt(at);
      });
    },
    features: ({ order, ...asked }: PageArguments & { readonly order: ProfileOrder }) => {
      const pages = `${list}:${a}:${b}:${order}`;
      const page = positionsOf(pages, asked, MOST_FEATURES);
      const length = Math.max(0, Math.min(page.count, count - page.from));
      const nodes = Array.from({ length }, (_, i) => {
        const at = page.from + i;
        return agreementAt(order === 'POSITION' ? at : (orders[order][at] ?? at));
      });
      return connectionAt(pages, page, nodes, count);
    },
    csv: () => csvOf(pair, count, featureAt),
  };
}

function toAgreement({ statistics: of, n }: ProfilePair, at: number, feature: Feature) {
  const value = numberOrNull(of.pearson[at]);
  return {
    ...feature,
    position: at,
    pearson: value === null ? null : { value, ci: boundsOf(of.pearsonLower[at], of.pearsonUpper[at]) },
    spearman: numberOrNull(of.spearman[at]),
    bias: numberOrNull(of.bias[at]),
    standardDeviation: numberOrNull(of.standardDeviation[at]),
    limits: boundsOf(of.lowerLimit[at], of.upperLimit[at]),
    rmse: numberOrNull(of.rootMeanSquare[at]),
    trend: numberOrNull(of.trend[at]),
    absent: whyAbsent(of, n, at),
  };
}

/** A line for each feature, empty cells for what is absent; some hundred at a time. */
async function csvOf({ statistics: of }: ProfilePair, count: number, featureAt: (at: number) => Feature) {
  const parts = [csvLine(COLUMNS)];
  const columns = [
    ...[of.pearson, of.pearsonLower, of.pearsonUpper, of.spearman, of.bias, of.standardDeviation],
    ...[of.lowerLimit, of.upperLimit, of.rootMeanSquare, of.trend],
  ];
  for (let at = 0; at < count; at++) {
    const { name, reliable } = featureAt(at);
    parts.push(csvLine([name, reliable, ...columns.map((values) => numberOrNull(values[at]))]));
    if (at % LINES_AT_ONCE === LINES_AT_ONCE - 1) await nextTurn();
  }
  return parts.join('');
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function boundsOf(lower: number | undefined, upper: number | undefined): readonly [number, number] | null {
  const [low, high] = [numberOrNull(lower), numberOrNull(upper)];
  return low === null || high === null ? null : [low, high];
}

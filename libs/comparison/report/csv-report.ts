import { csvLine } from '#libs/tables';
import type { Comparison, ScoreEvaluation } from '../comparison.types.js';
import type { PairComparison } from '../pair.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import type { Bounds, Estimate } from '../statistic.types.js';

type Cell = string | number | null;

const HEAD: readonly Cell[] = [
  'part',
  'stratification',
  'level',
  'a',
  'b',
  'statistic',
  'value',
  'lower',
  'upper',
  'p',
  'adjusted_p',
  'n',
  'absent',
];

/** What stands before the numbers of a row: which part, of which stratum. */
type Place = readonly [part: string, stratification: string | null, level: string | null];

interface Numbers {
  readonly value: number | null;
  readonly ci?: Bounds | null | undefined;
  readonly p?: number | null;
  readonly adjustedP?: number | null;
}

/** The numbers as CSV, a row for each statistic, flip and left-out item; an absence has its reason and no number. */
export function csvReport({ scores, pairs, strata }: Comparison, leftOut: readonly LeftOutRow[]): string {
  const rows = [
    ...scores.flatMap((score) => scoreRows(['score', null, null], score)),
    ...pairs.flatMap((pair) => pairRows(['pair', null, null], pair)),
    ...strata.flatMap(({ stratification, level, scores: of, pairs: between }) => [
      ...of.flatMap((score) => scoreRows(['score', stratification, level], score)),
      ...between.flatMap((pair) => pairRows(['pair', stratification, level], pair)),
    ]),
    ...pairs.flatMap(({ a, b, flips }) =>
      (flips ?? []).map(({ item, a: first, b: second }) => listed('flip', a, b, `${item}: ${first} to ${second}`)),
    ),
    ...leftOut.map(({ item, missing }) =>
      listed('left out', item, null, missing.map(({ name, reason }) => `${name} ${reason}`).join('; ')),
    ),
  ];
  return [HEAD, ...rows].map((row) => csvLine(row)).join('');
}

function listed(part: string, a: string, b: string | null, what: string): readonly Cell[] {
  return [part, null, null, a, b, what, null, null, null, null, null, null, null];
}

function scoreRows(place: Place, score: ScoreEvaluation): readonly (readonly Cell[])[] {
  const { name, n, auc, calls, calibration, reliability, blandAltman } = score;
  const row = (statistic: string, { value, ci }: Numbers): readonly Cell[] =>
    value === null
      ? []
      : [...place, name, null, statistic, value, ci?.[0] ?? null, ci?.[1] ?? null, null, null, n, null];
  const of = (statistic: string, found: Estimate | null | undefined): readonly Cell[] =>
    found ? row(statistic, found) : [];
  const rows = [
    of('AUC', auc),
    auc?.bootstrapCi ? row('AUC_BOOTSTRAP', { value: auc.value, ci: auc.bootstrapCi }) : [],
    row('AUC_VARIANCE', { value: auc?.variance ?? null }),
    of('AVERAGE_PRECISION', score.averagePrecision),
    of('BRIER', score.brier),
    row('ECE', { value: reliability?.ece ?? null }),
    of('CALIBRATION_SLOPE', calibration?.slope),
    of('CALIBRATION_INTERCEPT', calibration?.intercept),
    of('CALIBRATION_IN_THE_LARGE', calibration?.inTheLarge),
    of('PPA', calls?.ppa),
    of('NPA', calls?.npa),
    of('PPV', calls?.ppv),
    of('NPV', calls?.npv),
    of('ACCURACY', calls?.accuracy),
    row('UNCALLED', { value: calls?.uncalled ?? null }),
    of('C_INDEX', score.cIndex),
    of('PEARSON', score.pearson),
    of('SPEARMAN', score.spearman),
    of('RMSE', score.rmse),
    blandAltman ? row('BLAND_ALTMAN', { value: blandAltman.bias, ci: blandAltman.limits }) : [],
  ];
  const absent = score.absent.map(({ statistic, reason, isIntervalOnly }) => [
    ...place,
    name,
    null,
    isIntervalOnly ? `${statistic}_INTERVAL` : statistic,
    ...[null, null, null, null, null, n, reason],
  ]);
  return [...rows.filter((cells) => cells.length > 0), ...absent];
}

function pairRows(place: Place, pair: PairComparison): readonly (readonly Cell[])[] {
  const { a, b, n, delong, mcnemar, agreement, differences, flips } = pair;
  const row = (statistic: string, { value, ci, p = null, adjustedP = null }: Numbers): readonly Cell[] =>
    value === null ? [] : [...place, a, b, statistic, value, ci?.[0] ?? null, ci?.[1] ?? null, p, adjustedP, n, null];
  const rows = [
    delong ? row('DELONG', { ...delong, value: delong.difference }) : [],
    mcnemar ? row('MCNEMAR', { ...mcnemar, value: mcnemar.onlyA - mcnemar.onlyB }) : [],
    agreement ? row('KAPPA', agreement.kappa) : [],
    row('FLIPS', { value: flips?.length ?? null }),
    differences ? row('SCORE_DIFFERENCE', { value: differences.bias, ci: differences.limits }) : [],
    ...pair.deltas.map((delta) => row(`DELTA_${delta.statistic}`, delta)),
  ];
  const absent = pair.absent.map(({ statistic, reason }) => [
    ...place,
    a,
    b,
    statistic,
    ...[null, null, null, null, null, n, reason],
  ]);
  return [...rows.filter((cells) => cells.length > 0), ...absent];
}

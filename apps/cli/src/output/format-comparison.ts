import type {
  CompareVersionsQuery,
  ComparisonFieldsFragment,
  EstimateFieldsFragment,
  PairFieldsFragment,
  ScoreFieldsFragment,
} from '#libs/client';
import { figure, table } from './text.js';

type Comparison = Omit<ComparisonFieldsFragment, 'html' | 'csv'>;
type Versions = Omit<CompareVersionsQuery['compareVersions'], 'comparison' | 'embeddings' | 'expression'>;
type Row = readonly [string, (score: ScoreFieldsFragment) => string];

const NOTHING = '-';
const ROWS: readonly Row[] = [
  ['AUC', ({ auc }) => estimate(auc)],
  ['AUC, bootstrap', ({ auc }) => (auc?.bootstrapCi ? interval(auc.bootstrapCi) : NOTHING)],
  ['PR AUC', ({ averagePrecision }) => estimate(averagePrecision)],
  ['Brier score', ({ brier }) => estimate(brier)],
  ['ECE', ({ reliability }) => (reliability ? reliability.ece.toFixed(3) : NOTHING)],
  ['calibration slope', ({ calibration }) => estimate(calibration?.slope)],
  ['calibration intercept', ({ calibration }) => estimate(calibration?.intercept)],
  ['threshold', ({ calls }) => (typeof calls?.threshold === 'number' ? figure(calls.threshold) : NOTHING)],
  ['PPA', ({ calls }) => estimate(calls?.ppa)],
  ['NPA', ({ calls }) => estimate(calls?.npa)],
  ['PPV', ({ calls }) => estimate(calls?.ppv)],
  ['NPV', ({ calls }) => estimate(calls?.npv)],
  ['without a call', ({ calls }) => (calls ? String(calls.uncalled) : NOTHING)],
  ['C-index', ({ cIndex }) => estimate(cIndex)],
  ["Pearson's r", ({ pearson }) => estimate(pearson)],
  ["Spearman's rho", ({ spearman }) => estimate(spearman)],
  ['RMSE', ({ rmse }) => estimate(rmse)],
  ['bias (limits)', ({ blandAltman: one }) => (one ? estimate({ value: one.bias, ci: one.limits }) : NOTHING)],
];

/** A comparison for a person: scores in columns, pairs in rows, and what is missing. */
export function comparisonLines(found: Comparison): string[] {
  const { n, positives, patients, method, scores, pairs, leftOut } = found;
  const facts = [
    `${n} items`,
    ...(typeof positives === 'number'
      ? [`${positives} ${found.outcome === 'SURVIVAL' ? 'with an event' : 'positive'}`]
      : []),
    ...(typeof patients === 'number' ? [`${patients} patients`] : []),
    ...(leftOut.totalCount > 0 ? [`${leftOut.totalCount} left out, for something is missing`] : []),
  ];
  return [
    `${facts.join(', ')}; ${method.confidence * 100} % intervals, bootstrap of ${method.draws} draws of ${method.resampled.toLowerCase()}, seed ${method.seed}`,
    ...(found.outcome === 'NONE' ? [] : ['', ...scoreTable(scores)]),
    ...(pairs.length === 0 ? [] : ['', ...pairTable(pairs)]),
    ...deltaTable(pairs),
    ...strataTable(found),
    ...absences(found),
  ];
}

/** What was compared, and what must be known of it. */
export function versionLines(
  { cohort, versions, target, class: className, scale, notices }: Versions,
  otherwise = 'embeddings',
): string[] {
  const of =
    target === null || target === undefined
      ? otherwise
      : `${target}${className ? `, ${className} against the rest` : ''}, ${scale?.toLowerCase().replaceAll('_', ' ')}`;
  return [
    `${cohort.name} (${cohort.id}, revision ${cohort.revision}, ${cohort.itemCount} items): ${of}`,
    ...versions.map(
      ({ name, origin, answered, calibrations }) =>
        `  ${name}: ${answered} ${origin === 'IMPORTED' ? 'imported' : 'answered'}${calibrations.length > 0 ? `, calls by ${calibrations.join(', ')}` : ''}`,
    ),
    ...notices.map((notice) => `! ${notice}`),
  ];
}

function scoreTable(scores: readonly ScoreFieldsFragment[]): string[] {
  const rows = ROWS.map(([label, of]) => [label, ...scores.map(of)]);
  const told = rows.filter(([, ...cells]) => cells.some((cell) => cell !== NOTHING));
  return table(['', ...scores.map(({ name }) => name)], told);
}

function pairTable(pairs: Comparison['pairs']): string[] {
  return table(
    ['FIRST - SECOND', 'AUC (DELONG)', 'RIGHT CALLS (MCNEMAR)', 'KAPPA', 'FLIPS'],
    pairs.map((pair) => [
      `${pair.a} - ${pair.b}`,
      delongText(pair, pair.delong?.p, 'p'),
      mcnemarText(pair, pair.mcnemar?.p, 'p'),
      estimate(pair.agreement?.kappa),
      pair.flips ? String(pair.flips.totalCount) : NOTHING,
    ]),
  );
}

function deltaTable(pairs: readonly PairFieldsFragment[]): string[] {
  const rows = pairs.flatMap(({ a, b, deltas }) =>
    deltas.map((delta) => [`${a} - ${b}`, delta.statistic, estimate(delta)]),
  );
  return rows.length === 0 ? [] : ['', ...table(['FIRST - SECOND', 'STATISTIC', 'DIFFERENCE (BOOTSTRAP)'], rows)];
}

function strataTable({ strata }: Comparison): string[] {
  const rows = strata.flatMap(({ stratification, level, n, pairs }) =>
    pairs.map((pair) => [
      `${stratification} ${level ?? 'not stated'}`,
      String(n),
      `${pair.a} - ${pair.b}`,
      delongText(pair, pair.delong?.adjustedP, 'adjusted p'),
      mcnemarText(pair, pair.mcnemar?.adjustedP, 'adjusted p'),
    ]),
  );
  return rows.length === 0
    ? []
    : ['', ...table(['STRATUM', 'ITEMS', 'FIRST - SECOND', 'AUC (DELONG)', 'RIGHT CALLS (MCNEMAR)'], rows)];
}

function delongText({ delong }: PairFieldsFragment, p: number | null | undefined, name: string): string {
  return delong ? `${estimate({ value: delong.difference, ci: delong.ci })} ${name} ${pText(p)}` : NOTHING;
}

function mcnemarText({ mcnemar }: PairFieldsFragment, p: number | null | undefined, name: string): string {
  return mcnemar ? `${mcnemar.onlyA} : ${mcnemar.onlyB} ${name} ${pText(p)}` : NOTHING;
}

function absences({ scores, pairs }: Comparison): string[] {
  const lines = [
    ...scores.flatMap(({ name, absent }) => absent.map((one) => absence(name, one))),
    ...pairs.flatMap(({ a, b, absent }) => absent.map((one) => absence(`${a} - ${b}`, one))),
  ];
  return lines.length === 0 ? [] : ['', 'Not there, and why:', ...lines];
}

function absence(of: string, { statistic, reason, isIntervalOnly }: ScoreFieldsFragment['absent'][number]): string {
  return `  ${of}: ${statistic}${isIntervalOnly ? ' (interval)' : ''} ${reason}`;
}

function pText(p: number | null | undefined): string {
  if (typeof p !== 'number') return NOTHING;
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

function estimate(found: EstimateFieldsFragment | null | undefined): string {
  if (!found) return NOTHING;
  return found.ci ? `${fixed(found.value)} (${interval(found.ci)})` : fixed(found.value);
}

function interval([lower = NaN, upper = NaN]: readonly number[]): string {
  return `${fixed(lower)} to ${fixed(upper)}`;
}

function fixed(value: number): string {
  return Math.abs(value) >= 100 ? figure(value) : value.toFixed(3);
}

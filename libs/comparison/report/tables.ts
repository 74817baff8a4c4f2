import type { Comparison, ScoreEvaluation } from '../comparison.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import type { PairComparison } from '../pair.types.js';
import { escaped, htmlTable } from './markup.js';
import { lineStyle } from './plot.js';
import { absenceWords, estimate, interval, number, pValue, STATISTIC } from './words.js';

/** Longer lists are for the API and the CSV. */
const MOST_LISTED = 200;
/** Scores side by side; more stand in further tables. */
const MOST_COLUMNS = 4;

/** A score's name behind a piece of its line in the plots. */
export function nameWithKey(name: string, index: number): string {
  const { colour, dash } = lineStyle(index);
  return `<svg class="key" width="30" height="8" aria-hidden="true"><path class="line" stroke="${colour}" stroke-dasharray="${dash}" d="M1 4H29"/></svg> ${escaped(name)}`;
}

type Row = readonly [string, (score: ScoreEvaluation) => string];

const BINARY_ROWS: readonly Row[] = [
  ['AUC, by DeLong', ({ auc }) => estimate(auc)],
  ['AUC, interval by bootstrap', ({ auc }) => (auc?.bootstrapCi ? interval(auc.bootstrapCi) : '\u2013')],
  ['PR AUC', ({ averagePrecision }) => estimate(averagePrecision)],
  ['Brier score', ({ brier }) => estimate(brier)],
  ['calibration error (ECE)', ({ reliability }) => (reliability ? number(reliability.ece) : '\u2013')],
  ['calibration slope', ({ calibration }) => estimate(calibration?.slope)],
  ['calibration intercept', ({ calibration }) => estimate(calibration?.intercept)],
  ['threshold', ({ calls }) => (calls && calls.threshold !== null ? number(calls.threshold) : '\u2013')],
  ['PPA (sensitivity)', ({ calls }) => estimate(calls?.ppa)],
  ['NPA (specificity)', ({ calls }) => estimate(calls?.npa)],
  ['PPV, at this share of positives', ({ calls }) => estimate(calls?.ppv)],
  ['NPV, at this share of positives', ({ calls }) => estimate(calls?.npv)],
  ['items without a call', ({ calls }) => (calls ? String(calls.uncalled) : '\u2013')],
];
const SURVIVAL_ROWS: readonly Row[] = [['C-index', ({ cIndex }) => estimate(cIndex)]];
const CONTINUOUS_ROWS: readonly Row[] = [
  ["Pearson's r", ({ pearson }) => estimate(pearson)],
  ["Spearman's rho", ({ spearman }) => estimate(spearman)],
  ['RMSE', ({ rmse }) => estimate(rmse)],
  [
    'bias, with limits of agreement',
    ({ blandAltman: one }) => (one ? estimate({ value: one.bias, ci: one.limits }) : '\u2013'),
  ],
];

/** What each score is worth, a column a score. */
export function scoreTable({ outcome, scores }: Comparison): string {
  const rows = { NONE: [], BINARY: BINARY_ROWS, SURVIVAL: SURVIVAL_ROWS, CONTINUOUS: CONTINUOUS_ROWS }[outcome];
  const columns = scores.map((score, i) => ({ score, head: nameWithKey(score.name, i) }));
  const parts = Array.from({ length: Math.ceil(columns.length / MOST_COLUMNS) }, (_, i) =>
    columns.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS),
  );
  return parts
    .map((part) =>
      htmlTable(
        ['', ...part.map(({ head }) => head)],
        rows.map(([label, of]) => [label, ...part.map(({ score }) => of(score))]),
      ),
    )
    .join('');
}

/** Every pair in a row: tests and agreement. */
export function pairTable(pairs: readonly PairComparison[]): string {
  const head = [
    'first \u2212 second',
    'AUC: DeLong',
    'right calls: McNemar',
    'kappa of the calls',
    'calls that differ',
    'scores: mean difference',
  ];
  return htmlTable(
    head,
    pairs.map(({ a, b, delong, mcnemar, agreement, flips, differences }) => [
      `${escaped(a)} \u2212 ${escaped(b)}`,
      delong
        ? `${estimate({ value: delong.difference, ci: delong.ci })}, z = ${number(delong.z)}, ${pValue(delong.p)}`
        : '\u2013',
      mcnemar ? `${mcnemar.onlyA} : ${mcnemar.onlyB}, ${pValue(mcnemar.p)}` : '\u2013',
      agreement ? estimate(agreement.kappa) : '\u2013',
      flips ? String(flips.length) : '\u2013',
      differences ? estimate({ value: differences.bias, ci: differences.limits }) : '\u2013',
    ]),
  );
}

/** Differences with their bootstrap intervals: a row for each pair. */
export function deltaTable(pairs: readonly PairComparison[]): string {
  const statistics = [...new Set(pairs.flatMap(({ deltas }) => deltas.map(({ statistic }) => statistic)))];
  if (statistics.length === 0) return '';
  const rows = pairs.map(({ a, b, deltas }) => [
    `${escaped(a)} \u2212 ${escaped(b)}`,
    ...statistics.map((statistic) => estimate(deltas.find((delta) => delta.statistic === statistic))),
  ]);
  return htmlTable(['first \u2212 second', ...statistics.map((statistic) => STATISTIC[statistic])], rows);
}

/** The pairs in each stratum. */
export function strataTable({ strata, outcome }: Comparison): string {
  const rows = strata.flatMap(({ stratification, level, n, positives, pairs }) =>
    pairs.map(({ a, b, delong, mcnemar, agreement }) => [
      `${escaped(stratification)} ${level === null ? '<i>not stated</i>' : escaped(level)}`,
      outcome === 'BINARY' ? `${n}, ${positives ?? 0} positive` : String(n),
      `${escaped(a)} \u2212 ${escaped(b)}`,
      delong
        ? `${estimate({ value: delong.difference, ci: delong.ci })}, adjusted ${pValue(delong.adjustedP ?? delong.p)}`
        : '\u2013',
      mcnemar ? `${mcnemar.onlyA} : ${mcnemar.onlyB}, adjusted ${pValue(mcnemar.adjustedP ?? mcnemar.p)}` : '\u2013',
      agreement ? estimate(agreement.kappa) : '\u2013',
    ]),
  );
  return htmlTable(['stratum', 'items', 'first \u2212 second', 'AUC: DeLong', 'right calls: McNemar', 'kappa'], rows);
}

/** Items that are in no number, by what they lack. */
export function leftOutList(rows: readonly LeftOutRow[]): string {
  const byLack = new Map<string, string[]>();
  for (const { item, missing } of rows.slice(0, MOST_LISTED)) {
    const lack = missing
      .map(({ name, reason }) => `${escaped(name)}${reason === 'MISSING' ? '' : ` (${escaped(reason)})`}`)
      .join(', ');
    byLack.set(lack, [...(byLack.get(lack) ?? []), escaped(item)]);
  }
  const parts = [...byLack].map(([lack, items]) => `<dt>lack ${lack}</dt><dd>${items.join(', ')}</dd>`);
  const more =
    rows.length > MOST_LISTED ? `<p>And ${rows.length - MOST_LISTED} more, which the CSV and the API list.</p>` : '';
  return `<dl class="list">${parts.join('')}</dl>${more}`;
}

/** What is not there, and why; in strata, too. */
export function absenceList({ scores, pairs, strata }: Comparison): string {
  const lines = [
    ...absencesOf('', { scores, pairs }),
    ...strata.flatMap((stratum) => {
      const { stratification, level } = stratum;
      return absencesOf(`${escaped(stratification)} ${level === null ? 'not stated' : escaped(level)}, `, stratum);
    }),
  ];
  if (lines.length === 0) return '';
  const shown = lines.slice(0, MOST_LISTED).map((line) => `<li>${line}</li>`);
  const more = lines.length > MOST_LISTED ? `<p>And ${lines.length - MOST_LISTED} more, which the CSV lists.</p>` : '';
  return `<ul class="list">${shown.join('')}</ul>${more}`;
}

/** A line for each score and pair. */
function absencesOf(where: string, { scores, pairs }: Pick<Comparison, 'scores' | 'pairs'>): readonly string[] {
  const line = (name: string, absent: ScoreEvaluation['absent']): readonly string[] =>
    absent.length === 0 ? [] : [`${where}${name}: ${absent.map(absenceWords).join('; ')}`];
  return [
    ...scores.flatMap(({ name, absent }) => line(escaped(name), absent)),
    ...pairs.flatMap(({ a, b, absent }) => line(`${escaped(a)} \u2212 ${escaped(b)}`, absent)),
  ];
}

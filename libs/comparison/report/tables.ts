import type { Comparison, ScoreEvaluation } from '../comparison.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import type { PairComparison } from '../pair.types.js';
import { escaped, htmlTable } from './markup.js';
import { lineStyle } from './plot.js';
import { absenceWords, counted, estimate, interval, number, pValue, STATISTIC } from './words.js';

/** Longer lists are for the API and the CSV. */
const MOST_LISTED = 200;

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
  const head = ['', ...scores.map(({ name }, i) => nameWithKey(name, i))];
  return htmlTable(
    head,
    rows.map(([label, of]) => [label, ...scores.map(of)]),
  );
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

/** Differences with their bootstrap intervals. */
export function deltaTable(pairs: readonly PairComparison[]): string {
  const rows = pairs.flatMap(({ a, b, deltas }) =>
    deltas.map((delta) => [`${escaped(a)} \u2212 ${escaped(b)}`, STATISTIC[delta.statistic], estimate(delta)]),
  );
  return rows.length === 0 ? '' : htmlTable(['first \u2212 second', 'statistic', 'difference'], rows);
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

/** How the calls of a pair meet, and which items they differ on. */
export function flipTables({ a, b, n, flips }: PairComparison): string {
  if (!flips) return '';
  const of = (first: string, second: string): number =>
    flips.filter((flip) => flip.a === first && flip.b === second).length;
  const known = flips.some(({ isPositive }) => isPositive !== null);
  const [up, down] = [of('NEGATIVE', 'POSITIVE'), of('POSITIVE', 'NEGATIVE')];
  const summary = `<p><b>${escaped(a)}</b> and <b>${escaped(b)}</b> differ on ${flips.length} of ${counted(n, 'item')}: ${up} from negative to positive, ${down} from positive to negative, ${flips.length - up - down} to or from a state without a call.</p>`;
  if (flips.length === 0) return summary;
  const rows = flips
    .slice(0, MOST_LISTED)
    .map(({ item, a: first, b: second, isPositive }) => [
      escaped(item),
      first.toLowerCase(),
      second.toLowerCase(),
      ...(known ? [isPositive === null ? '' : isPositive ? 'positive' : 'negative'] : []),
    ]);
  const more = flips.length > MOST_LISTED ? `<p>And ${flips.length - MOST_LISTED} more, which the API lists.</p>` : '';
  return `${summary}<div class="columns">${htmlTable(['item', escaped(a), escaped(b), ...(known ? ['label'] : [])], rows)}</div>${more}`;
}

/** Items that are in no number. */
export function leftOutTable(rows: readonly LeftOutRow[]): string {
  const shown = rows
    .slice(0, MOST_LISTED)
    .map(({ item, missing }) => [
      escaped(item),
      missing
        .map(({ name, reason }) => `${escaped(name)}${reason === 'MISSING' ? '' : ` (${escaped(reason)})`}`)
        .join(', '),
    ]);
  const more = rows.length > MOST_LISTED ? `<p>And ${rows.length - MOST_LISTED} more, which the API lists.</p>` : '';
  return `<div class="columns">${htmlTable(['item', 'lacks'], shown)}</div>${more}`;
}

/** What is not there, and why. */
export function absenceList({ scores, pairs }: Comparison): string {
  const lines = [
    ...scores.flatMap(({ name, absent }) => absent.map((one) => `${escaped(name)}: ${absenceWords(one)}`)),
    ...pairs.flatMap(({ a, b, absent }) =>
      absent.map((one) => `${escaped(a)} \u2212 ${escaped(b)}: ${absenceWords(one)}`),
    ),
  ];
  return lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

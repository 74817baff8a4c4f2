import type { Comparison } from '../comparison.types.js';
import type { PairComparison } from '../pair.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import { escaped } from './markup.js';
import { decisionPlot, forestPlot, reliabilityPlots, rocPlot } from './plots.js';
import { STYLE } from './style.js';
import { absenceList, deltaTable, flipTables, leftOutTable, pairTable, scoreTable, strataTable } from './tables.js';
import { counted, interval, number, pValue } from './words.js';

/** What a report says beside its numbers. */
export interface ReportHead {
  readonly title: string;
  /** name and value, such as the cohort and its revision */
  readonly facts: readonly (readonly [string, string])[];
  /** sentences that a reader must know */
  readonly remarks: readonly string[];
}

const METHODS = {
  BINARY:
    'AUC: Mann-Whitney with ties at one half, variance and test by DeLong (Sun and Xu 2014). PPA, NPA, PPV, NPV: Wilson. Calls of two: McNemar, exact below 25 that differ. Calibration: logistic recalibration with Wald intervals, bins of equal mass. Strata: Benjamini-Hochberg over all strata and pairs.',
  SURVIVAL: "Harrell's C-index, ties at one half.",
  CONTINUOUS: "Pearson's r with Fisher's z, Spearman's rho, limits of agreement after Bland and Altman.",
  NONE: "No labels: agreement of calls (Cohen's kappa), differences of scores, and which calls differ.",
} as const;

/** The comparison as a page: HTML in one piece, no script, nothing loaded from elsewhere, fit to be printed. */
export function htmlReport(comparison: Comparison, leftOut: readonly LeftOutRow[], head: ReportHead): string {
  const { scores, pairs, strata } = comparison;
  const section = (heading: string, content: string): string =>
    content === '' ? '' : `<section><h2>${heading}</h2>${content}</section>`;
  const absences = absenceList(comparison);
  const title = escaped(head.title);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1>${facts(comparison, leftOut, head)}` +
    section('In a sentence', sentences(comparison)) +
    section('Each score', comparison.outcome === 'NONE' ? '' : scoreTable(comparison)) +
    section(
      'Curves',
      `<div class="plots">${rocPlot(scores)}${decisionPlot(scores)}</div>`.replace('<div class="plots"></div>', ''),
    ) +
    section('Reliability', reliabilityPlots(scores) && `<div class="plots">${reliabilityPlots(scores)}</div>`) +
    section(
      'One against the other',
      pairs.length === 0 ? '' : pairTable(pairs) + forests(comparison) + deltaTable(pairs),
    ) +
    section('Strata', strata.length === 0 ? '' : strataTable(comparison)) +
    section('Calls that differ', pairs.map(flipTables).join('')) +
    section('Left out', leftOut.length === 0 ? '' : leftOutTable(leftOut)) +
    section('What is not there, and why', absences) +
    `</body></html>\n`
  );
}

function facts(
  { n, positives, patients, outcome, method }: Comparison,
  leftOut: readonly LeftOutRow[],
  head: ReportHead,
): string {
  const share = Math.round(method.confidence * 1000) / 10;
  const drawn = method.resampled === 'PATIENTS' ? 'whole patients' : 'items';
  const known: readonly (readonly [string, string])[] = [
    ...head.facts,
    [
      'items',
      `${n}${positives === null ? '' : `, ${positives} ${outcome === 'SURVIVAL' ? 'with an event' : 'positive'}`}; ${leftOut.length} left out`,
    ],
    ['patients', patients === null ? 'not known: items are taken as independent of each other' : String(patients)],
    ['intervals', `${share} %; bootstrap of ${method.draws} draws of ${drawn}, seed ${method.seed}`],
  ];
  const remarks = head.remarks.map((remark) => `<p class="remark">${escaped(remark)}</p>`).join('');
  const list = known.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('');
  return `<dl>${list}</dl>${remarks}<p class="method">${METHODS[outcome]} Differences: paired bootstrap.</p>`;
}

function forests(comparison: Comparison): string {
  const names = ['AUC', 'BRIER', 'PPA', 'NPA', 'C_INDEX', 'PEARSON', 'RMSE'] as const;
  const drawn = names.map((name) => forestPlot(comparison, name)).join('');
  return drawn === '' ? '' : `<div class="plots">${drawn}</div>`;
}

/** What the interval of each pair says, and no more: by bootstrap where a patient has several items, for DeLong takes items as independent. */
function sentences({ pairs, n, patients, method }: Comparison): string {
  const share = Math.round(method.confidence * 1000) / 10;
  const isDependent = patients !== null && patients < n;
  const said = pairs.flatMap((pair) => {
    const one = sentence(pair, share, isDependent);
    return one === null ? [] : [`<p>${one}</p>`];
  });
  if (said.length === 0) return '';
  const dependent = `<p>${counted(n, 'item')} come from ${counted(patients ?? 0, 'patient')}: DeLong, McNemar, Wilson and Wald take items as independent of each other, so their intervals are too narrow. The bootstrap draws whole patients.</p>`;
  return said.join('') + (isDependent ? dependent : '');
}

function sentence({ a, b, delong, deltas }: PairComparison, share: number, isDependent: boolean): string | null {
  const drawn = deltas.find(({ statistic }) => statistic === 'AUC');
  if (!delong) return null;
  const { difference, p } = delong;
  const ci = (isDependent ? drawn?.ci : null) ?? delong.ci;
  const by =
    ci === drawn?.ci
      ? 'by bootstrap of patients'
      : `DeLong ${pValue(p)}${isDependent ? ', which takes items as independent: too narrow' : ''}`;
  const numbers = `difference ${number(difference)}, ${share} % interval ${interval(ci)}, ${by}`;
  if (ci[0] <= 0 && ci[1] >= 0)
    return `No difference of AUC is shown between <b>${escaped(a)}</b> and <b>${escaped(b)}</b> (${numbers}): both signs are possible.`;
  const [better, worse] = difference > 0 ? [a, b] : [b, a];
  return `<b>${escaped(better)}</b> has a higher AUC than <b>${escaped(worse)}</b> on these items (${numbers}).`;
}

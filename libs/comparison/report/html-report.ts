import type { Comparison } from '../comparison.types.js';
import type { LeftOutRow } from '../read-score-table.js';
import { flipSection } from './flips.js';
import { forests } from './forest.js';
import { lettered, letterTable } from './lettered.js';
import { escaped } from './markup.js';
import { decisionPlot, reliabilityPlots, rocPlot } from './plots.js';
import { sentences } from './sentences.js';
import { STYLE } from './style.js';
import { absenceList, deltaTable, leftOutList, pairTable, scoreTable, strataTable } from './tables.js';

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
export function htmlReport(found: Comparison, leftOutRows: readonly LeftOutRow[], head: ReportHead): string {
  const { comparison, leftOut, letters } = lettered(found, leftOutRows);
  const { scores, pairs, strata } = comparison;
  const section = (heading: string, content: string): string =>
    content === '' ? '' : `<section><h2>${heading}</h2>${content}</section>`;
  const absences = absenceList(comparison);
  const reliability = reliabilityPlots(scores);
  const title = escaped(head.title);
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1>${facts(comparison, leftOut, head)}` +
    letterTable(letters) +
    section('In a sentence', sentences(comparison)) +
    section('Each score', comparison.outcome === 'NONE' ? '' : scoreTable(comparison)) +
    section(
      'Curves',
      `<div class="plots">${rocPlot(scores)}${decisionPlot(scores)}</div>`.replace('<div class="plots"></div>', ''),
    ) +
    section('Reliability', reliability && `<div class="plots">${reliability}</div>`) +
    section(
      'One against the other',
      pairs.length === 0 ? '' : pairTable(pairs) + forests(comparison) + deltaTable(pairs),
    ) +
    section('Strata', strata.length === 0 ? '' : strataTable(comparison)) +
    section('Calls that differ', flipSection(pairs)) +
    section('Left out', leftOut.length === 0 ? '' : leftOutList(leftOut)) +
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

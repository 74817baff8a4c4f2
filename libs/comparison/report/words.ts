import type { AbsenceReason } from '#libs/statistics';
import type { Absence, Bounds, Estimate, StatisticName } from '../statistic.types.js';

/** Statistics as headings. */
export const STATISTIC: Readonly<Record<StatisticName, string>> = {
  AUC: 'AUC',
  AVERAGE_PRECISION: 'PR AUC',
  BRIER: 'Brier score',
  RELIABILITY: 'calibration error',
  CALIBRATION: 'calibration slope',
  DECISION_CURVE: 'decision curve',
  CALLS: 'calls',
  PPA: 'PPA',
  NPA: 'NPA',
  PPV: 'PPV',
  NPV: 'NPV',
  ACCURACY: 'accuracy',
  C_INDEX: 'C-index',
  PEARSON: "Pearson's r",
  SPEARMAN: "Spearman's rho",
  RMSE: 'RMSE',
  BLAND_ALTMAN: 'limits of agreement',
  DELONG: "DeLong's test",
  MCNEMAR: "McNemar's test",
  AGREEMENT: 'agreement of calls',
  DIFFERENCES: 'differences of scores',
  TREND: 'trend of the differences',
  CKA: 'CKA',
  NEIGHBOUR_OVERLAP: 'neighbours in common',
};

const REASON: Readonly<Record<AbsenceReason, string>> = {
  NO_ITEMS: 'there are no items',
  TOO_FEW_ITEMS: 'there are too few items',
  NO_POSITIVES: 'no item is labelled positive',
  NO_NEGATIVES: 'no item is labelled negative',
  ONE_POSITIVE: 'one item only is labelled positive',
  ONE_NEGATIVE: 'one item only is labelled negative',
  NO_POSITIVE_CALLS: 'nothing is called positive',
  NO_NEGATIVE_CALLS: 'nothing is called negative',
  NO_VARIATION: 'the values do not differ',
  SEPARATED: 'positives and negatives do not overlap in this sample',
  NO_COMPARABLE_PAIRS: 'no two items can be put in an order',
  NOT_A_PROBABILITY: 'the scores are no probabilities',
  CERTAIN_PROBABILITY: 'a probability is 0 or 1',
  NO_THRESHOLD: 'no threshold was stated',
  NO_LABELS: 'there are no labels',
  ONE_UNIT: 'there is one patient (or item) only to draw again',
  UNSTABLE_RESAMPLES: 'too many draws of the bootstrap have no value',
  NOT_CONVERGED: 'the fit did not settle',
};

/** An absence in words. */
export function absenceWords({ statistic, reason, isIntervalOnly }: Absence): string {
  return `${STATISTIC[statistic]}${isIntervalOnly ? ' (interval)' : ''}: ${REASON[reason]}`;
}

/** A number with three decimals, or four significant digits where it is large. */
export function number(value: number): string {
  const text = Math.abs(value) >= 100 ? value.toPrecision(4) : value.toFixed(3);
  return text.replace(/^-(0(\.0+)?)$/, '$1').replace('-', '\u2212');
}

/** A value with its interval: `0.824 (0.749 to 0.899)`; a dash where there is none. */
export function estimate(found: Estimate | null | undefined): string {
  if (!found) return '\u2013';
  return `${number(found.value)}${found.ci ? ` (${interval(found.ci)})` : ''}`;
}

export function interval([lower, upper]: Bounds): string {
  return `${number(lower)} to ${number(upper)}`;
}

/** `p = 0.027`, or `p < 0.001`. */
export function pValue(p: number): string {
  return p < 0.001 ? 'p &lt; 0.001' : `p = ${p.toFixed(3)}`;
}

/** `1 item`, `2 items`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

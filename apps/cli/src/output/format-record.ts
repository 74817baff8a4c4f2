import type { RecordFieldsFragment, ThresholdFieldsFragment, WorthFieldsFragment } from '#libs/client';
import { comparable, percent, rate, shorten } from './text.js';

/** A threshold as one sentence, with as many digits as tell it from the score that it was compared with. */
export function thresholdText(applied: ThresholdFieldsFragment, score: number | null): string {
  const value = comparable(applied.value, score);
  const scale = words(applied.scale);
  const sign = applied.comparator === 'GE' ? '>=' : '>';
  const policy = words(applied.policy);
  const chosenBy = applied.operatingPoint === policy ? '' : `: ${policy}`;
  return `positive at ${scale} ${sign} ${value} (operating point ${applied.operatingPoint}${chosenBy})`;
}

/** PPA and NPA of one cohort, with intervals and counts. */
export function evidenceText(evidence: ThresholdFieldsFragment['evidence'][number]): string {
  const shares = [evidence.ppa && `PPA ${rate(evidence.ppa)}`, evidence.npa && `NPA ${rate(evidence.npa)}`].filter(
    (text) => text !== null,
  );
  return `${shares.join('; ') || 'no counts'}; unit: ${evidence.unit}; ${evidence.cohort}`;
}

/** Predictive values at the prevalence that was named. */
export function worthText(worth: WorthFieldsFragment | null): string | null {
  if (!worth) return null;
  return (
    `at prevalence ${percent(worth.prevalence)}: PPV ${estimate(worth.ppv, worth.ppvInterval)}, ` +
    `NPV ${estimate(worth.npv, worth.npvInterval)}; of 1,000 tested ${worth.calledPositivePer1000.toFixed(0)} are called positive ` +
    `and ${worth.missedPer1000.toFixed(1)} are missed`
  );
}

/** A share with its interval, or that it is not defined. */
export function estimate(value: number | null, interval: readonly number[] | null): string {
  if (value === null) return 'not defined';
  const [low, high] = interval ?? [];
  return low === undefined || high === undefined
    ? percent(value)
    : `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

/** Which record, and why this one where it is not the one whose stratum fits. */
export function recordText(applied: NonNullable<RecordFieldsFragment['calibration']>, full: boolean): string {
  const why = { STRATUM: '', FALLBACK: ', a declared fallback', NAMED: ', as named' }[applied.choice];
  const retired = applied.retiredAt === null ? '' : `, RETIRED ${applied.retiredAt.slice(0, 10)}`;
  return `${applied.id} ${shorten(applied.digest, full)}${why}${retired}`;
}

/** An enum value as words. */
export function words(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}

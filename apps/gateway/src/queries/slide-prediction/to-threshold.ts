import {
  type PredictiveValues,
  type Rate,
  type Threshold,
  type ThresholdEvidence,
} from '#graphql/generated/schema-types';
import { type Estimate, predictiveValues } from '#libs/calibration';
import { BadUserInput } from '#libs/errors';
import { wilsonInterval } from '#libs/statistics';
import { type OperatingPoint, type OperatingPointEvidence, type PublishedRate } from '#model-registry';

interface Agreement {
  readonly ppa: Estimate;
  readonly npa: Estimate;
}

/** A threshold of the schema; its predictive values are worked out when a query asks for them. */
export type ThresholdParent = Omit<Threshold, 'predictiveValues'> & {
  readonly predictiveValues: (args: { readonly prevalence: number }) => PredictiveValues | null;
};

/** An operating point with its evidence as rates and Wilson intervals. */
export function toThreshold(point: OperatingPoint): ThresholdParent {
  const evidence = point.evidence.map(toEvidence);
  return {
    operatingPoint: point.id,
    value: point.threshold,
    scale: point.scale,
    comparator: point.comparator,
    policy: point.policy,
    positiveWeight: point.positiveWeight,
    cohort: point.cohort?.name ?? null,
    ppa: evidence[0]?.ppa?.value ?? null,
    npa: evidence[0]?.npa?.value ?? null,
    evidence,
    publishedRates: point.publishedRates ?? [],
    predictiveValues: ({ prevalence }) => {
      if (!(prevalence > 0 && prevalence < 1)) throw new BadUserInput('prevalence', 'must be over 0 and under 1');
      return toPredictiveValues(point, prevalence);
    },
  };
}

function toEvidence(evidence: OperatingPointEvidence): ThresholdEvidence {
  const { truePositives: tp, falseNegatives: fn, trueNegatives: tn, falsePositives: fp } = evidence;
  return {
    cohort: evidence.cohort,
    unit: evidence.unit,
    n: tp + fn + tn + fp,
    positives: tp + fn,
    ppa: toRate(tp, tp + fn),
    npa: toRate(tn, tn + fp),
    ppv: toRate(tp, tp + fp),
    npv: toRate(tn, tn + fn),
    note: evidence.note,
  };
}

// Nothing out of nothing is no proportion.
function toRate(count: number, n: number): Rate | null {
  if (n === 0) return null;
  const { value, lower, upper } = wilsonInterval(count, n);
  return { value, low: lower, high: upper, count, n };
}

/** What a threshold is worth at a prevalence; null without one, and without PPA and NPA of one cohort. */
export function toPredictiveValues(point: OperatingPoint, prevalence: number | null): PredictiveValues | null {
  const agreement = prevalence === null ? null : agreementOf(point);
  if (prevalence === null || !agreement) return null;
  const { ppv, npv, per1000 } = predictiveValues({ ...agreement, prevalence });
  return {
    prevalence,
    ppv: ppv?.value ?? null,
    ppvInterval: boundsOf(ppv),
    npv: npv?.value ?? null,
    npvInterval: boundsOf(npv),
    calledPositivePer1000: per1000.positivesCalled,
    testsAvoidedPer1000: per1000.testsAvoided,
    missedPer1000: per1000.missed,
  };
}

/** PPA and NPA of the first cohort: from its counts, or as published where nobody published counts. Never from two cohorts. */
function agreementOf({ evidence: [counted], publishedRates = [] }: OperatingPoint): Agreement | null {
  if (counted) {
    const { truePositives: tp, falseNegatives: fn, trueNegatives: tn, falsePositives: fp } = counted;
    if (tp + fn === 0 || tn + fp === 0) return null;
    return { ppa: wilsonInterval(tp, tp + fn), npa: wilsonInterval(tn, tn + fp) };
  }
  const cohort = publishedRates[0]?.cohort;
  const published = (metric: PublishedRate['metric']): Estimate | null => {
    const rate = publishedRates.find((candidate) => candidate.cohort === cohort && candidate.metric === metric);
    // A range is two values, or about one: a predictive value of it would look surer than it is.
    if (!rate || rate.value === null) return null;
    return { value: rate.value, lower: rate.interval?.[0] ?? null, upper: rate.interval?.[1] ?? null };
  };
  const [ppa, npa] = [published('PPA'), published('NPA')];
  return ppa && npa && { ppa, npa };
}

function boundsOf(estimate: Estimate | null): readonly [number, number] | null {
  if (!estimate || estimate.lower === null || estimate.upper === null) return null;
  return [estimate.lower, estimate.upper];
}

import {
  type BinaryCall,
  type PredictiveValues,
  type Rate,
  type Threshold,
  type ThresholdEvidence,
} from '#graphql/generated/schema-types';
import { type Estimate, predictiveValues } from '#libs/calibration';
import { wilsonInterval } from '#libs/statistics';
import { type OperatingPoint, type OperatingPointEvidence, type PublishedRate } from '#model-registry';
import { type TargetCall } from '#gateway/pipeline';

interface Agreement {
  readonly ppa: Estimate;
  readonly npa: Estimate;
}

/** A calibrated target as the API shows it. */
export function toBinaryCall(call: TargetCall, prevalence: number | null): BinaryCall {
  const { target, calibration, operatingPoint } = call;
  return {
    __typename: 'BinaryCall',
    name: target.name,
    title: target.title,
    meaning: target.meaning,
    call: call.call,
    reason: call.reason,
    logit: call.logit,
    rawScore: call.rawProbability,
    probability: call.probability,
    positiveClass: target.positiveClass ?? target.name,
    threshold: operatingPoint ? toThreshold(operatingPoint) : null,
    holdsFor: calibration?.record.statement ?? null,
    predictiveValues: operatingPoint && isCalled(call) ? toPredictiveValues(operatingPoint, prevalence) : null,
  };
}

// The evidence counts positive and negative calls: in the grey zone there is neither.
const isCalled = ({ call }: TargetCall): boolean => call === 'POSITIVE' || call === 'NEGATIVE';

/** An operating point with its evidence as rates and Wilson intervals. */
export function toThreshold(point: OperatingPoint): Threshold {
  const evidence = point.evidence.map(toEvidence);
  return {
    operatingPoint: point.id,
    value: point.threshold,
    scale: point.scale,
    comparator: point.comparator,
    policy: point.policy,
    cohort: point.cohort?.name ?? null,
    ppa: evidence[0]?.ppa?.value ?? null,
    npa: evidence[0]?.npa?.value ?? null,
    evidence,
    publishedRates: point.publishedRates ?? [],
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

function toPredictiveValues(point: OperatingPoint, prevalence: number | null): PredictiveValues | null {
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

import {
  absent,
  aucEstimate,
  averagePrecision,
  brierScore,
  calibrationFit,
  confusionCounts,
  confusionRates,
  decisionCurve,
  isAbsent,
  reliability,
  rocCurve,
  type Absent,
  type AucEstimate,
  type Coefficient,
  type DeLong,
} from '#libs/statistics';
import { Absences, boundsOf } from './absences.js';
import type { CallTable, ComparisonOptions, NetBenefitCurve, RocPoints } from './comparison.types.js';
import type { Estimate, StatisticName } from './statistic.types.js';
import { DECISION_THRESHOLDS, type Resampled, type ResampledTable } from './resample-scores.js';
import { CALL, type ScoreColumn } from './score-table.js';

/** What one score is held against, beside the table. */
export interface Evidence {
  readonly index: number;
  readonly deLong: DeLong | Absent;
  /** null in strata, whose numbers are given without a bootstrap */
  readonly resampled: ResampledTable | null;
  readonly options: ComparisonOptions;
}

/** A score against labels of two kinds. */
export function evaluateBinary(labels: Uint8Array, score: ScoreColumn, evidence: Evidence, noted: Absences) {
  const { index, deLong, resampled, options } = evidence;
  const { values, probabilities } = score;
  const own = resampled?.scores[index];
  const judged = <T>(judge: (probabilities: Float64Array) => T | Absent): T | Absent =>
    probabilities ? judge(probabilities) : absent('NOT_A_PROBABILITY');
  const estimate = isAbsent(deLong) ? deLong : aucEstimate(deLong, index, options.confidence);
  const fit = noted.value(
    'CALIBRATION',
    judged((p) => calibrationFit(labels, p, options.confidence)),
  );
  const bins = noted.value(
    'RELIABILITY',
    judged((p) => reliability(labels, p, options.bins, options.confidence)),
  );
  const precision = noted.value('AVERAGE_PRECISION', averagePrecision(labels, values));
  const brier = noted.value(
    'BRIER',
    judged((p) => brierScore(labels, p)),
  );
  return {
    auc: aucOf(estimate, own, noted),
    averagePrecision: resampledEstimate('AVERAGE_PRECISION', precision, own, noted),
    brier: resampledEstimate('BRIER', brier, own, noted),
    reliability: bins && {
      ece: bins.ece,
      bins: bins.bins.map(({ n, predicted, observed, lower, upper }) => ({
        n,
        predicted,
        observed,
        ci: [lower, upper] as const,
      })),
    },
    calibration: fit && {
      slope: waldOf(fit.slope),
      intercept: waldOf(fit.intercept),
      inTheLarge: waldOf(fit.inTheLarge),
    },
    calls: callTable(labels, score, options, noted),
    roc: resampled && rocPoints(labels, values),
    decisionCurve: resampled && benefitsOf(labels, probabilities, resampled.netBenefits[index] ?? null, noted),
  };
}

function aucOf(estimate: AucEstimate | Absent, own: Resampled | undefined, noted: Absences) {
  const auc = noted.value('AUC', estimate);
  if (!auc) return null;
  const drawn = own?.get('AUC');
  return {
    value: auc.value,
    variance: isAbsent(auc.variance) ? null : auc.variance,
    ci: noted.bounds('AUC', auc.interval),
    // Where no pair of items could be ordered otherwise every draw says the same, which is no certainty: the interval is absent for that reason already.
    bootstrapCi: drawn && auc.variance !== 0 ? noted.bounds('AUC', drawn) : null,
  };
}

/** A value with its interval from the resamples; in strata there are none. */
export function resampledEstimate(
  statistic: StatisticName,
  value: number | null,
  own: Resampled | undefined,
  noted: Absences,
): Estimate | null {
  if (value === null) return null;
  const interval = own?.get(statistic);
  return { value, ci: interval ? noted.bounds(statistic, interval) : null };
}

function waldOf(coefficient: Coefficient): Estimate {
  return { value: coefficient.value, ci: boundsOf(coefficient) };
}

function callTable(
  labels: Uint8Array,
  { calls, threshold }: ScoreColumn,
  { confidence }: ComparisonOptions,
  noted: Absences,
): CallTable | null {
  if (!calls) return noted.lacks('CALLS', 'NO_THRESHOLD');
  const isCalled = (_: number, i: number): boolean => calls[i] !== CALL.NONE;
  const called = calls.filter(isCalled);
  const counts = confusionCounts(labels.filter(isCalled), called);
  const rates = confusionRates(counts, confidence);
  const rate = (statistic: StatisticName, found: typeof rates.ppa): Estimate | null => {
    const share = noted.value(statistic, found);
    return share && { value: share.value, ci: boundsOf(share) };
  };
  return {
    threshold,
    ...counts,
    uncalled: calls.length - called.length,
    ppa: rate('PPA', rates.ppa),
    npa: rate('NPA', rates.npa),
    ppv: rate('PPV', rates.ppv),
    npv: rate('NPV', rates.npv),
    accuracy: rate('ACCURACY', rates.accuracy),
  };
}

/** Points on a straight line between two others are left out: the curve is the same. */
function rocPoints(labels: Uint8Array, values: Float64Array): RocPoints | null {
  const curve = rocCurve(labels, values);
  if (isAbsent(curve)) return null;
  const { falsePositiveRate: x, truePositiveRate: y } = curve;
  const isCorner = (_: number, i: number): boolean => {
    if (i === 0 || i === x.length - 1) return true;
    const [before, after] = [x[i - 1] === x[i], x[i] === x[i + 1]];
    const [beforeY, afterY] = [y[i - 1] === y[i], y[i] === y[i + 1]];
    return !((before && after) || (beforeY && afterY));
  };
  return { falsePositiveRate: [...x.filter(isCorner)], truePositiveRate: [...y.filter(isCorner)] };
}

function benefitsOf(
  labels: Uint8Array,
  probabilities: Float64Array | null,
  intervals: ResampledTable['netBenefits'][number],
  noted: Absences,
): NetBenefitCurve | null {
  const found = probabilities ? decisionCurve(labels, probabilities, DECISION_THRESHOLDS) : absent('NOT_A_PROBABILITY');
  const curve = noted.value('DECISION_CURVE', found);
  if (!curve) return null;
  const lacking = (intervals ?? []).find(isAbsent);
  if (lacking) noted.bounds('DECISION_CURVE', lacking);
  const bounds = (intervals ?? []).map((interval) => (isAbsent(interval) ? null : boundsOf(interval)));
  const isWhole = bounds.length === curve.thresholds.length && bounds.every((one) => one !== null);
  return {
    thresholds: [...curve.thresholds],
    netBenefit: [...curve.netBenefit],
    lower: isWhole ? bounds.map((one) => one[0]) : [],
    upper: isWhole ? bounds.map((one) => one[1]) : [],
    testAll: [...curve.testAll],
  };
}

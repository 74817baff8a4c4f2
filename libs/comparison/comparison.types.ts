import type { PairComparison } from './pair.types.js';
import type { Absence, Bounds, Estimate, LimitsOfAgreement } from './statistic.types.js';

export interface AucValue extends Estimate {
  /** by DeLong */
  readonly variance: number | null;
  /** by the bootstrap, whole patients drawn where they are known */
  readonly bootstrapCi: Bounds | null;
}

export interface ReliabilityCurve {
  readonly ece: number;
  readonly bins: readonly {
    readonly n: number;
    readonly predicted: number;
    readonly observed: number;
    readonly ci: Bounds;
  }[];
}

export interface CallTable {
  readonly threshold: number | null;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
  /** items in a state without a call; in none of the rates */
  readonly uncalled: number;
  readonly ppa: Estimate | null;
  readonly npa: Estimate | null;
  readonly ppv: Estimate | null;
  readonly npv: Estimate | null;
  readonly accuracy: Estimate | null;
}

/** All of one length. */
export interface NetBenefitCurve {
  readonly thresholds: readonly number[];
  readonly netBenefit: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly testAll: readonly number[];
}

/** Corners of the curve, from (0, 0) to (1, 1). */
export interface RocPoints {
  readonly falsePositiveRate: readonly number[];
  readonly truePositiveRate: readonly number[];
}

/** What one score is worth on all items. */
export interface ScoreEvaluation {
  readonly name: string;
  readonly n: number;
  readonly auc: AucValue | null;
  readonly averagePrecision: Estimate | null;
  readonly brier: Estimate | null;
  readonly reliability: ReliabilityCurve | null;
  readonly calibration: {
    readonly slope: Estimate;
    readonly intercept: Estimate;
    readonly inTheLarge: Estimate;
  } | null;
  readonly calls: CallTable | null;
  readonly roc: RocPoints | null;
  readonly decisionCurve: NetBenefitCurve | null;
  readonly cIndex: Estimate | null;
  readonly pearson: Estimate | null;
  readonly spearman: Estimate | null;
  readonly rmse: Estimate | null;
  readonly blandAltman: LimitsOfAgreement | null;
  readonly absent: readonly Absence[];
}

/** A part of the items, with the statistics that small numbers bear. */
export interface StratumComparison {
  readonly stratification: string;
  /** null: not stated */
  readonly level: string | null;
  readonly n: number;
  readonly positives: number | null;
  readonly scores: readonly ScoreEvaluation[];
  readonly pairs: readonly PairComparison[];
}

export interface ComparisonOptions {
  /** whole number, 0 to 2^32 - 1 */
  readonly seed: number;
  /** 200 to 10,000 */
  readonly draws: number;
  /** 0.5 to 0.999 */
  readonly confidence: number;
  /** bins of the calibration error, 2 to 50 */
  readonly bins: number;
}

export interface Comparison {
  readonly outcome: 'NONE' | 'BINARY' | 'CONTINUOUS' | 'SURVIVAL';
  readonly n: number;
  readonly positives: number | null;
  readonly patients: number | null;
  readonly method: ComparisonOptions & { readonly resampled: 'PATIENTS' | 'ITEMS' };
  readonly scores: readonly ScoreEvaluation[];
  readonly pairs: readonly PairComparison[];
  readonly strata: readonly StratumComparison[];
}

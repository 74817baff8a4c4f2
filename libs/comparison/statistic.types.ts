import { type AbsenceReason } from '#libs/statistics';

/** What can be absent, or differ between two scores. */
export type StatisticName =
  | 'AUC'
  | 'AVERAGE_PRECISION'
  | 'BRIER'
  | 'RELIABILITY'
  | 'CALIBRATION'
  | 'DECISION_CURVE'
  | 'CALLS'
  | 'PPA'
  | 'NPA'
  | 'PPV'
  | 'NPV'
  | 'ACCURACY'
  | 'C_INDEX'
  | 'PEARSON'
  | 'SPEARMAN'
  | 'RMSE'
  | 'BLAND_ALTMAN'
  | 'DELONG'
  | 'MCNEMAR'
  | 'AGREEMENT'
  | 'DIFFERENCES'
  | 'TREND'
  | 'CKA'
  | 'NEIGHBOUR_OVERLAP';

/** A statistic that is not there, or whose interval is not (`isIntervalOnly`), and why. */
export interface Absence {
  readonly statistic: StatisticName;
  readonly reason: AbsenceReason;
  readonly isIntervalOnly: boolean;
}

/** Lower and upper bound. */
export type Bounds = readonly [number, number];

/** A value with its confidence interval; the interval is null where `absent` says why. */
export interface Estimate {
  readonly value: number;
  readonly ci: Bounds | null;
}

/** How far two measurements of the same items are apart, in their unit. */
export interface LimitsOfAgreement {
  readonly n: number;
  readonly bias: number;
  readonly standardDeviation: number;
  readonly limits: Bounds;
}

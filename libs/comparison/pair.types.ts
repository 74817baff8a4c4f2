import type { Absence, Bounds, Estimate, LimitsOfAgreement, StatisticName } from './statistic.types.js';

/** A test of two AUCs; the adjusted p is there in strata only. */
export interface AucTest {
  readonly difference: number;
  readonly standardError: number;
  readonly ci: Bounds;
  readonly z: number;
  readonly p: number;
  readonly adjustedP: number | null;
}

export interface CallTest {
  /** right by the first score and wrong by the second */
  readonly onlyA: number;
  readonly onlyB: number;
  readonly method: 'EXACT' | 'CHI_SQUARED';
  readonly statistic: number | null;
  readonly p: number;
  readonly adjustedP: number | null;
}

/** First less second, with a paired bootstrap interval. */
export interface Delta extends Estimate {
  readonly statistic: StatisticName;
}

export type CallState = 'POSITIVE' | 'NEGATIVE' | 'NONE';

/** An item that two scores call differently. */
export interface Flip {
  readonly item: string;
  readonly a: CallState;
  readonly b: CallState;
  /** null where there are no labels */
  readonly isPositive: boolean | null;
}

/** The first score against the second. */
export interface PairComparison {
  readonly a: string;
  readonly b: string;
  readonly n: number;
  readonly delong: AucTest | null;
  readonly mcnemar: CallTest | null;
  readonly deltas: readonly Delta[];
  /** of the calls: observed share and Cohen's kappa */
  readonly agreement: { readonly observed: number; readonly kappa: Estimate } | null;
  /** of the scores */
  readonly differences:
    (LimitsOfAgreement & { readonly pearson: Estimate | null; readonly spearman: number | null }) | null;
  /** items called differently; null where one has no calls */
  readonly flips: readonly Flip[] | null;
  readonly absent: readonly Absence[];
}

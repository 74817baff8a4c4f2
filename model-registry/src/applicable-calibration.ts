import { selectCalibration, type SelectedCalibration, type StratumContext } from '#libs/calibration';
import type { ModelVersion, RegisteredCalibration } from './registered-model.js';

/** What a record is of: a target, or one class of a target of classes. */
export interface CalibratedScore {
  readonly target: string;
  /** Null for a target as a whole. */
  readonly class: string | null;
}

/**
 * The record of a version that applies to a case: the answer road calls by it, and the catalogue says by it what a version is calibrated
 * for. One rule, `selectCalibration`, over the records of the target, with the fallbacks that they declare.
 * @returns the record and whether its stratum holds or it is a declared fallback; null where none applies: the score stays UNCALIBRATED
 */
export function selectedCalibration(
  { calibrations }: Pick<ModelVersion, 'calibrations'>,
  score: CalibratedScore,
  context: StratumContext,
): { readonly calibration: RegisteredCalibration; readonly choice: SelectedCalibration<unknown>['reason'] } | null {
  const candidates = calibrations
    .filter(({ record }) => record.target === score.target && (record.class ?? null) === score.class)
    .map((calibration) => {
      const { id, stratum, createdAt, fallback } = calibration.record;
      return { id, stratum, createdAt, fallback, isRetired: calibration.retiredAt !== null, calibration };
    });
  // What a retired record declared is retired with it.
  const fallback = candidates.flatMap((candidate) => (candidate.isRetired ? [] : candidate.fallback));
  const selected = selectCalibration(candidates, context, fallback);
  return selected ? { calibration: selected.record.calibration, choice: selected.reason } : null;
}

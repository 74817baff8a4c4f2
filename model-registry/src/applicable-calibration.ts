import { selectCalibration, type StratumContext } from '#libs/calibration';
import type { ModelVersion, RegisteredCalibration } from './registered-model.js';

/**
 * The record of a version that applies to a case: the answer road calls by it, and the catalogue says by it what a version is calibrated
 * for. One rule, `selectCalibration`, over the records of the target, with the fallbacks that they declare.
 * @param target name of the target
 * @returns null where none applies: the score stays UNCALIBRATED
 */
export function applicableCalibration(
  { calibrations }: ModelVersion,
  target: string,
  context: StratumContext,
): RegisteredCalibration | null {
  const candidates = calibrations
    .filter(({ record }) => record.target === target)
    .map((calibration) => ({ ...calibration.record, isRetired: calibration.retiredAt !== null, calibration }));
  // What a retired record declared is retired with it.
  const fallback = candidates.flatMap((candidate) => (candidate.isRetired ? [] : candidate.fallback));
  return selectCalibration(candidates, context, fallback)?.record.calibration ?? null;
}

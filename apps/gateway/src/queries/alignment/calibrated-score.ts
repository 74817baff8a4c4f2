import { applyCalibration } from '#libs/calibration';
import { type ModelVersion, selectedCalibration } from '#model-registry';
import type { CaseContext } from '#gateway/targets';
import type { ZeroShotScore } from './zero-shot-scores.js';

/** The contrast under the head's record for the pathway, where there is one that holds for the case; exploratory otherwise. */
export function calibratedScore(
  score: ZeroShotScore,
  { calibrations }: Pick<ModelVersion, 'calibrations'>,
  context: Pick<CaseContext, 'specimen' | 'scanner' | 'site'>,
) {
  const exploratory = { ...score, status: 'EXPLORATORY' as const, probability: null, calibration: null };
  if (score.contrast === null) return exploratory;
  const selected = selectedCalibration({ calibrations }, { target: score.name, class: null }, context);
  if (!selected || selected.calibration.record.map.method === 'none') return exploratory;
  const { record, digest } = selected.calibration;
  const probability = applyCalibration(record.map, score.contrast);
  return { ...score, status: 'CALIBRATED' as const, probability, calibration: { id: record.id, digest } };
}

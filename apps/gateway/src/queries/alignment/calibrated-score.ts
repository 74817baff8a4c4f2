import { applyCalibration } from '#libs/calibration';
import { type ModelVersion, selectedCalibration } from '#model-registry';
import type { HeadCard } from '#gateway/alignment';
import type { CaseContext } from '#gateway/targets';
import type { ZeroShotScore } from './zero-shot-scores.js';

/** Under what a contrast was worked out. */
export interface ContrastSettings {
  readonly referenceSet: string;
  readonly shift: number;
  readonly background: number;
  readonly seed: number;
}

/** What the card says of calibrated contrasts. */
export type CalibratedContrasts = Pick<ModelVersion, 'calibrations'> & {
  readonly card: { readonly alignment: Pick<HeadCard, 'zeroShot'> | null };
};

/**
 * The contrast under the head's record for the pathway, where there is one that holds for the case, and where this is the contrast that it is of: the very genes, by the very settings that the
 * card states. Exploratory otherwise.
 */
export function calibratedScore(
  { genes, ...score }: ZeroShotScore,
  { calibrations, card }: CalibratedContrasts,
  settings: ContrastSettings,
  context: Pick<CaseContext, 'specimen' | 'scanner' | 'site'>,
) {
  const exploratory = { ...score, status: 'EXPLORATORY' as const, probability: null, calibration: null };
  const target = calibratedTarget(genes, settings, card.alignment);
  if (score.contrast === null || target === null) return exploratory;
  const selected = selectedCalibration({ calibrations }, { target, class: null }, context);
  if (!selected || selected.calibration.record.map.method === 'none') return exploratory;
  const { record, digest } = selected.calibration;
  const probability = applyCalibration(record.map, score.contrast);
  return { ...score, status: 'CALIBRATED' as const, probability, calibration: { id: record.id, digest } };
}

/** The target whose records are of this contrast; null where none are. Sets are known by their genes: collections name them as they like. */
function calibratedTarget(
  genes: string,
  { referenceSet, shift, background, seed }: ContrastSettings,
  alignment: CalibratedContrasts['card']['alignment'],
): string | null {
  const stated = alignment?.zeroShot;
  if (!stated || stated.referenceSet !== referenceSet || stated.shift !== shift) return null;
  if (stated.background !== background || stated.seed !== seed) return null;
  return stated.sets.find((set) => set.genes === genes)?.target ?? null;
}

import { type ModelCard } from '#model-registry';

/** Whether each version that was asked was trained on the patient; null where nobody can say. Of an ensemble in the order of its members, else one. */
export type TrainedOn = readonly (boolean | null)[];

/** What is known of a patient and the training of a version, and which members may therefore be used. */
export interface TrainingOverlap {
  readonly state: 'NOT_CHECKED' | 'NOT_IN_TRAINING' | 'OUT_OF_FOLD' | 'LEAKED';
  readonly trainedOn: TrainedOn;
  /** Positions of the members that count; null for all. */
  readonly heldOut: readonly number[] | null;
}

/**
 * For a patient whom some folds were trained on, an ensemble that says OOF_BY_PATIENT counts only the members that held the patient out. One of which
 * nobody knows is not one that did. Where none held out, or the card says another mean, all count and the answer is marked LEAKED.
 */
export function trainingOverlap(card: ModelCard, trainedOn: TrainedOn): TrainingOverlap {
  const isIn = trainedOn.includes(true);
  if (!isIn) {
    const isKnown = trainedOn.length > 0 && trainedOn.every((known) => known !== null);
    return { state: isKnown ? 'NOT_IN_TRAINING' : 'NOT_CHECKED', trainedOn, heldOut: null };
  }
  const heldOut = trainedOn.flatMap((known, i) => (known === false ? [i] : []));
  const isByFold = card.identity.ensemble?.combine === 'OOF_BY_PATIENT' && heldOut.length > 0;
  return isByFold ? { state: 'OUT_OF_FOLD', trainedOn, heldOut } : { state: 'LEAKED', trainedOn, heldOut: null };
}

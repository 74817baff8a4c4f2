import { type EnsembleCombine, type TrainingCheck, type TrainingState } from '#graphql/generated/schema-types';
import { type Answered } from '#gateway/pipeline';
import { type TrainingOverlap } from '#gateway/targets';

type Read = Pick<Answered<unknown>, 'raw' | 'version' | 'training'>;

/** How members are put together, as the schema says it. */
const COMBINES: readonly EnsembleCombine[] = ['MEAN_OF_VALUES', 'MEAN_OF_PROBS', 'MAJORITY', 'OOF_BY_PATIENT'];

/** The members behind an answer; null for a version that ran itself. */
export function ensembleReading({ raw, version, training }: Read) {
  if (raw.members.length === 0) return null;
  const combine = COMBINES.find((known) => known === version.card.identity.ensemble?.combine);
  if (!combine) throw new Error('the ensemble was expected to combine its members in a known way');
  const members = raw.members.map(({ ref, digest, answerId, server, domain }, i) => ({
    model: ref,
    digest,
    answerId,
    server,
    domain: domain && { ...domain, isInside: domain.percentile <= domain.limitPercentile },
    isUsed: training.heldOut?.includes(i) ?? true,
  }));
  return { combine, members };
}

/** Whether the version, or members of it, saw the patient in training. @param asked references of the versions that answered, in the order of `trainedOn` */
export function trainingCheck({
  asked,
  training,
}: {
  readonly asked: readonly string[];
  readonly training: TrainingOverlap;
}): TrainingCheck {
  const trainedOn = asked.filter((_, i) => training.trainedOn[i] === true);
  return { state: training.state, trainedOn, reason: REASONS[training.state] };
}

/** The versions behind an answer. */
export function askedOf({ raw, version }: Read): readonly string[] {
  return raw.members.length > 0 ? raw.members.map(({ ref }) => ref) : [version.ref];
}

const REASONS: Readonly<Record<TrainingState, string>> = {
  NOT_CHECKED:
    'Nobody checked: the context names no patient, or not every version that answered has a list of its training patients.',
  NOT_IN_TRAINING: 'The patient is in no list of training patients.',
  OUT_OF_FOLD: 'Only the members that were not trained on the patient have been used.',
  LEAKED: 'The version was trained on this patient: the answer is not to be judged as one on somebody new.',
};

import { type ModelVersion, type RegistrySnapshot } from '#model-registry';
import { BadUserInput, ModelNotFound } from '#libs/errors';
import { type Answer } from '#gateway/answer-store';
import { type Question } from './question.js';
import { answerRowOf } from './stored-answer.js';

/** The very version that a stored answer is of. @throws ModelNotFound where the registry no longer has it: nobody else may answer */
export function versionOfAnswer(
  { modelDigest, modelRef }: Pick<Answer, 'modelDigest' | 'modelRef'>,
  snapshot: Pick<RegistrySnapshot, 'byDigest'>,
): ModelVersion {
  const versions = snapshot.byDigest(modelDigest);
  // Two sources may have one version; the answer names the one that was asked.
  const version = versions.find(({ ref }) => ref === modelRef) ?? versions[0];
  if (!version) throw new ModelNotFound('id');
  return version;
}

/** The question that a stored answer answers, with nothing left to choose: its version and its bag are pinned. */
export function questionOfAnswer(
  answer: Answer,
  snapshot: Pick<RegistrySnapshot, 'byDigest'>,
): Question & { readonly features: string } {
  const { parameters } = answerRowOf(answer);
  return {
    slideId: slideIdOfAnswer(answer),
    model: versionOfAnswer(answer, snapshot).ref,
    region: parameters.region,
    features: parameters.bag,
  };
}

/** An answer about several slides of a patient is read where the cohort says which they are. @throws BadUserInput for such an answer */
export function slideIdOfAnswer({ slideId }: Pick<Answer, 'slideId'>): string {
  if (slideId === null)
    throw new BadUserInput(
      'id',
      'must be of an answer about one slide: `cohort { predictions }` reads those about several of a patient',
    );
  return slideId;
}

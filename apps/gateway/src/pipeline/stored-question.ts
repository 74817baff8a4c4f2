import { type ModelVersion, type RegistrySnapshot } from '#model-registry';
import { BadUserInput, ModelNotFound } from '#libs/errors';
import { type Answer } from '#gateway/answer-store';
import { type Question, type QuestionPlace } from './question.js';
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

/** The question that a stored answer answers, with nothing left to choose: its version and its bags are pinned. */
export function questionOfAnswer(
  answer: Answer,
  snapshot: Pick<RegistrySnapshot, 'byDigest'>,
): Question & { readonly features: string } {
  const model = versionOfAnswer(answer, snapshot).ref;
  const [first, ...others] = placesOfAnswer(answer);
  if (!first) throw new BadUserInput('id', 'must be of an answer about a slide');
  return { ...first, model, ...(others.length > 0 && { others }) };
}

/** The slides and regions that an answer is about, each with its bag: several of a patient in the order of their tiles. Empty where it is about no slide. */
export function placesOfAnswer(answer: Answer): readonly Required<QuestionPlace>[] {
  const { parameters } = answerRowOf(answer);
  if (parameters.parts)
    return parameters.parts.map(({ slide, region, bag }) => ({ slideId: slide.id, region, features: bag }));
  const { slideId } = answer;
  return slideId === null ? [] : [{ slideId, region: parameters.region, features: parameters.bag }];
}

/** What lies on one slide: a map, an array of its tiles. @throws BadUserInput for an answer about several slides of a patient */
export function slideIdOfAnswer({ slideId }: Pick<Answer, 'slideId'>): string {
  if (slideId === null)
    throw new BadUserInput(
      'id',
      'must be of an answer about one slide: the tiles of several slides of a patient lie on no common plane',
    );
  return slideId;
}

import { type ModelCard, type ModelVersion } from '#model-registry';
import { ModelNotReady } from '#libs/errors';
import { type FeatureStore } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { type AnswerScope } from './answer-scope.js';
import { checkInput } from './check-input.js';
import { level0Mpp, type LoadedFeatures, selectTiles } from './load-features.js';
import { type Question } from './question.js';
import { resolveModel } from './resolve-model.js';

/** A question whose version, input and right to ask are settled, and which nobody was asked yet. */
export interface OpenQuestion {
  readonly version: ModelVersion;
  /** Whom to ask: the members of an ensemble in the order of its card, or the version itself. */
  readonly members: readonly ModelVersion[];
  readonly slide: Slide;
  readonly features: LoadedFeatures;
}

/**
 * Steps 1 to 3 of the answer road, for what is asked piece by piece and is larger than an answer. The card's bounds on tiles are those of one call, and are the asker's to keep.
 * @param demand throws where a version with this card cannot answer
 */
export async function openQuestion(
  question: Question,
  demand: (card: ModelCard) => void,
  scope: AnswerScope,
  store: FeatureStore,
): Promise<OpenQuestion> {
  const { version } = resolveModel(scope.snapshot, question.model, question.slideId);
  scope.note(version);
  demand(version.card);
  await scope.licences.admit(version);
  const slide = await scope.slide(question.slideId);
  const bag = checkInput(version, slide, await scope.bags(slide.id), question);
  const placed = { bag, mpp: level0Mpp(slide) };
  const features = await selectTiles(store, placed, question.region, { signal: scope.signal });
  return { version, members: membersOf(version, scope), slide, features };
}

/** Every value is a mean over the members, whichever way the card names for scores. */
function membersOf(version: ModelVersion, { snapshot, note }: AnswerScope): readonly ModelVersion[] {
  const { ensemble } = version.card.identity;
  if (!ensemble) return [version];
  return ensemble.members.map(({ model, version: number }) => {
    const member = snapshot.find(version.source, model, number);
    if (!member) throw new ModelNotReady(version.ref, 'a member of the ensemble is not registered');
    note(member);
    return member;
  });
}

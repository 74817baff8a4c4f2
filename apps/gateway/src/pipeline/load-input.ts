import { type ModelVersion } from '#model-registry';
import { type FeatureStore } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { type AnswerScope } from './answer-scope.js';
import { checkInput } from './check-input.js';
import { givenFeatures } from './given-means.js';
import { level0Mpp, loadFeatures, type LoadedFeatures } from './load-features.js';
import { loadTogether } from './patient-input.js';
import { type Question } from './question.js';
import { withScale } from './tile-places.js';

/** Steps 2 and 3: the slide's own features, checked against the version's contract, or what the question brings in their place. */
export async function loadInput(
  store: FeatureStore,
  asked: { readonly version: ModelVersion; readonly slide: Slide; readonly question: Question },
  scope: AnswerScope,
): Promise<LoadedFeatures> {
  const { version, slide, question } = asked;
  if (question.means) return givenFeatures(version, slide, question.means);
  if (question.others && question.others.length > 0) return loadTogether(store, version, question, scope);
  const bag = checkInput(version, slide, await scope.bags(slide.id), question);
  const mpp = level0Mpp(slide);
  return withScale(await loadFeatures(store, { bag, mpp }, question.region, version, scope.signal), version, [mpp]);
}

import { createHash } from 'node:crypto';
import type { ModelVersion } from '#model-registry';
import type { FeatureBag, FeatureStore } from '#gateway/feature-store';
import type { Slide } from '#gateway/slide-catalog';
import type { AnswerScope } from './answer-scope.js';
import { checkInput } from './check-input.js';
import { checkTileCount, type LoadedFeatures, selectTiles } from './load-features.js';
import type { Question } from './question.js';

interface LoadedPart {
  readonly slide: Slide;
  readonly features: LoadedFeatures;
}

/**
 * Several slides of a patient: every one is checked against the version's contract, and their tiles are one bag, in the order in which the slides are named.
 * @throws DomainError of `checkInput` for any of them; TooFewTiles, TooManyTiles for all tiles together
 */
export async function loadTogether(
  store: FeatureStore,
  version: ModelVersion,
  question: Question,
  scope: AnswerScope,
): Promise<LoadedFeatures> {
  const parts = await Promise.all(
    [question, ...(question.others ?? [])].map(async (place): Promise<LoadedPart> => {
      const slide = await scope.slide(place.slideId);
      const { slideId, features = null } = place;
      const bag = checkInput(version, slide, await scope.bags(slide.id), { ...question, slideId, features });
      return { slide, features: await selectTiles(store, bag, place.region, scope.signal) };
    }),
  );
  const [first] = parts;
  if (!first) throw new Error('a question was expected to be about a slide');
  const features = joined(parts, first.features.bag);
  checkTileCount(version, features.tileCount);
  return features;
}

/** The tiles of several slides as those of one bag, which is named by all of its parts. */
function joined(parts: readonly LoadedPart[], first: FeatureBag): LoadedFeatures {
  const all = parts.map(({ features }) => features);
  const tileCount = all.reduce((sum, one) => sum + one.tileCount, 0);
  const inputDigest = digestOf('patient-input/1', all, (one) => one.inputDigest);
  const { dim } = first;
  return {
    bag: {
      ...first,
      digest: digestOf('patient-bag/1', all, ({ bag }) => bag.digest),
      featuresBlob: digestOf('patient-features/1', all, ({ bag }) => bag.featuresBlob),
      tileCount,
    },
    region: null,
    rows: null,
    tileCount,
    isClustered: false,
    inputDigest,
    parts: parts.map(({ slide, features: { region, bag, inputDigest: own } }) => ({
      slide: { id: slide.id, digest: slide.digest },
      region,
      bag: bag.digest,
      inputDigest: own,
    })),
    mean: async () => {
      const sums = new Float64Array(dim);
      for (const one of all) {
        const mean = await one.mean();
        for (let at = 0; at < dim; at++) sums[at] = (sums[at] ?? 0) + (mean[at] ?? NaN) * one.tileCount;
      }
      return Float32Array.from(sums, (sum) => sum / tileCount);
    },
    features: async () => {
      const rows = new Float32Array(tileCount * dim);
      let from = 0;
      for (const one of all) {
        const own = await one.features();
        rows.set(own, from);
        from += own.length;
      }
      return rows;
    },
  };
}

function digestOf(what: string, all: readonly LoadedFeatures[], of: (one: LoadedFeatures) => string): string {
  return createHash('sha256')
    .update([what, ...all.map(of)].join('\n'))
    .digest('hex');
}

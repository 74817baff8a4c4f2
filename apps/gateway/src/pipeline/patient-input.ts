import { createHash } from 'node:crypto';
import { FeatureContractMismatch } from '#libs/errors';
import type { ModelVersion } from '#model-registry';
import type { FeatureBag, FeatureStore } from '#gateway/feature-store';
import type { Slide } from '#gateway/slide-catalog';
import type { AnswerScope } from './answer-scope.js';
import { checkInput } from './check-input.js';
import { checkTileCount, level0Mpp, type LoadedFeatures, selectTiles } from './load-features.js';
import type { Question } from './question.js';
import { placedInputs, type TilePlaces, withScale } from './tile-places.js';

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
  refuseVirtualPlaces(version);
  const parts = await Promise.all(
    [question, ...(question.others ?? [])].map(async (place): Promise<LoadedPart> => {
      const slide = await scope.slide(place.slideId);
      const { slideId, features = null } = place;
      const bag = checkInput(version, slide, await scope.bags(slide.id), { ...question, slideId, features });
      const placed = { bag, mpp: level0Mpp(slide) };
      return { slide, features: await selectTiles(store, placed, place.region, { signal: scope.signal }) };
    }),
  );
  const [first] = parts;
  if (!first) throw new Error('a question was expected to be about a slide');
  const features = joined(parts, first.features.bag);
  checkTileCount(version, features.tileCount);
  const scales = parts.map(({ slide }) => level0Mpp(slide));
  return withScale(features, version, scales);
}

/** Where the slides of a virtual slide lie is nobody's to guess. */
function refuseVirtualPlaces({ card }: ModelVersion): void {
  if (card.input.patientAggregation === 'VIRTUAL_SLIDE' && placedInputs(card).length > 0)
    throw new FeatureContractMismatch(
      [
        {
          field: 'coords',
          needed: 'places on one virtual slide',
          found: 'places on each slide, and no rule how the slides lie',
        },
      ],
      'The version takes all slides of a patient as one, with coordinates',
    );
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
    leftOut: 0,
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
    places: async (unit) => togetherOf(await Promise.all(all.map((one) => one.places(unit)))),
  };
}

/** Each tile where it lies on its own slide. @throws FeatureContractMismatch where the slides' tiles are of two sizes: there is one extent in a bag */
function togetherOf(places: readonly TilePlaces[]): TilePlaces {
  const [first, ...others] = places;
  const extent = first?.extent ?? NaN;
  const other = others.find((one) => one.extent !== extent);
  if (other)
    throw new FeatureContractMismatch(
      [{ field: 'tileExtent', needed: extent, found: other.extent }],
      'The tiles of the slides are of different sizes',
    );
  const coords = new Float64Array(places.reduce((sum, one) => sum + one.coords.length, 0));
  let from = 0;
  for (const one of places) {
    coords.set(one.coords, from);
    from += one.coords.length;
  }
  return { coords, extent };
}

function digestOf(what: string, all: readonly LoadedFeatures[], of: (one: LoadedFeatures) => string): string {
  return createHash('sha256')
    .update([what, ...all.map(of)].join('\n'))
    .digest('hex');
}

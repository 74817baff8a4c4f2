import {
  compareFeatureContract,
  type FeatureContract,
  featureContractOf,
  type FoundFeatureContract,
  type ModelCard,
  type ModelVersion,
} from '#model-registry';
import {
  type ContractDifference,
  FeatureContractMismatch,
  FeaturesMissing,
  ModelNotReady,
  NotFound,
  StainOutOfScope,
} from '#libs/errors';
import { type FeatureBag } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { level0Mpp } from './load-features.js';
import { type Question } from './question.js';
import { checkPlaces, isConvertible } from './tile-places.js';

/** Step 2. Is this slide one for this version, and which of its feature bags are the features that the version was trained on? */
export function checkInput(
  version: ModelVersion,
  slide: Slide,
  bags: readonly FeatureBag[],
  question: Question,
): FeatureBag {
  checkStain(version.card, slide);
  const contract = featureContractOf(version.card);
  if (!contract)
    throw new ModelNotReady(
      version.ref,
      'its card names no encoder, and only versions that take tile features can be asked here',
    );
  const bag = question.features === null ? fittingBag(contract, bags) : namedBag(contract, bags, question.features);
  checkPlaces(version.card, bag, level0Mpp(slide));
  return bag;
}

function checkStain({ intendedUse }: ModelCard, slide: Slide): void {
  if (slide.stain === null || intendedUse.stains.length === 0) return;
  if (!intendedUse.stains.includes(slide.stain)) throw new StainOutOfScope(intendedUse.stains, slide.stain);
}

function namedBag(contract: FeatureContract, bags: readonly FeatureBag[], digest: string): FeatureBag {
  const bag = bags.find((candidate) => candidate.digest === digest);
  if (!bag) throw new NotFound('features');
  const differences = differencesOf(contract, bag);
  if (differences.length > 0) throw new FeatureContractMismatch(differences);
  return bag;
}

/** Among those that fit, what this gateway made itself goes before what was imported, and the newest first. */
function fittingBag(contract: FeatureContract, bags: readonly FeatureBag[]): FeatureBag {
  const fitting = bags.filter((bag) => differencesOf(contract, bag).length === 0);
  const [best] = fitting.toSorted(
    (a, b) => rank(a) - rank(b) || b.createdAt.getTime() - a.createdAt.getTime() || (a.digest < b.digest ? -1 : 1),
  );
  if (best) return best;
  const sameEncoder = bags.filter((bag) => bag.encoderName === contract.model);
  const [closest] = sameEncoder.map((bag) => differencesOf(contract, bag)).toSorted((a, b) => a.length - b.length);
  if (closest) throw new FeatureContractMismatch(closest);
  throw new FeaturesMissing(`${contract.model}/${contract.version}`, [
    ...new Set(bags.map((bag) => `${bag.encoderName}/${bag.encoderVersion}`)),
  ]);
}

const rank = (bag: FeatureBag): number => (bag.origin === 'PREPARED' ? 0 : 1);

function differencesOf(contract: FeatureContract, bag: FeatureBag): readonly ContractDifference[] {
  return compareFeatureContract(contract, {
    model: bag.encoderName,
    version: bag.encoderVersion,
    digest: bag.encoderDigest,
    ...encoderOutputOf(bag),
    dim: bag.dim,
    tileSizePx: bag.tileSizePx,
    mpp: bag.mpp,
    // What level-0 pixels can be turned into is had; whether on this slide, `checkPlaces` says.
    coordsUnit: isConvertible(contract.coordsUnit) ? contract.coordsUnit : 'PX_LEVEL0',
  });
}

type EncoderOutput = Pick<FoundFeatureContract, 'outputVariant' | 'l2Normalised'>;

/** Which output of its encoder a bag holds, as the ingest road wrote it into the recipe. What is not there is unknown, and unknown never fits. */
function encoderOutputOf({ recipe }: FeatureBag): EncoderOutput {
  const isKnown = typeof recipe === 'object' && recipe !== null && 'encoderOutput' in recipe;
  return isKnown ? (recipe.encoderOutput as EncoderOutput) : { outputVariant: null, l2Normalised: null };
}

import type { ContractDifference } from '#libs/errors';
import type { ExtractorContract, ModelCard } from './card/model-card.js';

/** What must agree between the features that a model version was trained on and the features of a slide. */
export type FeatureContract = Omit<ExtractorContract, 'computePrecision'> & {
  readonly coordsUnit: ModelCard['input']['coordsUnit'];
};

/** The same facts as a feature file states them. Null is unknown, and unknown never matches. */
export type FoundFeatureContract = { readonly [Field in keyof FeatureContract]: FeatureContract[Field] | null };

/** Scanners state mpp to two or three digits; 2 % of it is far below the steps between encoders' resolutions. */
const MPP_TOLERANCE = 0.02;

const EXACT = [
  'model',
  'version',
  'digest',
  'outputVariant',
  'l2Normalised',
  'dim',
  'tileSizePx',
  'coordsUnit',
] as const satisfies readonly (keyof FeatureContract)[];

/**
 * Compares field by field; an empty list means that the version may be given these features. Everything is exact but `mpp`, which may
 * differ by 2 % of what is needed (inclusive). An equal dimension alone says nothing: many encoders share 768 and 1024.
 *
 * @param needed the version's extractor and the unit of its coordinates; `mpp` in micrometres per pixel, `digest` of the encoder version.
 *   The unit is compared only where the version reads coordinates: with NONE, any unit (and an unknown one) will do.
 * @param found the same facts of the feature bag, null where the file does not state them
 * @returns the differences in a fixed order, both sides named, as FeatureContractMismatch takes them
 */
export function compareFeatureContract(
  needed: FeatureContract,
  found: FoundFeatureContract,
): readonly ContractDifference[] {
  const exact = EXACT.filter((field) => field !== 'coordsUnit' || needed.coordsUnit !== 'NONE')
    .filter((field) => needed[field] !== found[field])
    .map((field) => ({ field, needed: needed[field], found: found[field] }));
  return isSameMpp(needed.mpp, found.mpp) ? exact : [...exact, { field: 'mpp', needed: needed.mpp, found: found.mpp }];
}

/** The contract of a version whose input is features. Null for a version that takes no features. */
export function featureContractOf({ extractor, input }: ModelCard): FeatureContract | null {
  if (!extractor) return null;
  const { computePrecision: _, ...contract } = extractor;
  return { ...contract, coordsUnit: input.coordsUnit };
}

function isSameMpp(needed: number, found: number | null): boolean {
  if (found === null || !Number.isFinite(found)) return false;
  // One part in 10^9 of slack, so that a file which is off by exactly 2 % in decimal digits is not refused for its binary ones.
  return Math.abs(found - needed) <= needed * MPP_TOLERANCE * (1 + 1e-9);
}

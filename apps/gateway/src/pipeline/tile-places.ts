import { createHash } from 'node:crypto';
import { FeatureContractMismatch, SlideResolutionUnknown } from '#libs/errors';
import { type ModelCard, type ModelVersion } from '#model-registry';
import { type FeatureBag } from '#gateway/feature-store';
import { tileEdgeOf } from './tile-edge.js';

/** Where tiles lie, and how large they are, in the unit that a version takes. */
export interface TilePlaces {
  /** `[tiles, 2]`: x and y of the top left corners. */
  readonly coords: Float64Array;
  /** Edge of a tile. */
  readonly extent: number;
}

/** A unit of places that can be made of level-0 pixels. */
export type PlaceUnit = NonNullable<ModelCard['input']['tensors'][number]['unit']>;

const CONVERTIBLE: readonly string[] = ['PX_LEVEL0', 'UM', 'PX_PATCH'] satisfies readonly PlaceUnit[];
// As between two statements of a resolution: the edge of a tile is rounded to whole pixels by those who cut it.
const TOLERANCE = 0.02;
// Quotients of numbers that are no whole ones, as micrometres are.
export const ROUNDING = 1e-6;

/** Whether a bag's places, which are level-0 pixels, can be told in a unit. GRID is each model's own way of counting, and none of the gateway's. */
export function isConvertible(unit: ModelCard['input']['coordsUnit']): boolean {
  return CONVERTIBLE.includes(unit);
}

/** The inputs of a card that say where tiles lie. */
export function placedInputs({ input }: ModelCard): ModelCard['input']['tensors'] {
  return input.tensors.filter(({ role }) => role === 'COORDINATES' || role === 'TILE_EXTENT');
}

/**
 * Refuses a bag whose places cannot be told as the card wants them, before anything is read.
 * @param mpp micrometres per pixel of the slide's level 0, or null where nobody knows it
 * @throws FeatureContractMismatch for a bag without places, or tiles of another size; SlideResolutionUnknown where micrometres are wanted of a slide without mpp
 */
export function checkPlaces(card: ModelCard, bag: FeatureBag, mpp: number | null): void {
  const { tileExtent } = card.input;
  const placed = placedInputs(card);
  if (placed.length === 0) return;
  if (bag.coordsUnit !== 'PX_LEVEL0')
    throw new FeatureContractMismatch([{ field: 'coordsUnit', needed: card.input.coordsUnit, found: null }]);
  for (const unit of new Set(placed.map((tensor) => tensor.unit))) if (unit) unitsPerPixel(unit, bag, mpp);
  if (!tileExtent) return;
  const found = tileEdgeOf(bag) * unitsPerPixel(tileExtent.unit, bag, mpp);
  if (Math.abs(found / tileExtent.value - 1) > TOLERANCE)
    throw new FeatureContractMismatch([
      { field: `tileExtent (${tileExtent.unit})`, needed: tileExtent.value, found: Number(found.toPrecision(6)) },
    ]);
}

/** An input with micrometres in it is another one under another resolution of the same slide, which is no part of a bag and may be stated anew. */
export function withScale<Input extends { readonly inputDigest: string }>(
  input: Input,
  { card }: ModelVersion,
  mpp: readonly (number | null)[],
): Input {
  if (!placedInputs(card).some(({ unit }) => unit === 'UM')) return input;
  const text = [input.inputDigest, 'mpp', ...mpp].join('\n');
  return { ...input, inputDigest: createHash('sha256').update(text).digest('hex') };
}

/**
 * Level-0 pixels as the unit of a card. The extent is that of whole pixels, rounded down as TRIDENT's `patch_size_level0` is: coordinates are whole pixels too, and with a
 * fraction more tiles that lie edge to edge would meet in one place of a grid.
 */
export function placesIn(unit: PlaceUnit, coords: Int32Array, bag: FeatureBag, mpp: number | null): TilePlaces {
  const scale = unitsPerPixel(unit, bag, mpp);
  return { coords: Float64Array.from(coords, (value) => value * scale), extent: Math.floor(tileEdgeOf(bag)) * scale };
}

/**
 * A model that lays tiles on a grid of their extent adds up, or overwrites, what falls in one place of it.
 * @throws FeatureContractMismatch where two tiles would
 */
export function checkGrid({ coords, extent }: TilePlaces): void {
  let [left, top] = [Infinity, Infinity];
  for (let i = 0; i < coords.length; i += 2) {
    left = Math.min(left, coords[i] ?? Infinity);
    top = Math.min(top, coords[i + 1] ?? Infinity);
  }
  const taken = new Set<string>();
  for (let i = 0; i < coords.length; i += 2)
    taken.add(`${gridPlace(coords[i], left, extent)},${gridPlace(coords[i + 1], top, extent)}`);
  const tiles = coords.length / 2;
  if (taken.size < tiles)
    throw new FeatureContractMismatch(
      [
        {
          field: 'coords',
          needed: `one tile in each place of a grid of ${Number(extent.toPrecision(6))}`,
          found: `${tiles - taken.size} of ${tiles} tiles in the place of another`,
        },
      ],
      'The places of the tiles do not fit their extent',
    );
}

function gridPlace(value: number | undefined, least: number, extent: number): number {
  return Math.floor(((value ?? NaN) - least) / extent + ROUNDING);
}

function unitsPerPixel(unit: PlaceUnit, bag: FeatureBag, mpp: number | null): number {
  switch (unit) {
    case 'PX_LEVEL0':
      return 1;
    case 'UM':
      if (mpp === null) throw new SlideResolutionUnknown();
      return mpp;
    case 'PX_PATCH':
      if (bag.tileSizePx === null)
        throw new FeatureContractMismatch([
          { field: 'tileSizePx', needed: 'the edge of a tile as it was encoded', found: null },
        ]);
      return bag.tileSizePx / Math.floor(tileEdgeOf(bag));
  }
}

import { type OutputExpectation } from '#libs/inference-client';
import { BadUserInput } from '#libs/errors';
import { type Tensor } from '#libs/inference-protocol';
import { type CardTensor, type ModelCard } from '#model-registry';
import { type LoadedFeatures } from './load-features.js';
import { castTensor, type CastDatatype } from './cast-tensor.js';
import { FEATURE_DATATYPES, featureTensor } from './feature-tensor.js';
import { demandDatatypes, isAsked } from './served-datatypes.js';
import { checkGrid, ROUNDING, type TilePlaces } from './tile-places.js';

type InputTensor = ModelCard['input']['tensors'][number];

/** How many bags go in, and how many tiles each has. */
export interface BagShape {
  readonly bags: number;
  readonly tiles: number;
}

/** Refuses a card whose inputs cannot be made of features and their places. @throws BadUserInput */
export function demandBagInputs({ input }: ModelCard): void {
  const [first, ...others] = input.tensors;
  if (others.length === 0 && first && isFeatureFirst(first))
    throw new BadUserInput(
      'model',
      'must name a version that takes tiles row by row; features before tiles are served for expression alone',
      { axes: first.axes },
    );
  const isOne =
    others.length === 0 && first?.role === undefined && FEATURE_DATATYPES.includes(first?.datatype ?? 'BYTES');
  if (isOne || input.tensors.every(({ role }) => role !== undefined)) return;
  throw new BadUserInput(
    'model',
    `must name a version that takes features as its one input, ${FEATURE_DATATYPES.join(', ')}, or whose card says of each input what it is (\`role\`)`,
    { inputs: input.tensors.map(({ name, datatype }) => ({ name, datatype })) },
  );
}

/**
 * What goes in, in the order of the card: features as the one input `[bags, tiles, dim]`; or for each input what its role says, in its datatype, with the dimensions that its axes name.
 * @param rows `[tiles, dim]`
 * @throws FeatureContractMismatch for places that do not fit the card's tile extent
 */
export async function bagTensors(
  features: LoadedFeatures,
  rows: Float32Array,
  card: ModelCard,
  shape: BagShape,
): Promise<readonly Tensor[]> {
  const { dim } = features.bag;
  const [first] = card.input.tensors;
  if (first && first.role === undefined) return [await featureTensor(first, rows, [shape.bags, shape.tiles, dim])];
  const places = await placesOf(features, card);
  return card.input.tensors.map((input) => {
    const numbers = numbersOf(input, { rows, places, shape });
    return castTensor(input.name, datatypeOf(input), shapeOf(input, shape, dim), numbers);
  });
}

/** In the one unit of the card and in numbers as they are sent, for by those a model that is told how large a tile is lays the tiles on a grid. */
async function placesOf(features: LoadedFeatures, { input }: ModelCard): Promise<TilePlaces | null> {
  const told = (wanted: string): InputTensor | undefined => input.tensors.find(({ role }) => role === wanted);
  const [coordinates, tileExtent] = [told('COORDINATES'), told('TILE_EXTENT')];
  const unit = (coordinates ?? tileExtent)?.unit;
  if (unit === undefined) return null;
  const { coords, extent } = await features.places(unit);
  const places = {
    coords: isWhole(coordinates) ? coords.map(Math.round) : coords,
    extent: isWhole(tileExtent) ? Math.floor(extent + ROUNDING) : extent,
  };
  if (coordinates && tileExtent && input.overlappingTiles !== 'ACCEPT') checkGrid(places);
  return places;
}

function isWhole(input: InputTensor | undefined): boolean {
  return input?.datatype.startsWith('INT') === true;
}

function numbersOf(
  { role, axes }: InputTensor,
  {
    rows,
    places,
    shape,
  }: { readonly rows: Float32Array; readonly places: TilePlaces | null; readonly shape: BagShape },
): Float32Array | Float64Array {
  const { bags, tiles } = shape;
  switch (role) {
    case 'COORDINATES':
      if (!places) throw new Error('coordinates were expected to be read');
      return axes.includes('yx') ? turned(places.coords) : places.coords;
    case 'TILE_EXTENT':
      return new Float64Array(bags).fill(places?.extent ?? NaN);
    case 'MASK':
      return new Float64Array(bags * tiles).fill(1);
    case 'PADDING_MASK':
      return new Float64Array(bags * tiles);
    default:
      return rows;
  }
}

/** y before x. */
function turned(coords: Float64Array): Float64Array {
  return coords.map((_, i) => coords[i % 2 === 0 ? i + 1 : i - 1] ?? NaN);
}

function shapeOf({ axes }: InputTensor, { bags, tiles }: BagShape, dim: number): readonly number[] {
  const sizes: Readonly<Record<string, number>> = { tile: tiles, cell: tiles, feature: dim, xy: 2, yx: 2 };
  return axes.map((axis) => sizes[axis] ?? bags);
}

function datatypeOf({ datatype }: InputTensor): CastDatatype {
  switch (datatype) {
    case 'FP32':
    case 'FP64':
    case 'INT32':
    case 'INT64':
    case 'UINT8':
    case 'BOOL':
      return datatype;
    default:
      throw new Error('the card was expected to have datatypes that fit its roles');
  }
}

/** Whether a card states that its tensor has features before tiles (or clusters of them), as HE2RNA's `[bag, feature, tile]` does: rows of features are turned for it. */
export function isFeatureFirst({ axes }: Pick<CardTensor, 'axes'>): boolean {
  const feature = axes.indexOf('feature');
  return feature >= 0 && feature < Math.max(axes.indexOf('tile'), axes.indexOf('cluster'));
}

/**
 * Every output that the card declares, with its variable dimensions filled in by the meaning of its axes. Outputs that nothing of the card refers to are asked
 * for and stored as they are; text and integers that no file of numbers holds are not.
 * @throws BadUserInput for an output that the card gives a meaning which its datatype does not have
 */
export function expectedOutputs(card: ModelCard, shape: BagShape): readonly OutputExpectation[] {
  demandDatatypes(card);
  return card.output.tensors
    .filter((tensor) => isAsked(card, tensor))
    .map((tensor) => ({
      name: tensor.name,
      datatype: tensor.datatype,
      shape: tensor.shape.map((size, axis) => sizeOf(tensor, size, axis, shape)),
    }));
}

function sizeOf(tensor: CardTensor, size: number, axis: number, { bags, tiles }: BagShape): number {
  if (size !== -1) return size;
  if (tensor.axes[axis] === 'bag' || tensor.axes[axis] === 'slide') return bags;
  if (tensor.axes[axis] === 'tile' || tensor.axes[axis] === 'cell') return tiles;
  return -1;
}

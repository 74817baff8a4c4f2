import { BadUserInput } from '#libs/errors';
import { turnRows } from '#gateway/pipeline';
import type { CallTensors, MapCall } from './map-call.js';

/** Numbers of one call where the version takes a fixed number of tiles: 64 MB. */
const MOST_PLACES_VALUES = 16_000_000;

/** Which dimension is which, in the card's words. */
interface Axes {
  readonly shape: readonly number[];
  readonly axes: readonly string[];
  readonly bag: number;
  /** -1 where the version has one bag a tile. */
  readonly tile: number;
  /** Of features, or of genes. */
  readonly width: number;
}

/**
 * Each tile by itself. Its features are a row of `[tile, feature]` or a column of HE2RNA's `[bag, feature, tile]`, its values a row of `[tile, gene]` or a column of `[bag, gene, tile]`; where
 * the values have no tiles, a tile is a bag. A fixed number of tiles is filled up with the card's padding, after the tiles, and what comes of that is dropped.
 * @throws BadUserInput where the card leaves open which dimension is which
 */
export function alongTiles({ input, output, layers }: CallTensors, padding: number | null): MapCall {
  const given = axesOf('input', input, 'feature');
  const found = axesOf('output', output, 'gene');
  const dim = given.shape[given.width] ?? -1;
  if (given.tile < 0 || dim < 1)
    throw unstated('an input of [tile, feature] or [feature, tile], with or without a bag', input);
  if (found.shape[found.width] !== layers)
    throw unstated('an output of [tile, gene] or [gene, tile] with all its genes, with or without a bag', output);
  return found.tile < 0
    ? aBagEach(given, found, { input, output, layers })
    : together(given, found, { input, output, layers }, padding);
}

function together(given: Axes, found: Axes, { input, output, layers }: CallTensors, padding: number | null): MapCall {
  const [placesIn = -1, placesOut = -1] = [given.shape[given.tile], found.shape[found.tile]];
  const dim = given.shape[given.width] ?? -1;
  if ([given, found].some(({ bag, shape }) => bag >= 0 && shape[bag] !== -1 && shape[bag] !== 1))
    throw unstated('one bag at a time', input);
  if (placesIn !== placesOut) throw unstated('as many tiles in its output as in its input', output);
  const places = placesIn === -1 ? null : placesIn;
  if (places !== null && places > 1 && padding === null)
    throw unstated('any number of tiles, or a padding that its card states', input);
  if (places !== null && places * Math.max(dim, layers) > MOST_PLACES_VALUES)
    throw unstated(`fewer tiles: at most ${MOST_PLACES_VALUES} numbers of a call`, input);
  const isTurnedIn = given.width < given.tile;
  const isTurnedOut = found.width < found.tile;
  const sized = (axes: Axes, count: number, width: number): readonly number[] =>
    axes.shape.map((_, at) => (at === axes.tile ? (places ?? count) : at === axes.width ? width : 1));
  return {
    places,
    toTensor: async (rows, count, signal) => {
      const filled = filledUp(rows, (places ?? count) * dim, padding);
      const data = await turnedIf(isTurnedIn, filled, dim, signal);
      return { name: input.name, datatype: 'FP32', shape: sized(given, count, dim), data };
    },
    expect: (count) => ({ name: output.name, datatype: 'FP32', shape: sized(found, count, layers) }),
    toRows: async (values, count, signal) => {
      const rows = await turnedIf(isTurnedOut, values, places ?? count, signal);
      return rows.subarray(0, count * layers);
    },
  };
}

/** Values without tiles are of a bag: each tile is one. */
function aBagEach(given: Axes, found: Axes, { input, output, layers }: CallTensors): MapCall {
  const dim = given.shape[given.width] ?? -1;
  const isOneTile = given.shape[given.tile] === -1 || given.shape[given.tile] === 1;
  if (given.bag < 0 || given.shape[given.bag] !== -1 || found.bag < 0 || found.shape[found.bag] !== -1 || !isOneTile)
    throw unstated('values for each tile, or any number of bags of one tile', input);
  const sized = (axes: Axes, count: number, width: number): readonly number[] =>
    axes.shape.map((_, at) => (at === axes.bag ? count : at === axes.width ? width : 1));
  return {
    places: null,
    toTensor: (rows, count) =>
      Promise.resolve({ name: input.name, datatype: 'FP32', shape: sized(given, count, dim), data: rows }),
    expect: (count) => ({ name: output.name, datatype: 'FP32', shape: sized(found, count, layers) }),
    toRows: (values, count, signal) => turnedIf(found.width < found.bag, values, count, signal),
  };
}

function axesOf(side: string, { axes, shape }: CallTensors['input'], width: 'feature' | 'gene'): Axes {
  const known = ['bag', 'tile', width];
  const isStated = axes.every((axis) => known.includes(axis)) && new Set(axes).size === axes.length;
  if (!isStated || !axes.includes(width) || axes.length !== shape.length)
    throw unstated(`an ${side} whose axes are bag, tile and ${width}, each at most once`, { axes, shape });
  return { shape, axes, bag: axes.indexOf('bag'), tile: axes.indexOf('tile'), width: axes.indexOf(width) };
}

function unstated(wanted: string, { axes, shape }: Pick<CallTensors['input'], 'axes' | 'shape'>): BadUserInput {
  return new BadUserInput('model', `must name a version that takes or gives ${wanted}`, { axes, shape });
}

function filledUp(rows: Float32Array, length: number, padding: number | null): Float32Array {
  if (rows.length === length) return rows;
  const filled = new Float32Array(length).fill(padding ?? 0);
  filled.set(rows);
  return filled;
}

/** What has one row or one column is turned as it is. */
function turnedIf(isWanted: boolean, values: Float32Array, width: number, signal: AbortSignal): Promise<Float32Array> {
  return isWanted && width > 1 && values.length > width ? turnRows(values, width, signal) : Promise.resolve(values);
}

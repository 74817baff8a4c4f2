import { setImmediate as nextTurn } from 'node:timers/promises';
import { floatsFromHalves, halvesFromFloats } from '#libs/array-files';
import { turnRows } from '#gateway/pipeline';
import type { SpatialDatatype } from './spatial-map.entity.js';

/** Values that are moved in one piece: about a millisecond. */
const VALUES_AT_ONCE = 250_000;
/** Values of a block: 8 MB as float32. */
const BLOCK_VALUES = 2_000_000;
const MOST_BLOCK_TILES = 256;

/** How a map's values lie in their blob. */
export interface MapLayout {
  readonly layerCount: number;
  readonly tileCount: number;
  readonly blockTiles: number;
  readonly datatype: SpatialDatatype;
}

/** Tiles of a block, so that a block has a bounded number of values. */
export function blockTilesFor(layerCount: number): number {
  return Math.max(8, Math.min(MOST_BLOCK_TILES, Math.floor(BLOCK_VALUES / Math.max(1, layerCount))));
}

export function valueBytesOf(datatype: SpatialDatatype): number {
  return datatype === 'FP16' ? 2 : 4;
}

/** Where a run of layers lies in each block: first and last byte, and the tiles that the block has. */
export function piecesOf(layout: MapLayout, firstLayer: number, layers: number) {
  const { layerCount, tileCount, blockTiles, datatype } = layout;
  const bytes = valueBytesOf(datatype);
  return Array.from({ length: Math.ceil(tileCount / blockTiles) }, (_, block) => {
    const firstTile = block * blockTiles;
    const tiles = Math.min(blockTiles, tileCount - firstTile);
    const start = (firstTile * layerCount + firstLayer * tiles) * bytes;
    return { start, end: start + layers * tiles * bytes - 1, firstTile, tiles };
  });
}

/**
 * A block as it is stored, `[layers, tiles]`, of rows `[tiles, layers]`.
 * @param signal asked between pieces of a millisecond
 */
export async function blockOf(
  rows: Float32Array,
  layers: number,
  datatype: SpatialDatatype,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const turned = await turnRows(rows, layers, signal);
  return datatype === 'FP32' ? bytesOf(turned) : bytesOf(await halvesOf(turned, signal));
}

async function halvesOf(values: Float32Array, signal: AbortSignal): Promise<Uint16Array> {
  const halves = new Uint16Array(values.length);
  for (let from = 0; from < values.length; from += VALUES_AT_ONCE) {
    halves.set(halvesFromFloats(values.subarray(from, from + VALUES_AT_ONCE)), from);
    await nextTurn();
    signal.throwIfAborted();
  }
  return halves;
}

/** Stored values, in a buffer of their own, as numbers. */
export function floatsOf({ buffer, byteOffset, byteLength }: Uint8Array, datatype: SpatialDatatype): Float32Array {
  if (datatype === 'FP32') return new Float32Array(buffer, byteOffset, byteLength / 4);
  return floatsFromHalves(new Uint16Array(buffer, byteOffset, byteLength / 2));
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

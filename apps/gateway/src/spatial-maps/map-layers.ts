import { BadUserInput } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import { floatsOf, piecesOf, valueBytesOf } from './map-layout.js';
import type { SpatialMap } from './spatial-map.entity.js';

/** Values that are read at once, `[layers, tiles]`: 40 MB. */
const MOST_VALUES = 10_000_000;
const READINGS_AT_ONCE = 8;
/** Values of a page where all layers are read, 1 MB. */
const PAGE_VALUES = 250_000;

/** Reads layers of stored maps. A layer is a few pieces of the blob, whatever number of layers the map has. */
export class MapLayers {
  constructor(private readonly blobs: BlobStore) {}

  /**
   * Layers that stand one after the other, `[count, tiles]`, NaN where a tile has no value.
   * @throws BadUserInput for more values than are read at once
   */
  async page(map: SpatialMap, first: number, count: number, signal: AbortSignal): Promise<Float32Array> {
    return floatsOf(await this.storedPage(map, first, count, signal), map.datatype);
  }

  /** The same as it is stored: little-endian, in the map's datatype. */
  async storedPage(map: SpatialMap, first: number, count: number, signal: AbortSignal): Promise<Uint8Array> {
    if (count * map.tileCount > MOST_VALUES)
      throw new BadUserInput('names', `must be fewer layers: at most ${MOST_VALUES} values are read at once`, {
        tiles: map.tileCount,
      });
    const size = valueBytesOf(map.datatype);
    const page = new Uint8Array(count * map.tileCount * size);
    const pieces = piecesOf(map, first, count);
    for (let from = 0; from < pieces.length; from += READINGS_AT_ONCE)
      await Promise.all(
        pieces.slice(from, from + READINGS_AT_ONCE).map(async ({ start, end, firstTile, tiles }) => {
          const piece = await this.bytes(map.valuesBlob, start, end, signal);
          for (let layer = 0; layer < count; layer += 1)
            page.set(
              piece.subarray(layer * tiles * size, (layer + 1) * tiles * size),
              (layer * map.tileCount + firstTile) * size,
            );
        }),
      );
    return page;
  }

  /** Chosen layers in the order of their positions, `[positions, tiles]`. */
  async chosen(map: SpatialMap, positions: readonly number[], signal: AbortSignal): Promise<Float32Array> {
    const values = new Float32Array(positions.length * map.tileCount);
    for (const { position, at, count } of runsOf(positions))
      values.set(await this.page(map, position, count, signal), at * map.tileCount);
    return values;
  }

  /** Top left corners, `[tiles, 2]`. */
  async coords(map: SpatialMap, signal?: AbortSignal): Promise<Int32Array> {
    const bytes = (await this.blobs.read(map.coordsBlob, signal)).slice();
    return new Int32Array(bytes.buffer);
  }

  /** Names of the layers in their order. */
  async names(map: SpatialMap, signal?: AbortSignal): Promise<readonly string[]> {
    if (map.layerCount === 0) return [];
    return Buffer.from(await this.blobs.read(map.namesBlob, signal))
      .toString('utf8')
      .trimEnd()
      .split('\n');
  }

  private async bytes(blob: string, start: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    for await (const chunk of (await this.blobs.stream(blob, { start, end }, signal)) as AsyncIterable<Buffer>)
      chunks.push(chunk);
    return Buffer.concat(chunks);
  }
}

/** The pages of layers that hold some bytes of `[layers, tiles]`, each with the byte at which it begins. */
export function* pagesOfBytes(map: SpatialMap, from: number, to: number) {
  const layerBytes = map.tileCount * valueBytesOf(map.datatype);
  const most = Math.max(1, Math.floor(PAGE_VALUES / map.tileCount));
  for (let first = Math.floor(from / layerBytes); first * layerBytes <= to; first += most)
    yield { first, count: Math.min(most, map.layerCount - first), startByte: first * layerBytes };
}

/** Positions that follow each other are read together. */
function runsOf(positions: readonly number[]) {
  const runs: { readonly position: number; readonly at: number; count: number }[] = [];
  positions.forEach((position, at) => {
    const last = runs.at(-1);
    if (last && last.position + last.count === position) last.count += 1;
    else runs.push({ position, at, count: 1 });
  });
  return runs;
}

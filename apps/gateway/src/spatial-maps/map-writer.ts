import type { BlobStore, BlobWriter, StoredBlob } from '#gateway/blob-store';
import { blockOf, blockTilesFor } from './map-layout.js';
import type { MapPiece } from './per-tile-rows.js';
import type { SpatialDatatype } from './spatial-map.entity.js';

/** What was written of a map. */
export interface WrittenMap {
  readonly values: StoredBlob;
  readonly blockTiles: number;
  readonly valuedTileCount: number;
}

/**
 * Writes a map's rows, block by block: no more than one block and one piece are in memory.
 * @param onTiles told how many tiles are done
 */
export async function writeMap(
  blobs: BlobStore,
  pieces: AsyncIterable<MapPiece>,
  { layerCount, datatype }: { readonly layerCount: number; readonly datatype: SpatialDatatype },
  signal: AbortSignal,
  onTiles: (done: number) => void,
): Promise<WrittenMap> {
  const writer = await blobs.writer();
  const blockTiles = blockTilesFor(layerCount);
  const block = new Block(blockTiles, layerCount, (rows) => writeBlock(writer, rows, { layerCount, datatype }, signal));
  let [done, valuedTileCount] = [0, 0];
  try {
    for await (const { rows, tiles, valuedTiles } of pieces) {
      await block.add(rows);
      valuedTileCount += valuedTiles;
      onTiles((done += tiles));
      signal.throwIfAborted();
    }
    await block.end();
    return { values: await writer.finish(), blockTiles, valuedTileCount };
  } finally {
    await writer.discard();
  }
}

async function writeBlock(
  writer: BlobWriter,
  rows: Float32Array,
  { layerCount, datatype }: { readonly layerCount: number; readonly datatype: SpatialDatatype },
  signal: AbortSignal,
): Promise<void> {
  await writer.write(await blockOf(rows, layerCount, datatype, signal));
}

/** Rows that are gathered until there are enough for a block. */
class Block {
  private readonly rows: Float32Array;
  private filled = 0;

  constructor(
    blockTiles: number,
    layerCount: number,
    private readonly full: (rows: Float32Array) => Promise<void>,
  ) {
    this.rows = new Float32Array(blockTiles * layerCount);
  }

  async add(values: Float32Array): Promise<void> {
    for (let from = 0; from < values.length;) {
      const part = values.subarray(from, from + this.rows.length - this.filled);
      this.rows.set(part, this.filled);
      this.filled += part.length;
      from += part.length;
      if (this.filled === this.rows.length) await this.end();
    }
  }

  async end(): Promise<void> {
    if (this.filled > 0) await this.full(this.rows.subarray(0, this.filled));
    this.filled = 0;
  }
}

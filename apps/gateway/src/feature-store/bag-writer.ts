import type { Json, JsonObject } from '#libs/database';
import type { BlobWriter, StoredBlob } from '#gateway/blob-store';
import type { BagLevel, BagOrigin, FeatureBag } from './feature-bag.entity.js';

/** What is known of a bag before its first tile. */
export interface BagDescription {
  readonly tenant: string;
  readonly slide: { readonly id: string; readonly digest: string };
  readonly encoder: { readonly name: string; readonly version: string; readonly digest: string };
  readonly preprocessingDigest: string;
  readonly origin: BagOrigin;
  /** TILE unless stated. */
  readonly level?: BagLevel;
  readonly recipe: JsonObject;
  readonly dim: number;
  readonly coordsDatatype: FeatureBag['coordsDatatype'];
  readonly coordsUnit: string;
  readonly tileEdgePx: number | null;
  readonly mpp: number | null;
  readonly tileSizePx: number | null;
}

/** What is known when the last tile has been written. */
export interface WrittenTiles {
  readonly tileCount: number;
  readonly features: StoredBlob;
  readonly coords: StoredBlob;
  readonly meanEmbedding: Float32Array;
}

/** Takes a bag batch by batch: memory does not grow with the slide. Exactly one of `finish` and `discard` ends it. */
export interface BagWriter {
  /**
   * @param features [n, dim] float32, finite
   * @param coords [n, 2], x and y of each tile; Int32Array or Float64Array as described
   * @throws RangeError when the sizes do not agree, the coordinates are of the other datatype or a number is not finite
   */
  append(features: Float32Array, coords: Int32Array | Float64Array): Promise<void>;
  /**
   * @param plan the tile grid's own account, null when there is none
   * @throws RangeError when there is no tile
   * @throws Conflict when the bag exists with other features; nothing is overwritten
   */
  finish(plan: Json): Promise<FeatureBag>;
  /** Forgets everything. Does nothing after `finish`. */
  discard(): Promise<void>;
}

// Summing this many tiles of 1536 numbers takes about a millisecond; then the event loop is free while they are written.
const BLOCK_TILES = 512;

export class TileWriter implements BagWriter {
  private readonly sum: Float64Array;
  private tileCount = 0;

  /** @param save stores the row when both blobs are durable */
  constructor(
    private readonly description: Pick<BagDescription, 'dim' | 'coordsDatatype'>,
    private readonly features: BlobWriter,
    private readonly coords: BlobWriter,
    private readonly save: (written: WrittenTiles, plan: Json) => Promise<FeatureBag>,
  ) {
    this.sum = new Float64Array(description.dim);
  }

  async append(features: Float32Array, coords: Int32Array | Float64Array): Promise<void> {
    const { dim, coordsDatatype } = this.description;
    const count = coords.length / 2;
    if (features.length !== count * dim) throw new RangeError('Features and coordinates are of different tile counts.');
    if (coords instanceof Int32Array !== (coordsDatatype === 'INT32')) {
      throw new RangeError('The coordinates are of another datatype than the bag.');
    }
    if (!allFinite(coords)) throw new RangeError('A coordinate is not finite.');
    for (let tile = 0; tile < count; tile += BLOCK_TILES) {
      const block = features.subarray(tile * dim, (tile + BLOCK_TILES) * dim);
      this.addToSum(block);
      await this.features.write(bytesOf(block));
    }
    await this.coords.write(bytesOf(coords));
    this.tileCount += count;
  }

  async finish(plan: Json): Promise<FeatureBag> {
    try {
      if (this.tileCount === 0) throw new RangeError('A bag has at least one tile.');
      const features = await this.features.finish();
      const coords = await this.coords.finish();
      const meanEmbedding = Float32Array.from(this.sum, (total) => total / this.tileCount);
      return await this.save({ tileCount: this.tileCount, features, coords, meanEmbedding }, plan);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  async discard(): Promise<void> {
    await this.features.discard();
    await this.coords.discard();
  }

  private addToSum(features: Float32Array): void {
    const { sum } = this;
    const dim = sum.length;
    for (let i = 0, column = 0; i < features.length; i += 1) {
      sum[column] = (sum[column] ?? 0) + (features[i] ?? 0);
      column = column + 1 === dim ? 0 : column + 1;
    }
    // One value that is not finite leaves its column's sum not finite.
    if (!allFinite(sum)) throw new RangeError('A feature is not finite.');
  }
}

function allFinite(values: Float64Array | Int32Array): boolean {
  return values instanceof Int32Array || values.every((value) => Number.isFinite(value));
}

// Stored little-endian, which is the byte order of every processor that the embedded database and the model runtime are built for.
function bytesOf(values: Float32Array | Int32Array | Float64Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

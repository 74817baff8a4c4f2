import { StoreDamaged } from '#libs/errors';
import type { BlobStore } from '#gateway/blob-store';
import type { FeatureBag } from './feature-bag.entity.js';

/** A bag in memory. The arrays are shared by everybody who loaded it: nobody writes to them. */
export interface LoadedBag {
  /** [count, dim], row by row. */
  readonly features: Float32Array;
  /** [count, 2], x and y of each tile, in the bag's unit. */
  readonly coords: Int32Array | Float64Array;
  readonly count: number;
  readonly dim: number;
}

export async function readBag(blobs: BlobStore, bag: FeatureBag): Promise<LoadedBag> {
  const { tileCount: count, dim } = bag;
  const featureBytes = await blobs.read(bag.featuresBlob);
  const coordBytes = await blobs.read(bag.coordsBlob);
  const coordWidth = bag.coordsDatatype === 'INT32' ? 4 : 8;
  // The blobs are what their digests say; the row may still name the wrong ones.
  if (featureBytes.byteLength !== count * dim * 4 || coordBytes.byteLength !== count * 2 * coordWidth) {
    throw new StoreDamaged('a feature bag and its arrays are of different sizes');
  }
  const features = new Float32Array(featureBytes.buffer, featureBytes.byteOffset, count * dim);
  const coords =
    bag.coordsDatatype === 'INT32'
      ? new Int32Array(coordBytes.buffer, coordBytes.byteOffset, count * 2)
      : new Float64Array(coordBytes.buffer, coordBytes.byteOffset, count * 2);
  return { features, coords, count, dim };
}

export function bytesOfBag(bag: LoadedBag): number {
  return bag.features.byteLength + bag.coords.byteLength;
}

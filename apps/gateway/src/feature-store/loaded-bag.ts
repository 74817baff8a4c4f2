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
  // The blobs are what their digests say; the row may still name the wrong ones.
  if (featureBytes.byteLength !== count * dim * 4) throw otherSizes();
  const features = new Float32Array(featureBytes.buffer, featureBytes.byteOffset, count * dim);
  return { features, coords: await readCoords(blobs, bag), count, dim };
}

/** The places of a bag's tiles, without its features: kilobytes where those are megabytes. */
export async function readCoords(blobs: BlobStore, bag: FeatureBag): Promise<LoadedBag['coords']> {
  const bytes = await blobs.read(bag.coordsBlob);
  const isInt32 = bag.coordsDatatype === 'INT32';
  if (bytes.byteLength !== bag.tileCount * 2 * (isInt32 ? 4 : 8)) throw otherSizes();
  const [buffer, offset, length] = [bytes.buffer, bytes.byteOffset, bag.tileCount * 2] as const;
  return isInt32 ? new Int32Array(buffer, offset, length) : new Float64Array(buffer, offset, length);
}

const otherSizes = (): StoreDamaged => new StoreDamaged('a feature bag and its arrays are of different sizes');

export function bytesOfBag(bag: LoadedBag): number {
  return bag.features.byteLength + bag.coords.byteLength;
}

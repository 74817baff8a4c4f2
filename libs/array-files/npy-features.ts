import { createHash } from 'node:crypto';
import { ArtifactInvalid } from '#libs/errors';
import type { DenseArray } from './array-datatypes.js';
import { checkCoordsShape, checkFeatureShape, checkFinite } from './feature-checks.js';
import type { FeatureFile, FeatureFileLimits, StoredDatatype } from './feature-file.types.js';
import { floatsFromHalves } from './half-float.js';
import { decodeNpy, isNpy } from './npy.js';
import { isUnchanged, openRegularFile, readAll, type OpenFile } from './open-file.js';

/**
 * Reads features from a .npy matrix (N, D) of float16, float32 or float64, and coordinates from a second one (N, 2) if given.
 * A .npy file states nothing about itself, so `coordsUnit` is null and `declared` is empty.
 * @throws ArtifactInvalid as `readFeatureFile`
 */
export function readNpyFeatures(file: OpenFile, coordsPath: string | null, limits: FeatureFileLimits): FeatureFile {
  if (file.stats.size > limits.maxBytes * 2 + 65_548)
    throw new ArtifactInvalid('it is larger than any .npy matrix within the limits');
  const { array, digest } = readNpy(file);
  const { count, dim } = checkFeatureShape(array.shape, limits);
  const { features, storedDatatype } = toFloats(array);
  checkFinite(features, dim, 'the features');
  const second = coordsPath === null ? null : readNpyCoords(coordsPath, count);
  return {
    layout: 'NPY',
    features,
    storedDatatype,
    count,
    dim,
    coords: second?.coords ?? null,
    coordsUnit: null,
    declared: {},
    contentDigest: digest,
    coordsDigest: second?.digest ?? null,
  };
}

function readNpyCoords(path: string, count: number): { readonly coords: Float64Array; readonly digest: string } {
  const file = openRegularFile(path, count * 16 + 65_548);
  if (!isNpy(file.start)) throw new ArtifactInvalid('the file of coordinates is not a .npy file');
  const { array, digest } = readNpy(file);
  checkCoordsShape(array.shape, count);
  if (array.datatype === 'FP16')
    throw new ArtifactInvalid('its coordinates are float16, which cannot hold a pixel position');
  const coords = Float64Array.from(array.data, Number);
  checkFinite(coords, 2, 'the coordinates');
  return { coords, digest };
}

function readNpy(file: OpenFile): { readonly array: DenseArray; readonly digest: string } {
  const bytes = readAll(file);
  if (!isUnchanged(file)) throw new ArtifactInvalid('it changed while it was read');
  return { array: decodeNpy(bytes), digest: createHash('sha256').update(bytes).digest('hex') };
}

function toFloats(array: DenseArray): { readonly features: Float32Array; readonly storedDatatype: StoredDatatype } {
  switch (array.datatype) {
    case 'FP16':
      return { features: floatsFromHalves(array.data), storedDatatype: 'FP16' };
    case 'FP32':
      return { features: array.data, storedDatatype: 'FP32' };
    case 'FP64':
      return { features: Float32Array.from(array.data), storedDatatype: 'FP64' };
    default:
      throw new ArtifactInvalid('its features are not float16, float32 or float64');
  }
}

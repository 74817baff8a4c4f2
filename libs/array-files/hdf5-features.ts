import type { Dataset } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import { checkCoordsShape, checkFeatureShape, checkFinite } from './feature-checks.js';
import type { FeatureFile, FeatureFileLimits, StoredDatatype } from './feature-file.types.js';
import { Float16Watch } from './float16-watch.js';
import { floatsFromHalves } from './half-float.js';
import { checkStorage, readRows } from './hdf5-dataset.js';
import { datasetOf, openHdf5, type Hdf5File, type Hdf5Module } from './hdf5-file.js';
import { describeLayout, findLayout } from './hdf5-layouts.js';
import { digestOf, isUnchanged, type OpenFile } from './open-file.js';

const SIGNATURE = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);

/** Whether these are the first bytes of an HDF5 file without a user block. */
export function isHdf5(start: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => start[i] === byte);
}

/** Reads tile features from HDF5. Blocks the thread: for the worker. @throws ArtifactInvalid as `readFeatureFile` */
export async function readHdf5Features(file: OpenFile, limits: FeatureFileLimits): Promise<FeatureFile> {
  const float16 = new Float16Watch();
  const contentDigest = digestOf(file, (bytes) => float16.look(bytes));
  const hdf5 = await openHdf5(file);
  const found = findLayout(hdf5.names);
  const dataset = datasetOf(hdf5, found.dataset);
  const { count, dim } = checkFeatureShape(dataset.metadata.shape, limits);
  checkStorage(dataset, file.stats.size);
  const storedDatatype = datatypeOf(hdf5.module, dataset, float16);
  const coordsDataset = hdf5.names.has('coords') ? datasetOf(hdf5, 'coords') : null;
  const { declared, coordsUnit } = describeLayout(hdf5, found.layout, dataset, coordsDataset);
  const coords = coordsDataset && readCoords(hdf5, coordsDataset, count, file.stats.size);
  const features = readFeatures(hdf5, dataset, storedDatatype, count * dim);
  checkFinite(features, dim, 'the features');
  if (!isUnchanged(file)) throw new ArtifactInvalid('it changed while it was read');
  return {
    layout: found.layout,
    features,
    storedDatatype,
    count,
    dim,
    coords,
    coordsUnit: coords && coordsUnit,
    declared,
    contentDigest,
    coordsDigest: null,
  };
}

function datatypeOf(module: Hdf5Module, dataset: Dataset, float16: Float16Watch): StoredDatatype {
  const { type, size } = dataset.metadata;
  if (type === module.H5T_class_t.H5T_FLOAT.value) {
    if (size === 4) return 'FP32';
    if (size === 8) return 'FP64';
    if (size === 2 && float16.isIeeeOnly) return 'FP16';
  }
  throw new ArtifactInvalid('its features are not float16, float32 or float64');
}

function readFeatures({ module }: Hdf5File, dataset: Dataset, datatype: StoredDatatype, length: number): Float32Array {
  const features = new Float32Array(length);
  const dim = dataset.metadata.shape?.[1] ?? 0;
  readRows(module, dataset, (bytes, firstRow) => {
    const into = features.subarray(firstRow * dim);
    if (datatype === 'FP16') floatsFromHalves(new Uint16Array(bytes.buffer), into);
    else into.set(datatype === 'FP32' ? new Float32Array(bytes.buffer) : new Float64Array(bytes.buffer));
  });
  return features;
}

function readCoords({ module }: Hdf5File, dataset: Dataset, count: number, fileBytes: number): Float64Array {
  checkCoordsShape(dataset.metadata.shape, count);
  checkStorage(dataset, fileBytes);
  const decode = decoderOf(module, dataset);
  const coords = new Float64Array(count * 2);
  readRows(module, dataset, (bytes, firstRow) => {
    const values = decode(bytes.buffer);
    for (let i = 0; i < values.length; i++) coords[firstRow * 2 + i] = Number(values[i]);
  });
  checkFinite(coords, 2, 'the coordinates');
  return coords;
}

type Numbers = Float32Array | Float64Array | Int32Array | Uint32Array | BigInt64Array | BigUint64Array;

function decoderOf(module: Hdf5Module, dataset: Dataset): (buffer: ArrayBuffer) => Numbers {
  const { type, size, signed } = dataset.metadata;
  const isFloat = type === module.H5T_class_t.H5T_FLOAT.value;
  if (!isFloat && type !== module.H5T_class_t.H5T_INTEGER.value)
    throw new ArtifactInvalid('its coordinates are not numbers');
  if (size === 4 && isFloat) return (buffer) => new Float32Array(buffer);
  if (size === 8 && isFloat) return (buffer) => new Float64Array(buffer);
  if (size === 4) return (buffer) => (signed ? new Int32Array(buffer) : new Uint32Array(buffer));
  if (size === 8) return (buffer) => (signed ? new BigInt64Array(buffer) : new BigUint64Array(buffer));
  throw new ArtifactInvalid('its coordinates are not 32-bit or 64-bit numbers');
}

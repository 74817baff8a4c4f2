import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { File as Hdf5File, ready } from 'h5wasm/node';
import { encodeNpy, readFeatureFile } from '#libs/array-files';
import { REFERENCE } from './open-test-gateway.js';

/** The 22 tiles of the quiet corner as PyTorch encoded them. */
export async function cornerFeatures() {
  const options = { signal: AbortSignal.timeout(30_000), timeoutMs: 30_000 };
  const { features, coords, count, dim } = await readFeatureFile(join(REFERENCE, 'c6-features.trident.h5'), options);
  return { features, coords: Int32Array.from(coords ?? []), count, dim };
}

export type CornerFeatures = Awaited<ReturnType<typeof cornerFeatures>>;

/** The same as two `.npy` files. */
export async function writeNpy(folder: string, { features, coords, count, dim }: CornerFeatures): Promise<void> {
  await writeFile(join(folder, 'corner.npy'), encodeNpy({ datatype: 'FP32', shape: [count, dim], data: features }));
  await writeFile(join(folder, 'corner-coords.npy'), encodeNpy({ datatype: 'INT32', shape: [count, 2], data: coords }));
}

/** The same in the layout of STAMP: float32 `feats`, coordinates in micrometres, attributes on the root. */
export async function writeStamp(
  file: string,
  { features, coords, count, dim }: CornerFeatures,
  { mpp, extractor }: { readonly mpp: number; readonly extractor: string },
): Promise<void> {
  await ready;
  const hdf5 = new Hdf5File(file, 'w');
  hdf5.create_dataset({ name: 'feats', data: features, shape: [count, dim], dtype: '<f' });
  const um = Float64Array.from(coords, (px) => px * mpp);
  hdf5.create_dataset({ name: 'coords', data: um, shape: [count, 2], dtype: '<d' });
  const attributes = { extractor, unit: 'um', feat_type: 'tile', stamp_version: '2.4.0', code_hash: '0a1b2c3d' };
  for (const [name, value] of Object.entries(attributes)) hdf5.create_attribute(name, value);
  hdf5.create_attribute('tile_size_um', 224, [], '<d');
  hdf5.create_attribute('tile_size_px', 224, [], '<i');
  hdf5.close();
}

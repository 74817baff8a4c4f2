import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeNpy } from '#libs/array-files';
import { ImportFeaturesDocument, TesseraClient } from '#libs/client';
import { addSlide } from '../serving/world/bags.js';
import { seededRandom } from '../support/statistics.js';

const TILES = 400;

/** Imports made-up features for the demonstration's slide. @returns its id */
export async function importTiles(
  url: string,
  folder: string,
  { dim, encoder }: { readonly dim: number; readonly encoder: string },
  signal: AbortSignal,
): Promise<string> {
  const slideId = await addSlide(url, signal);
  const random = seededRandom(1);
  const features = Float32Array.from({ length: TILES * dim }, () => random() * 2 - 1);
  const places = Int32Array.from(
    { length: TILES * 2 },
    (_, at) => (at % 2 === 0 ? at % 40 : Math.floor(at / 40)) * 100,
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'f.npy'), encodeNpy({ datatype: 'FP32', shape: [TILES, dim], data: features }));
  await writeFile(join(folder, 'c.npy'), encodeNpy({ datatype: 'INT32', shape: [TILES, 2], data: places }));
  const files = { path: 'f.npy', coordsPath: 'c.npy', coordsUnit: 'PX_LEVEL0' as const };
  const input = { slideId, ...files, encoder: `local:${encoder}`, mpp: 1, tileSizePx: 224, tileEdgePx: 326 };
  await new TesseraClient({ url }).request(ImportFeaturesDocument, { input }, { signal });
  return slideId;
}

import { copyFile, appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeNpy } from '#libs/array-files';
import { AddSlideDocument, ImportFeaturesDocument, TesseraClient } from '#libs/client';
import { ROOT } from '../support/folders.js';
import { C6, ENCODER, type PreparedSlide } from '../support/prepared-slide.js';
import { shuffled } from '../support/statistics.js';

/** A slide of 16 x 16 pixels: its features are imported, so that nobody needs its pixels. */
const TINY_SLIDE = join(ROOT, 'test/fixtures/slides/tiny-small.svs');
const TINY_MPP = 0.499;
const TILE_SIZE_PX = 224;
const MPP = 1;
const TILE_EDGE_PX = Math.round((TILE_SIZE_PX * MPP) / TINY_MPP);
const AT_ONCE = 4;

/** Tiles of each slide lie on a grid of so many columns and rows, a pixel apart. */
export const GRID = 12;

export interface GridCells {
  readonly columns: number;
  readonly rows: number;
}

/** The region that holds the tiles of the first columns and rows: their centres, and no others, lie in it. */
export function regionOf({ columns, rows }: GridCells) {
  const half = Math.floor(TILE_EDGE_PX / 2);
  return { x: 0, y: 0, width: half + columns, height: half + rows };
}

/**
 * Adds slides by the API and imports features for each: 144 tiles of a real slide's, of another choice for each, so that every slide has
 * another answer.
 * @param folder one of the gateway's slide folders
 * @returns the slides' ids
 */
export async function importSlides(
  url: string,
  folder: string,
  source: PreparedSlide,
  count: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const client = new TesseraClient({ url });
  const coords = Int32Array.from({ length: GRID * GRID * 2 }, (_, i) =>
    i % 2 === 0 ? (i / 2) % GRID : Math.floor(i / 2 / GRID),
  );
  const coordsPath = 'coords.npy';
  await writeFile(join(folder, coordsPath), encodeNpy({ datatype: 'INT32', shape: [GRID * GRID, 2], data: coords }));
  const importOne = async (number: number): Promise<string> => {
    const path = await writeSlide(folder, number);
    const { addSlide } = await client.request(AddSlideDocument, { input: { path, ...C6, name: null } }, { signal });
    const facts = { encoder: `local:${ENCODER}`, mpp: MPP, tileSizePx: TILE_SIZE_PX, tileEdgePx: TILE_EDGE_PX };
    const file = { path: await writeFeatures(folder, source, number), coordsPath, coordsUnit: 'PX_LEVEL0' } as const;
    await client.request(ImportFeaturesDocument, { input: { slideId: addSlide.id, ...file, ...facts } }, { signal });
    return addSlide.id;
  };
  const ids: string[] = [];
  while (ids.length < count) {
    const next = Array.from({ length: Math.min(AT_ONCE, count - ids.length) }, (_, i) => importOne(ids.length + i));
    ids.push(...(await Promise.all(next)));
  }
  return ids;
}

/** The same picture in a file of other bytes: what follows the end of a TIFF's data means nothing. */
async function writeSlide(folder: string, number: number): Promise<string> {
  const name = `slide-${number}.svs`;
  await copyFile(TINY_SLIDE, join(folder, name));
  await appendFile(join(folder, name), name);
  return name;
}

async function writeFeatures(folder: string, { features, tileCount, dim }: PreparedSlide, number: number) {
  const name = `features-${number}.npy`;
  const tiles = shuffled([...Array(tileCount).keys()], number).slice(0, GRID * GRID);
  const data = new Float32Array(tiles.length * dim);
  tiles.forEach((tile, index) => data.set(features.subarray(tile * dim, (tile + 1) * dim), index * dim));
  await writeFile(join(folder, name), encodeNpy({ datatype: 'FP32', shape: [tiles.length, dim], data }));
  return name;
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeNpy } from '#libs/array-files';
import { AddSlideDocument, ImportFeaturesDocument, TesseraClient } from '#libs/client';
import { C6, ENCODER } from '../../support/prepared-slide.js';
import { seededRandom, shuffled } from '../../support/statistics.js';
import { DIM } from './stub-behaviour.js';

const TILE_SIZE_PX = 224;
const TILE_EDGE_PX = 326; // 224 pixels of 1 um at C6's 0.688 um
const STEP_PX = 200;

/** Features of one slide, on a full grid of tiles. */
export interface GridBag {
  readonly digest: string;
  /** Columns, and as many rows. */
  readonly grid: number;
  /** Row by row. */
  readonly features: Float32Array;
}

/** A rectangle of tiles: what a question is about. */
export interface Cells {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Adds the demonstration's slide. @returns its id */
export async function addSlide(url: string, signal: AbortSignal): Promise<string> {
  const client = new TesseraClient({ url });
  const { addSlide: slide } = await client.request(AddSlideDocument, { input: { path: 'C6.tiff', ...C6 } }, { signal });
  return slide.id;
}

/** Imports made-up features for a slide. @param folder one of the gateway's slide folders */
export async function importGrid(
  url: string,
  folder: string,
  slideId: string,
  grid: number,
  signal: AbortSignal,
): Promise<GridBag> {
  const random = seededRandom(grid);
  const tiles = grid * grid;
  const features = Float32Array.from({ length: tiles * DIM }, () => random() * 2 - 1);
  const places = Array.from({ length: tiles }, (_, i) => [(i % grid) * STEP_PX, Math.floor(i / grid) * STEP_PX]);
  const names = { path: `features-${grid}.npy`, coordsPath: `coords-${grid}.npy` };
  await writeFile(join(folder, names.path), encodeNpy({ datatype: 'FP32', shape: [tiles, DIM], data: features }));
  const data = Int32Array.from(places.flat());
  await writeFile(join(folder, names.coordsPath), encodeNpy({ datatype: 'INT32', shape: [tiles, 2], data }));
  const facts = { encoder: `local:${ENCODER}`, mpp: 1, tileSizePx: TILE_SIZE_PX, tileEdgePx: TILE_EDGE_PX };
  const input = { slideId, ...names, coordsUnit: 'PX_LEVEL0' as const, ...facts };
  const { importFeatures } = await new TesseraClient({ url }).request(ImportFeaturesDocument, { input }, { signal });
  return { digest: importFeatures.digest, grid, features };
}

/** All rectangles of so many tiles, in an order of no meaning: as many questions that nobody has asked before. */
export function cellsOf({ grid }: GridBag, least: number, most: number): readonly Cells[] {
  const found: Cells[] = [];
  const add = (columns: number, rows: number): void => {
    for (let left = 0; left + columns <= grid; left += 1)
      for (let top = 0; top + rows <= grid; top += 1) found.push({ left, top, columns, rows });
  };
  for (let columns = 1; columns <= grid; columns += 1)
    for (let rows = Math.ceil(least / columns); rows <= Math.min(grid, most / columns); rows += 1) add(columns, rows);
  return shuffled(found, grid);
}

/** From the first tile's centre to just beyond the last: a tile belongs to a region by its centre. */
export function regionOf({ left, top, columns, rows }: Cells) {
  const half = TILE_EDGE_PX / 2;
  const side = (tiles: number): number => (tiles - 1) * STEP_PX + 1;
  return { x: left * STEP_PX + half, y: top * STEP_PX + half, width: side(columns), height: side(rows) };
}

/** The tensor that the gateway sends for a region. */
export function tensorOf({ grid, features }: GridBag, { left, top, columns, rows }: Cells): Float32Array {
  const gathered = new Float32Array(columns * rows * DIM);
  for (let row = 0; row < rows; row += 1) {
    const from = ((top + row) * grid + left) * DIM;
    gathered.set(features.subarray(from, from + columns * DIM), row * columns * DIM);
  }
  return gathered;
}

/** @throws Error when there are no more */
export function nextOf<T>(items: Iterator<T>): T {
  const { done, value } = items.next();
  if (done) throw new Error('there are fewer questions than rounds');
  return value;
}

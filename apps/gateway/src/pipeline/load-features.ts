import { createHash } from 'node:crypto';
import { type ModelVersion } from '#model-registry';
import { TooFewTiles, TooManyTiles } from '#libs/errors';
import { meanVector } from '#libs/statistics';
import { type FeatureBag, type FeatureStore } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { type Rectangle } from './question.js';
import { tileEdgeOf } from './tile-edge.js';
import { placesIn, type PlaceUnit, type TilePlaces } from './tile-places.js';

/** The tiles that go in, before their numbers are needed. */
export interface LoadedFeatures {
  readonly bag: FeatureBag;
  readonly region: Rectangle | null;
  /** Rows of the bag that were selected, or null for all. */
  readonly rows: Uint32Array | null;
  readonly tileCount: number;
  /** Tiles that could have gone in and did not: more than the version takes, and its card says to choose evenly. */
  readonly leftOut: number;
  /** True where the rows are no tiles but the means of their clusters, as the caller brought them. */
  readonly isClustered: boolean;
  /** Identity of the input: bag and selected rows. */
  readonly inputDigest: string;
  /** Of several slides of a patient: each of them, in the order of their tiles. */
  readonly parts?: readonly InputPart[];
  /** Mean of the selected tiles' features, `[dim]`. */
  readonly mean: () => Promise<Float32Array>;
  /** The features themselves, `[tileCount, dim]` row-major. Read when they are needed, for a stored answer needs none. */
  readonly features: () => Promise<Float32Array>;
  /** Where the tiles lie. */
  readonly places: (unit: PlaceUnit) => Promise<TilePlaces>;
}

/** Features, and micrometres per pixel of the level 0 that their places are told in; null where nobody knows it. */
export interface PlacedBag {
  readonly bag: FeatureBag;
  readonly mpp: number | null;
}

/** Micrometres per pixel of level 0: as the file says, else as the caller said. */
export function level0Mpp({ mpp, mppStated }: Pick<Slide, 'mpp' | 'mppStated'>): number | null {
  return mpp ?? mppStated;
}

/** One of the slides that are asked together. */
export interface InputPart {
  readonly slide: { readonly id: string; readonly digest: string };
  readonly region: Rectangle | null;
  /** Digest of its feature bag. */
  readonly bag: string;
  readonly inputDigest: string;
}

/** Step 3. From a bag to the tiles of the question. A tile belongs to a region when its centre lies inside. */
export async function loadFeatures(
  store: FeatureStore,
  placed: PlacedBag,
  region: Rectangle | null,
  version: ModelVersion,
  signal?: AbortSignal,
): Promise<LoadedFeatures> {
  const { tiles } = version.card.input;
  const most = tiles?.overMax === 'EVENLY' ? tiles.max : Infinity;
  const loaded = await selectTiles(store, placed, region, { signal, most });
  checkTileCount(version, loaded.tileCount);
  return loaded;
}

/** The tiles of a region, however many they are; of more than `most`, as many as that. */
export async function selectTiles(
  store: FeatureStore,
  { bag, mpp }: PlacedBag,
  region: Rectangle | null,
  { signal, most = Infinity }: { readonly signal?: AbortSignal | undefined; readonly most?: number } = {},
): Promise<LoadedFeatures> {
  const inRegion = region ? await selectRows(store, bag, region) : null;
  const count = inRegion?.length ?? bag.tileCount;
  const rows = count > most ? evenly(inRegion, count, most) : inRegion;
  const tileCount = rows?.length ?? bag.tileCount;
  const features = async (): Promise<Float32Array> => {
    const loaded = await store.load(bag, signal);
    return rows ? gather(loaded.features, rows, bag.dim) : loaded.features;
  };
  // Straight from the bag's rows: gathering them a second time would cost as much memory as the tensor.
  const mean = async (): Promise<Float32Array> =>
    rows ? Float32Array.from(meanVector((await store.load(bag, signal)).features, bag.dim, rows)) : bag.meanEmbedding;
  const places = async (unit: PlaceUnit): Promise<TilePlaces> =>
    placesIn(unit, await loadCoords(store, bag, rows), bag, mpp);
  const counts = { tileCount, leftOut: count - tileCount };
  const read = { mean, features, places };
  return { bag, region, rows, ...counts, isClustered: false, inputDigest: inputDigest(bag, rows), ...read };
}

/** The first of so many shares of equal size, in the order of the bag: the same ones every time. */
function evenly(rows: Uint32Array | null, count: number, most: number): Uint32Array {
  return Uint32Array.from({ length: most }, (_, i) => {
    const at = Math.floor((i * count) / most);
    return rows?.[at] ?? at;
  });
}

/** @throws TooFewTiles, TooManyTiles where a version's card does not take so many */
export function checkTileCount({ card }: ModelVersion, tileCount: number): void {
  const bounds = card.input.tiles;
  if (tileCount < (bounds?.min ?? 1)) throw new TooFewTiles(tileCount, bounds?.min ?? 1);
  if (bounds && tileCount > bounds.max) throw new TooManyTiles(tileCount, bounds.max);
}

/** Coordinates of the selected tiles: `[tileCount, 2]`, level-0 pixels of the top left corner. */
export async function loadCoords(store: FeatureStore, bag: FeatureBag, rows: Uint32Array | null): Promise<Int32Array> {
  const coords = await store.coords(bag);
  if (!rows) return Int32Array.from(coords);
  const selected = new Int32Array(rows.length * 2);
  rows.forEach((row, index) => selected.set(coords.subarray(row * 2, row * 2 + 2), index * 2));
  return selected;
}

/** Rows of the bag whose tile centre lies in the half-open rectangle. */
async function selectRows(store: FeatureStore, bag: FeatureBag, region: Rectangle): Promise<Uint32Array> {
  const half = tileEdgeOf(bag) / 2;
  const coords = await store.coords(bag);
  const isInside = (row: number): boolean => {
    const x = (coords[row * 2] ?? NaN) + half;
    const y = (coords[row * 2 + 1] ?? NaN) + half;
    return x >= region.x && x < region.x + region.width && y >= region.y && y < region.y + region.height;
  };
  const selected: number[] = [];
  for (let row = 0; row < bag.tileCount; row += 1) if (isInside(row)) selected.push(row);
  return Uint32Array.from(selected);
}

function gather(features: Float32Array, rows: Uint32Array, dim: number): Float32Array {
  const gathered = new Float32Array(rows.length * dim);
  rows.forEach((row, index) => gathered.set(features.subarray(row * dim, (row + 1) * dim), index * dim));
  return gathered;
}

// A bag's digest stands for its bytes, so bag and rows identify the tensor without hashing megabytes on the event loop.
export function inputDigest(bag: FeatureBag, rows: Uint32Array | null): string {
  const hash = createHash('sha256').update(`${bag.digest}\n`);
  return (
    rows
      ? hash.update('rows\n').update(new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength))
      : hash.update('all')
  ).digest('hex');
}

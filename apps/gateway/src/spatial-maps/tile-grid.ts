import { FeatureContractMismatch } from '#libs/errors';

/** How far a tile may lie off its place of the grid, in steps: crops of other programs are cut to whole pixels. */
const SLACK = 0.1;
/** Least step of a grid, in tiles: below it the places are not a grid's. */
const LEAST_STEP = 0.1;

/** Tiles in the order of a map, and where they stand in its grid. */
export interface TileGrid {
  /** Rows of the features, column after column and downwards in each: the order in which the published loop has them. */
  readonly order: Uint32Array;
  /** `[tiles, 2]` level-0 pixels, in that order. */
  readonly coords: Int32Array;
}

/** Where each tile stands, from 0, in the order of the map. */
export interface GridPlaces {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  /** Level-0 pixels from one place to the next. */
  readonly stepPx: number;
  readonly width: number;
  readonly height: number;
}

/** Puts tiles in the order of a map. @param coords `[tiles, 2]` */
export function orderTiles(coords: ArrayLike<number>): TileGrid {
  const count = coords.length / 2;
  const x = (tile: number): number => coords[tile * 2] ?? NaN;
  const y = (tile: number): number => coords[tile * 2 + 1] ?? NaN;
  const order = Uint32Array.from({ length: count }, (_, tile) => tile).sort((a, b) => x(a) - x(b) || y(a) - y(b));
  const sorted = new Int32Array(coords.length);
  order.forEach((tile, at) => sorted.set([x(tile), y(tile)], at * 2));
  return { order, coords: sorted };
}

/**
 * The grid that tiles were cut on.
 * @param coords `[tiles, 2]` in the order of a map
 * @param tileEdgePx edge of a tile
 * @throws FeatureContractMismatch where they lie on no grid, or two on one place
 */
export function placesOf(coords: Int32Array, tileEdgePx: number): GridPlaces {
  const count = coords.length / 2;
  const xs = Int32Array.from({ length: count }, (_, tile) => coords[tile * 2] ?? 0);
  const ys = Int32Array.from({ length: count }, (_, tile) => coords[tile * 2 + 1] ?? 0);
  const stepPx = stepOf([...gapsOf(xs), ...gapsOf(ys)]);
  if (stepPx === 0) return { columns: xs.map(() => 0), rows: ys.map(() => 0), stepPx: 1, width: 1, height: 1 };
  if (stepPx < tileEdgePx * LEAST_STEP) throw offGrid(stepPx);
  const columns = placed(xs, stepPx);
  const rows = placed(ys, stepPx);
  const width = greatest(columns) + 1;
  const height = greatest(rows) + 1;
  const taken = new Set(columns.map((column, tile) => column * height + (rows[tile] ?? 0)));
  if (taken.size !== count) throw offGrid(stepPx);
  return { columns, rows, stepPx, width, height };
}

/** The step that all gaps are multiples of; 0 where there are none. Its fraction is kept: crops are cut to whole pixels, and half a pixel grows over a slide. */
function stepOf(gaps: readonly number[]): number {
  const least = gaps.reduce((found, gap) => Math.min(found, gap), Infinity);
  const steps = gaps.reduce((sum, gap) => sum + Math.round(gap / least), 0);
  return steps === 0 ? 0 : gaps.reduce((sum, gap) => sum + gap, 0) / steps;
}

function gapsOf(values: Int32Array): readonly number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return sorted.slice(1).map((value, at) => value - (sorted[at] ?? value));
}

function placed(values: Int32Array, stepPx: number): Int32Array {
  const first = values.reduce((least, value) => Math.min(least, value), Infinity);
  return values.map((value) => {
    const place = (value - first) / stepPx;
    if (Math.abs(place - Math.round(place)) > SLACK) throw offGrid(stepPx);
    return Math.round(place);
  });
}

function greatest(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function offGrid(stepPx: number): FeatureContractMismatch {
  return new FeatureContractMismatch([
    {
      field: 'coords',
      needed: 'one tile a place of a regular grid, for a window of tiles',
      found: `a step of ${stepPx} px, and tiles beside it`,
    },
  ]);
}

import { type PreparedSlide } from './prepared-slide.js';
import { shuffled } from './statistics.js';

/** A rectangle in level-0 pixels, and the tiles whose centre lies in it. */
export interface TileRegion {
  readonly rectangle: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Rows of the bag, ascending. */
  readonly rows: readonly number[];
}

/** Half-open ranges of columns and rows of the tile grid. */
interface Cells {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const SEED = 7;
const TOLERANCE = 0.1;

/**
 * Rectangles that hold about so many tiles, no two the same tiles: as many questions that a gateway has not answered before.
 * @param target tiles per rectangle; each has at most a tenth more or less
 * @throws Error when the slide has fewer such rectangles than `count`
 */
export function regionsOfAbout(slide: PreparedSlide, target: number, count: number): readonly TileRegion[] {
  const grid = new TileGrid(slide);
  const isNear = (cells: Cells): boolean => Math.abs(grid.tilesIn(cells) - target) <= target * TOLERANCE;
  // A rectangle that no side can be moved in without losing a tile is the only one of that kind with its tiles.
  const found = grid.rectangles().filter((cells) => isNear(cells) && grid.isTight(cells));
  if (found.length < count) throw new Error(`the slide has only ${found.length} regions of about ${target} tiles`);
  return shuffled(found, SEED)
    .slice(0, count)
    .map((cells) => grid.regionOf(cells));
}

class TileGrid {
  private readonly columns: readonly number[];
  private readonly lines: readonly number[];
  /** `sums[line * width + column]`: tiles above and to the left. */
  private readonly sums: Int32Array;
  private readonly width: number;

  constructor(private readonly slide: PreparedSlide) {
    this.columns = distinct(slide.coords, 0);
    this.lines = distinct(slide.coords, 1);
    this.width = this.columns.length + 1;
    this.sums = new Int32Array(this.width * (this.lines.length + 1));
    for (const tile of this.tiles()) this.sums[(tile.line + 1) * this.width + tile.column + 1] = 1;
    for (let at = this.width; at < this.sums.length; at += 1) {
      if (at % this.width === 0) continue;
      const [here, left, above, both] = [at, at - 1, at - this.width, at - this.width - 1].map(
        (i) => this.sums[i] ?? 0,
      );
      this.sums[at] = (here ?? 0) + (left ?? 0) + (above ?? 0) - (both ?? 0);
    }
  }

  rectangles(): Cells[] {
    const found: Cells[] = [];
    for (const [left, right] of ranges(this.columns.length))
      for (const [top, bottom] of ranges(this.lines.length)) found.push({ left, right, top, bottom });
    return found;
  }

  tilesIn({ left, right, top, bottom }: Cells): number {
    const at = (line: number, column: number): number => this.sums[line * this.width + column] ?? 0;
    return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
  }

  isTight(cells: Cells): boolean {
    const { left, right, top, bottom } = cells;
    const sides = [{ right: left + 1 }, { left: right - 1 }, { bottom: top + 1 }, { top: bottom - 1 }];
    return sides.every((side) => this.tilesIn({ ...cells, ...side }) > 0);
  }

  regionOf({ left, right, top, bottom }: Cells): TileRegion {
    const tiles = this.tiles().filter(
      ({ column, line }) => column >= left && column < right && line >= top && line < bottom,
    );
    const [x = 0, y = 0] = [this.columns[left], this.lines[top]];
    // Tiles overlap, and a tile belongs to a region by its centre: from the first centre to just beyond the last.
    const half = Math.floor(this.slide.tileEdgePx / 2);
    const width = (this.columns[right - 1] ?? NaN) - x + 1;
    const height = (this.lines[bottom - 1] ?? NaN) - y + 1;
    return { rectangle: { x: x + half, y: y + half, width, height }, rows: tiles.map(({ row }) => row) };
  }

  private tiles(): { readonly row: number; readonly column: number; readonly line: number }[] {
    const { coords, tileCount } = this.slide;
    return Array.from({ length: tileCount }, (_, row) => ({
      row,
      column: this.columns.indexOf(coords[row * 2] ?? NaN),
      line: this.lines.indexOf(coords[row * 2 + 1] ?? NaN),
    }));
  }
}

function distinct(coords: Int32Array, offset: 0 | 1): readonly number[] {
  const values = new Set(coords.filter((_, index) => index % 2 === offset));
  return [...values].sort((a, b) => a - b);
}

function* ranges(size: number): Generator<readonly [number, number]> {
  for (let from = 0; from < size; from += 1) for (let to = from + 1; to <= size; to += 1) yield [from, to];
}

/** The features of a region's tiles, `[rows.length, dim]`. */
export function rowsOf({ features, dim }: PreparedSlide, rows: readonly number[]): Float32Array {
  const gathered = new Float32Array(rows.length * dim);
  rows.forEach((row, index) => gathered.set(features.subarray(row * dim, (row + 1) * dim), index * dim));
  return gathered;
}

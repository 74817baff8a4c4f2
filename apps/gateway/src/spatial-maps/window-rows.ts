import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MapWindow } from './map-parameters.js';
import type { MapPiece, RowSource } from './per-tile-rows.js';
import type { GridPlaces } from './tile-grid.js';

/** Values that are added before others get the event loop. */
const VALUES_AT_ONCE = 250_000;

/** A window that has enough tiles. */
interface Window {
  readonly row: number;
  /** Tiles in it, in the order of the map. */
  readonly tiles: readonly number[];
}

/**
 * Finds the windows that begin at a column: at every `strideTiles`-th place from the first up to, and without, the last column and row, as the published loop goes
 * (`range(0, max, stride)`), where at least `minTiles` tiles are.
 */
export function windowFinder(
  places: GridPlaces,
  { sizeTiles, strideTiles, minTiles }: MapWindow,
): (column: number) => readonly Window[] {
  const tileAt = new Map<number, number>();
  places.columns.forEach((column, tile) => tileAt.set(column * places.height + (places.rows[tile] ?? 0), tile));
  const tilesFrom = (column: number, row: number): readonly number[] => {
    const tiles: number[] = [];
    for (let x = column; x < Math.min(places.width, column + sizeTiles); x += 1)
      for (let y = row; y < Math.min(places.height, row + sizeTiles); y += 1)
        tiles.push(tileAt.get(x * places.height + y) ?? -1);
    return tiles.filter((tile) => tile >= 0);
  };
  const rows = Array.from({ length: Math.ceil((places.height - 1) / strideTiles) }, (_, at) => at * strideTiles);
  return (column) =>
    column % strideTiles !== 0 || column >= places.width - 1
      ? []
      : rows.map((row) => ({ row, tiles: tilesFrom(column, row) })).filter(({ tiles }) => tiles.length >= minTiles);
}

/** Sums of the windows that begin at one column, for each row of the grid. */
interface ColumnSums {
  readonly column: number;
  /** `[height, layers]` */
  readonly sums: Float32Array;
  readonly counts: Uint16Array;
}

/**
 * A window's value goes to each of its tiles, a tile's value is the mean of what it was given. Columns of the grid are finished one after the other, so that only as many as a window is
 * wide are in memory: the windows of a column are summed downwards first, and the columns that reach a tile after that.
 * @param atOnce windows of a call
 * @param onWindows told how many windows were asked
 */
export async function* windowRows(
  source: RowSource,
  { places, window, atOnce }: { readonly places: GridPlaces; readonly window: MapWindow; readonly atOnce: number },
  onWindows: (count: number) => void = () => undefined,
): AsyncGenerator<MapPiece> {
  const open: ColumnSums[] = [];
  const tilesOf = tilesByColumn(places);
  const windowsAt = windowFinder(places, window);
  for (let column = 0; column < places.width; column += 1) {
    while (open[0] && open[0].column + window.sizeTiles <= column) open.shift();
    const windows = windowsAt(column);
    if (windows.length > 0)
      open.push(await sumDown(source, { column, windows }, { places, window, atOnce }, onWindows));
    const tiles = tilesOf.get(column) ?? [];
    if (tiles.length > 0) yield await meanAcross(open, tiles, places, source.layerCount);
  }
}

async function sumDown(
  source: RowSource,
  { column, windows }: { readonly column: number; readonly windows: readonly Window[] },
  { places, window, atOnce }: { readonly places: GridPlaces; readonly window: MapWindow; readonly atOnce: number },
  onWindows: (count: number) => void,
): Promise<ColumnSums> {
  const { layerCount, ask } = source;
  const sums = new Float32Array(places.height * layerCount);
  const counts = new Uint16Array(places.height);
  for (let from = 0; from < windows.length; from += atOnce) {
    const asked = windows.slice(from, from + atOnce);
    const values = await ask(inputOf(asked, source, window), asked.length);
    for (const [at, { row }] of asked.entries()) {
      const own = values.subarray(at * layerCount, (at + 1) * layerCount);
      for (let y = row; y < Math.min(places.height, row + window.sizeTiles); y += 1) {
        counts[y] = (counts[y] ?? 0) + 1;
        addTo(sums, y * layerCount, own);
      }
      await nextTurn();
    }
    onWindows(asked.length);
  }
  return { column, sums, counts };
}

/** `[windows, tokens, dim]`: a window's tiles in the order of the map, then padding. */
function inputOf(windows: readonly Window[], { features, order, dim }: RowSource, window: MapWindow): Float32Array {
  const tokens = window.sizeTiles ** 2;
  const input = new Float32Array(windows.length * tokens * dim).fill(window.padding ?? 0);
  for (const [at, { tiles }] of windows.entries())
    for (const [token, tile] of tiles.entries()) {
      const row = order[tile] ?? 0;
      input.set(features.subarray(row * dim, (row + 1) * dim), (at * tokens + token) * dim);
    }
  return input;
}

async function meanAcross(
  open: readonly ColumnSums[],
  tiles: readonly number[],
  { rows: gridRows }: GridPlaces,
  layerCount: number,
): Promise<MapPiece> {
  const rows = new Float32Array(tiles.length * layerCount).fill(NaN);
  const sum = new Float64Array(layerCount);
  let [valuedTiles, added] = [0, 0];
  for (const [at, tile] of tiles.entries()) {
    const y = gridRows[tile] ?? 0;
    const reaching = open.filter(({ counts }) => (counts[y] ?? 0) > 0);
    const count = reaching.reduce((total, { counts }) => total + (counts[y] ?? 0), 0);
    if (count === 0) continue;
    valuedTiles += 1;
    sum.fill(0);
    for (const { sums } of reaching) addTo(sum, 0, sums.subarray(y * layerCount, (y + 1) * layerCount));
    for (let layer = 0; layer < layerCount; layer += 1) rows[at * layerCount + layer] = (sum[layer] ?? NaN) / count;
    added += layerCount * (reaching.length + 1);
    if (added < VALUES_AT_ONCE) continue;
    added = 0;
    await nextTurn();
  }
  return { rows, tiles: tiles.length, valuedTiles };
}

function addTo(sums: Float32Array | Float64Array, offset: number, values: Float32Array): void {
  for (let at = 0; at < values.length; at += 1) sums[offset + at] = (sums[offset + at] ?? 0) + (values[at] ?? NaN);
}

function tilesByColumn({ columns }: GridPlaces): ReadonlyMap<number, readonly number[]> {
  const byColumn = new Map<number, number[]>();
  columns.forEach((column, tile) => byColumn.set(column, [...(byColumn.get(column) ?? []), tile]));
  return byColumn;
}

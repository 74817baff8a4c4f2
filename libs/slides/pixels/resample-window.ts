import type { SlideLevel } from '../formats/slide-format.js';
import { AreaAccumulator } from './area-accumulator.js';
import { areaAxis, type AreaAxis } from './area-axis.js';
import { inOrder } from './in-order.js';
import type { ReadTile } from './tile-cache.js';

/** Stored tiles decoded at the same time for one window: the decoder's threads are few, more would only wait in memory. */
const DECODES_AHEAD = 8;

/** A rectangle of a level, in pixels of the level; fractions are exact. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Resampling {
  readonly window: Window;
  readonly outputWidthPx: number;
  readonly outputHeightPx: number;
  /** RGB, shape [outputHeightPx, outputWidthPx, 3]; written. */
  readonly target: Uint8Array;
  readonly signal: AbortSignal;
  /** Called after each row of stored tiles. */
  readonly onProgress?: () => void;
}

/**
 * Reads a window of a level through the exact area filter: each output pixel is the mean of the source area that it covers, with
 * fractional weights at its edges, rounded half up to 8 bits once. Memory is bounded by a few stored tiles and output rows, however
 * large the window.
 * @throws {SlideUnreadable} when a tile is missing or broken
 */
export async function resampleWindow(level: SlideLevel, readTile: ReadTile, request: Resampling): Promise<void> {
  const { window, signal } = request;
  const x = areaAxis(window.x, window.width, request.outputWidthPx, level.widthPx);
  const y = areaAxis(window.y, window.height, request.outputHeightPx, level.heightPx);
  const accumulator = new AreaAccumulator(x, y, request.target);
  for await (const [place, rgb] of inOrder(tilesUnder(level, x, y), DECODES_AHEAD, ({ column, row }) =>
    readTile(column, row),
  )) {
    signal.throwIfAborted();
    const leftPx = place.column * level.tileWidthPx;
    const topPx = place.row * level.tileHeightPx;
    accumulator.addTile({ rgb, leftPx, topPx, widthPx: level.tileWidthPx, heightPx: level.tileHeightPx });
    if (!place.isLast) continue;
    accumulator.finishRows(topPx + level.tileHeightPx);
    request.onProgress?.();
  }
}

interface TilePlace {
  readonly column: number;
  readonly row: number;
  readonly isLast: boolean;
}

/** The stored tiles under a window, row by row. Lazy: a level may have millions. */
function* tilesUnder(level: SlideLevel, x: AreaAxis, y: AreaAxis): Generator<TilePlace> {
  const firstColumn = Math.floor(x.firstSourcePx / level.tileWidthPx);
  const endColumn = Math.ceil(x.endSourcePx / level.tileWidthPx);
  const endRow = Math.ceil(y.endSourcePx / level.tileHeightPx);
  for (let row = Math.floor(y.firstSourcePx / level.tileHeightPx); row < endRow; row++) {
    for (let column = firstColumn; column < endColumn; column++)
      yield { column, row, isLast: column === endColumn - 1 };
  }
}

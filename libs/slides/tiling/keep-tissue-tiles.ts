import type { TissueMask } from '../tissue/tissue-mask.js';
import type { TileGrid } from './tile-grid.js';

/**
 * The grid positions with enough tissue, row by row: level-0 x, y of the top left corners, shape [kept, 2].
 * A mask pixel belongs to a tile when its centre lies inside the tile's level-0 rectangle (left and upper edge included).
 */
export function keepTissueTiles(
  grid: TileGrid,
  mask: TissueMask,
  slide: { readonly widthPx: number; readonly heightPx: number },
  minTissueFraction: number,
): Int32Array {
  const sums = integralImage(mask);
  const kept: number[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const y = row * grid.stridePx;
    const [top, bottom] = centresInside(y, y + grid.tileEdgePx, mask.heightPx / slide.heightPx, mask.heightPx);
    for (let column = 0; column < grid.columns; column++) {
      const x = column * grid.stridePx;
      const [left, right] = centresInside(x, x + grid.tileEdgePx, mask.widthPx / slide.widthPx, mask.widthPx);
      const pixels = (right - left) * (bottom - top);
      const tissue = sums.within(left, top, right, bottom);
      if (pixels > 0 && tissue >= minTissueFraction * pixels) kept.push(x, y);
    }
  }
  return Int32Array.from(kept);
}

/** First and one past the last mask index i with from <= (i + 0.5) / scale < end. */
function centresInside(from: number, end: number, scale: number, limit: number): readonly [number, number] {
  const first = Math.ceil(from * scale - 0.5);
  const past = Math.ceil(end * scale - 0.5);
  return [Math.max(0, first), Math.min(limit, Math.max(first, past))];
}

/** Sums of all mask pixels above and left of a corner: any rectangle's sum is then four reads. */
function integralImage(mask: TissueMask): {
  within: (left: number, top: number, right: number, bottom: number) => number;
} {
  const stride = mask.widthPx + 1;
  const sums = new Uint32Array(stride * (mask.heightPx + 1));
  for (let y = 0; y < mask.heightPx; y++) {
    let line = 0;
    for (let x = 0; x < mask.widthPx; x++) {
      line += mask.values[y * mask.widthPx + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + line;
    }
  }
  const at = (x: number, y: number): number => sums[y * stride + x] ?? 0;
  return {
    within: (left, top, right, bottom) => at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top),
  };
}

import { SlideTooLarge } from '#libs/errors';
import { SLIDE_LIMITS } from '../limits.js';
import type { TilingRecipe } from '../tiling-recipe.js';

/** A grid of tiles in level-0 pixels: x = column * stridePx, y = row * stridePx, whole tiles only. */
export interface TileGrid {
  readonly tileEdgePx: number;
  readonly stridePx: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The grid of a recipe on a slide. Halves are rounded up.
 * @throws {SlideTooLarge} when the recipe's stride makes more positions than anybody can mean
 */
export function layGrid(recipe: TilingRecipe, slideMpp: number, widthPx: number, heightPx: number): TileGrid {
  const tileEdgePx = Math.max(1, Math.round((recipe.tileSizePx * recipe.mpp) / slideMpp));
  const stridePx = Math.max(1, Math.round(recipe.strideUm / slideMpp));
  const columns = positions(widthPx, tileEdgePx, stridePx);
  const rows = positions(heightPx, tileEdgePx, stridePx);
  if (columns * rows > SLIDE_LIMITS.gridTiles)
    throw new SlideTooLarge('a number of tiles', columns * rows, SLIDE_LIMITS.gridTiles);
  return { tileEdgePx, stridePx, columns, rows };
}

function positions(sizePx: number, tileEdgePx: number, stridePx: number): number {
  return sizePx < tileEdgePx ? 0 : Math.floor((sizePx - tileEdgePx) / stridePx) + 1;
}

import type { Slide } from '../formats/slide-format.js';
import { SLIDE_LIMITS } from '../limits.js';
import { chooseLevel, renderOverview, type LevelChoice } from '../pixels/overview.js';
import type { TissueImage } from '../tissue/tissue-image.js';
import { makeTissueMask, type TissueMask } from '../tissue/tissue-mask.js';
import type { TilePlan, TilingRecipe } from '../tiling-recipe.js';
import { keepTissueTiles } from './keep-tissue-tiles.js';
import { resolveMpp } from './resolve-mpp.js';
import { sampleIndices } from './sample-tiles.js';
import { layGrid } from './tile-grid.js';

/** A plan with what is needed to carry it out. */
export interface PlannedTiles {
  readonly plan: TilePlan;
  readonly choice: LevelChoice;
  /** Level-0 x, y of the tiles to cut, in grid order, shape [sampledTiles, 2]. */
  readonly coords: Int32Array;
}

export interface PlanRequest {
  readonly recipe: TilingRecipe;
  readonly statedMpp: number | null;
  readonly signal: AbortSignal;
  readonly onProgress: () => void;
}

/**
 * Resolution, level, grid, tissue mask, kept tiles, draw: in this order.
 * @throws {SlideResolutionUnknown | SlideResolutionTooLow | BadUserInput | SlideTooLarge | SlideUnreadable}
 */
export async function planTiles(slide: Slide, request: PlanRequest): Promise<PlannedTiles> {
  const { recipe } = request;
  const slideMpp = resolveMpp(slide.mpp, request.statedMpp, recipe.mpp);
  const [finest] = slide.levels;
  const grid = layGrid(recipe, slideMpp, finest.widthPx, finest.heightPx);
  const mask = await tissueMaskOf(slide, slideMpp, request);
  const kept = keepTissueTiles(grid, mask, finest, recipe.minTissueFraction);
  const coords = takeCoords(kept, sampleIndices(kept.length / 2, recipe.maxTiles, recipe.seed));
  const choice = chooseLevel(slide, recipe.mpp / slideMpp);
  const plan: TilePlan = {
    levelUsed: choice.index,
    slideMpp,
    tileEdgePx: grid.tileEdgePx,
    stridePx: grid.stridePx,
    gridTiles: grid.columns * grid.rows,
    keptTiles: kept.length / 2,
    sampledTiles: coords.length / 2,
    mask: mask.report,
  };
  return { plan, choice, coords };
}

async function tissueMaskOf(slide: Slide, slideMpp: number, request: PlanRequest): Promise<TissueMask> {
  const { workingMpp, filters } = request.recipe.tissueMask;
  const [finest] = slide.levels;
  const overview = await renderOverview(slide, {
    widthPx: Math.max(1, Math.round((finest.widthPx * slideMpp) / workingMpp)),
    heightPx: Math.max(1, Math.round((finest.heightPx * slideMpp) / workingMpp)),
    maxPixels: SLIDE_LIMITS.maskPixels,
    signal: request.signal,
    onProgress: request.onProgress,
  });
  const pixelWidthUm = (finest.widthPx * slideMpp) / overview.widthPx;
  const pixelHeightUm = (finest.heightPx * slideMpp) / overview.heightPx;
  const image: TissueImage = {
    ...overview,
    pixelUm: (pixelWidthUm + pixelHeightUm) / 2,
    pixelAreaUm2: pixelWidthUm * pixelHeightUm,
  };
  return makeTissueMask(image, filters, request.onProgress);
}

function takeCoords(kept: Int32Array, indices: Int32Array): Int32Array {
  const coords = new Int32Array(indices.length * 2);
  indices.forEach((index, i) => coords.set(kept.subarray(index * 2, index * 2 + 2), i * 2));
  return coords;
}

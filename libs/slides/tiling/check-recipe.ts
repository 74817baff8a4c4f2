import { BadUserInput } from '#libs/errors';
import { PLAUSIBLE_MPP } from '../formats/plausible-mpp.js';
import { SLIDE_LIMITS } from '../limits.js';
import type { TissueFilter, TilingRecipe } from '../tiling-recipe.js';

/**
 * Refuses a recipe that cannot be meant, naming the field.
 * @throws {BadUserInput}
 */
export function checkRecipe(recipe: TilingRecipe, batchSize: number): void {
  const { min, max } = PLAUSIBLE_MPP;
  check('recipe.tileSizePx', isWhole(recipe.tileSizePx, 8, 4096), 'must be a whole number between 8 and 4096');
  check('recipe.mpp', isWithin(recipe.mpp, min, max), `must lie between ${min} and ${max}`);
  check('recipe.strideUm', isWithin(recipe.strideUm, 1, 1e6), 'must lie between 1 and 1000000');
  check('recipe.minTissueFraction', isWithin(recipe.minTissueFraction, 0, 1), 'must lie between 0 and 1');
  check('recipe.maxTiles', isWhole(recipe.maxTiles, 1, SLIDE_LIMITS.gridTiles), 'must be a whole number above 0');
  check('recipe.seed', isWhole(recipe.seed, 0, 2 ** 32 - 1), 'must be an unsigned 32-bit integer');
  // Then at least one pixel of the mask lies in every tile.
  const maxWorkingMpp = (recipe.tileSizePx * recipe.mpp) / 2;
  const isWorkable = isWithin(recipe.tissueMask.workingMpp, recipe.mpp, maxWorkingMpp);
  check('recipe.tissueMask.workingMpp', isWorkable, 'must lie between `mpp` and half the extent of a tile');
  recipe.tissueMask.filters.forEach((filter, i) => checkFilter(`recipe.tissueMask.filters[${i}]`, filter));
  const batchBytes = batchSize * recipe.tileSizePx ** 2 * 3;
  check(
    'batchSize',
    isWhole(batchSize, 1, 65_536) && batchBytes <= SLIDE_LIMITS.batchBytes,
    'must be a whole number above 0, of tiles that fit into 512 MiB',
  );
}

/** Windows up to a millimetre: wider ones say nothing local, and cost by their width. */
const MAX_WINDOW_UM = 1000;

function checkFilter(path: string, filter: TissueFilter): void {
  const field = (name: string, value: number, low: number, high: number): void =>
    check(`${path}.${name}`, isWithin(value, low, high), `must lie between ${low} and ${high}`);
  switch (filter.kind) {
    case 'OTSU_SATURATION':
      return;
    case 'SHARPNESS':
      field('sigmaUm', filter.sigmaUm, 0.1, MAX_WINDOW_UM);
      field('windowUm', filter.windowUm, 0.1, MAX_WINDOW_UM);
      return field('minEnergy', filter.minEnergy, 0, 1e7);
    case 'FLAT_TEXTURE':
      field('windowUm', filter.windowUm, 0.1, MAX_WINDOW_UM);
      return field('minStandardDeviation', filter.minStandardDeviation, 0, 255);
    case 'SMALL_OBJECTS':
      return field('minAreaUm2', filter.minAreaUm2, 0, 1e12);
    case 'SMALL_HOLES':
      return field('maxAreaUm2', filter.maxAreaUm2, 0, 1e12);
    case 'ENCLOSED_FAT':
      field('maxSaturation', filter.maxSaturation, 0, 1);
      field('windowUm', filter.windowUm, 0.1, MAX_WINDOW_UM);
      field('minLowDensityFraction', filter.minLowDensityFraction, 0, 1);
      return field('minAreaUm2', filter.minAreaUm2, 0, 1e12);
    case 'INK':
      field('maxGrey', filter.maxGrey, 0, 255);
      field('minSaturation', filter.minSaturation, 0, 1);
      field('minAreaUm2', filter.minAreaUm2, 0, 1e12);
      return field('minLengthUm', filter.minLengthUm, 0, 1e6);
  }
}

function check(argument: string, isRight: boolean, rule: string): void {
  if (!isRight) throw new BadUserInput(argument, rule);
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isFinite(value) && value >= low && value <= high;
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && isWithin(value, low, high);
}

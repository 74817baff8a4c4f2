import { BadUserInput, SlideResolutionTooLow, SlideResolutionUnknown, SlideTooLarge } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import type { Slide, SlideLevel } from '../formats/slide-format.js';
import { chooseLevel } from '../pixels/overview.js';
import { RECIPE } from '../spec-support/fixtures.js';
import { checkRecipe } from './check-recipe.js';
import { keepTissueTiles } from './keep-tissue-tiles.js';
import { resolveMpp } from './resolve-mpp.js';
import { mulberry32, sampleIndices } from './sample-tiles.js';
import { layGrid } from './tile-grid.js';

describe('resolution', () => {
  it.each([
    ['the file states it', 0.5, null, 0.5],
    ['the caller states it', null, 0.25, 0.25],
    ['both agree: the file counts', 0.5, 0.509, 0.5],
    ['10 % coarser than needed', 1.1, null, 1.1],
  ])('is known when %s', (_, file, stated, expected) => expect(resolveMpp(file, stated, 1)).toBe(expected));

  it.each([
    ['nobody states it', null, null, SlideResolutionUnknown],
    ['the caller contradicts the file by more than 2 %', 0.5, 0.511, BadUserInput],
    ['the caller states what no scanner has', null, 264.6, BadUserInput],
    ['not a number is stated', null, NaN, BadUserInput],
    ['the slide is more than 10 % coarser', 1.101, null, SlideResolutionTooLow],
  ])('is refused when %s', (_, file, stated, error) => expect(() => resolveMpp(file, stated, 1)).toThrow(error));

  it('is needed before it is too low', () => {
    expect(() => resolveMpp(null, 1.2, 1)).toThrow(SlideResolutionTooLow);
  });
});

describe('level', () => {
  const levelOf = (widthPx: number): SlideLevel => ({
    widthPx,
    heightPx: widthPx,
    tileWidthPx: 256,
    tileHeightPx: 256,
    readTile: () => Promise.reject(new Error('not read')),
  });
  const slide: Slide = {
    format: 'TIFF_PYRAMID',
    mpp: 0.25,
    objectivePower: null,
    levels: [levelOf(8000), levelOf(4000), levelOf(1999)],
  };

  it.each([
    [1, 0],
    [1.99, 0],
    [2, 1],
    [3.99, 1],
    // 8000 / 1999 = 4.0020 is within a thousandth of 4; 4.0065 is needed for none.
    [4, 2],
    [100, 2],
    [0.5, 0],
  ])('for a downsample of %d is the coarsest that is not coarser: %d', (downsample, index) => {
    expect(chooseLevel(slide, downsample).index).toBe(index);
  });
});

describe('grid', () => {
  it.each([
    // 224 / 0.688 = 325.58 and 112 / 0.688 = 162.79.
    [0.688, 326, 163],
    [0.499, 449, 224],
    // 224 / 0.64 = 350 exactly; 112 / 0.64 = 175.
    [0.64, 350, 175],
  ])('at %d um per pixel has tiles of %d px, %d px apart', (mpp, tileEdgePx, stridePx) => {
    expect(layGrid(RECIPE, mpp, 2220, 2967)).toMatchObject({ tileEdgePx, stridePx });
  });

  it('holds whole tiles only', () => {
    expect(layGrid(RECIPE, 1, 224, 223)).toMatchObject({ columns: 1, rows: 0 });
    expect(layGrid(RECIPE, 1, 335, 336)).toMatchObject({ columns: 1, rows: 2 });
  });

  it('refuses a stride that makes millions of positions', () => {
    expect(() => layGrid({ ...RECIPE, strideUm: 1 }, 0.25, 100_000, 100_000)).toThrow(SlideTooLarge);
  });

  it('keeps tiles by the mask pixels whose centres they hold, row by row', () => {
    // 6 x 4 mask pixels over 60 x 40 slide pixels; centres at 5, 15, ...
    const values = Uint8Array.from([1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 1]);
    const mask = { widthPx: 6, heightPx: 4, values, report: [] };
    const grid = { tileEdgePx: 20, stridePx: 10, columns: 5, rows: 3 };
    const kept = (share: number): number[] => [...keepTissueTiles(grid, mask, { widthPx: 60, heightPx: 40 }, share)];
    expect(kept(1)).toEqual([0, 0]);
    expect(kept(0.75)).toEqual([0, 0, 40, 20]);
    expect(kept(0.5)).toEqual([0, 0, 10, 0, 0, 10, 40, 10, 30, 20, 40, 20]);
  });
});

describe('draw', () => {
  it('follows the published generator', () => {
    // Its reference C code, compiled, prints these for seed 0.
    const random = mulberry32(0);
    expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([1144304738, 1416247, 958946056]);
  });

  it('is the same for the same seed, another for another, and in grid order', () => {
    const first = sampleIndices(10_000, 400, 7);
    expect([...sampleIndices(10_000, 400, 7)]).toEqual([...first]);
    expect([...sampleIndices(10_000, 400, 8)]).not.toEqual([...first]);
    expect(new Set(first).size).toBe(400);
    expect([...first].sort((a, b) => a - b)).toEqual([...first]);
  });

  it('takes everything when there is no more than allowed', () => {
    expect([...sampleIndices(4, 4, 1)]).toEqual([0, 1, 2, 3]);
    expect([...sampleIndices(0, 4, 1)]).toEqual([]);
  });

  it('is uniform: chi-square over 10 indices, 4000 draws of 3, below the 0.1 % point of 9 degrees', () => {
    const counts = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 4000; seed++)
      for (const i of sampleIndices(10, 3, seed)) counts[i] = (counts[i] ?? 0) + 1;
    // The three of a draw exclude each other: the variance of a count is 4000 * 0.3 * 0.7, and the sum over 10 has 9 degrees of freedom.
    const chiSquare = counts.reduce((sum, n) => sum + (n - 1200) ** 2 / (4000 * 0.3 * 0.7), 0) * 0.9;
    expect(chiSquare).toBeLessThan(27.88);
  });
});

describe('recipe', () => {
  it.each([
    ['recipe.tileSizePx', { ...RECIPE, tileSizePx: 0 }],
    ['recipe.mpp', { ...RECIPE, mpp: NaN }],
    ['recipe.strideUm', { ...RECIPE, strideUm: 0 }],
    ['recipe.minTissueFraction', { ...RECIPE, minTissueFraction: 1.1 }],
    ['recipe.maxTiles', { ...RECIPE, maxTiles: 0 }],
    ['recipe.seed', { ...RECIPE, seed: -1 }],
    ['recipe.tissueMask.workingMpp', { ...RECIPE, tissueMask: { workingMpp: 200, filters: [] } }],
    [
      'recipe.tissueMask.filters[0].minAreaUm2',
      { ...RECIPE, tissueMask: { workingMpp: 8, filters: [{ kind: 'SMALL_OBJECTS', minAreaUm2: -1 }] } },
    ],
  ] as const)('is refused by the field %s', (argument, recipe) => {
    expect(() => checkRecipe(recipe, 32)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', argument }));
  });

  it('is refused with batches that fit no memory', () => {
    expect(() => checkRecipe(RECIPE, 10_000)).toThrow(BadUserInput);
    expect(() => checkRecipe(RECIPE, 3500)).not.toThrow();
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readJson, type ReferenceValues } from '../spec-support/fixtures.js';
import type { TissueFilter } from '../tiling-recipe.js';
import { forEachPiece } from './connected-pieces.js';
import { mirrored } from './convolve.js';
import { localDeviation } from './flat-texture.js';
import { histogramOf, otsuThreshold } from './otsu-saturation.js';
import { focusEnergy } from './sharpness.js';
import { fillSmallHoles } from './small-holes.js';
import { dropSmallObjects } from './small-objects.js';
import { makeTissueMask } from './tissue-mask.js';
import type { TissueImage } from './tissue-image.js';

const { filters, pieces, otsu } = readJson<ReferenceValues>('reference-values.json');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function imageOf(
  widthPx: number,
  heightPx: number,
  rgb: Uint8Array = new Uint8Array(widthPx * heightPx * 3),
  pixelUm = 1,
): TissueImage {
  return { widthPx, heightPx, rgb, pixelUm, pixelAreaUm2: pixelUm ** 2 };
}

type Colour = readonly [number, number, number];

/** An image of one colour with rectangles [x, y, width, height] of others. */
function painted(
  widthPx: number,
  heightPx: number,
  ground: Colour,
  ...shapes: readonly (readonly [number, number, number, number, Colour])[]
): TissueImage {
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) rgb.set(ground, i * 3);
  for (const [x, y, w, h, colour] of shapes) {
    for (let py = y; py < y + h; py++) for (let px = x; px < x + w; px++) rgb.set(colour, (py * widthPx + px) * 3);
  }
  return imageOf(widthPx, heightPx, rgb, 8);
}

const GLASS: Colour = [240, 240, 240];
const TISSUE: Colour = [200, 120, 170];

describe('Otsu', () => {
  it.each(otsu)('gives the threshold of scikit-image: $threshold', ({ threshold, histogram }) => {
    expect(otsuThreshold(Float64Array.from(histogram))).toBeCloseTo(threshold, 12);
  });

  it('counts 1 into the last bin and bin edges upwards', () => {
    const counts = histogramOf(Float64Array.of(0, 1 / 256, 0.999, 1));
    expect([counts[0], counts[1], counts[255]]).toEqual([1, 1, 2]);
  });

  it('finds no tissue on an empty glass', () => {
    const mask = makeTissueMask(painted(20, 20, GLASS), [{ kind: 'OTSU_SATURATION' }]);
    expect(mask.report).toEqual([{ filter: 'OTSU_SATURATION', areaBeforeMm2: 0.0256, areaAfterMm2: 0 }]);
  });
});

describe('local filters', () => {
  const [width, height] = filters.size;
  const image = imageOf(width, height, Uint8Array.from(filters.rgb));

  it('measures focus as SciPy does (gaussian_filter 1.3, laplace, uniform_filter 3)', () => {
    const energy = focusEnergy(image, 1.3, 3);
    filters.focusEnergy.forEach((expected, i) =>
      expect(Math.abs((energy[i] ?? NaN) - expected)).toBeLessThan(1e-3 + 1e-4 * expected),
    );
  });

  it('measures texture as SciPy does (uniform_filter 5)', () => {
    const deviation = localDeviation(image, 5);
    filters.deviation.forEach((expected, i) => expect(Math.abs((deviation[i] ?? NaN) - expected)).toBeLessThan(0.01));
  });

  it('mirrors beyond an edge, also further than the image is wide', () => {
    expect([-1, -2, -3, -4, 3, 4, 9].map((i) => mirrored(i, 3))).toEqual([0, 1, 2, 2, 2, 1, 2]);
  });
});

describe('pieces', () => {
  const [width, height] = pieces.size;

  it('drops what scikit-image drops: 8 neighbours, fewer than 6 pixels', () => {
    const mask = Uint8Array.from(pieces.mask);
    dropSmallObjects(imageOf(width, height), mask, { kind: 'SMALL_OBJECTS', minAreaUm2: 6 });
    expect(sha256(mask)).toBe(pieces.withoutBelow6);
  });

  it('fills the holes that SciPy finds, up to 2 pixels', () => {
    const mask = Uint8Array.from(pieces.mask);
    const before = mask.reduce((sum, value) => sum + value, 0);
    fillSmallHoles(imageOf(width, height), mask, { kind: 'SMALL_HOLES', maxAreaUm2: 2 });
    expect(mask.reduce((sum, value) => sum + value, 0) - before).toBe(pieces.holePixelsFilled);
    expect(sha256(mask)).toBe(pieces.holesUpTo2Filled);
  });

  it('joins diagonals for 8 neighbours only', () => {
    const count = (neighbours: 4 | 8): number => {
      let pieces = 0;
      forEachPiece(Uint8Array.of(1, 0, 0, 1), { widthPx: 2, heightPx: 2 }, neighbours, () => (pieces += 1));
      return pieces;
    };
    expect([count(8), count(4)]).toEqual([1, 2]);
  });
});

describe('mask', () => {
  const areas = (image: TissueImage, list: readonly TissueFilter[]): number[] =>
    makeTissueMask(image, list).report.map((step) => Math.round(step.areaAfterMm2 / 64e-6));

  it('refines one mask in the order of the list and reports each step', () => {
    const image = painted(40, 40, GLASS, [5, 5, 20, 20, TISSUE], [10, 10, 2, 2, GLASS], [32, 32, 2, 2, TISSUE]);
    const steps: TissueFilter[] = [
      { kind: 'OTSU_SATURATION' },
      { kind: 'SMALL_OBJECTS', minAreaUm2: 5 * 64 },
      { kind: 'SMALL_HOLES', maxAreaUm2: 4 * 64 },
    ];
    expect(areas(image, steps)).toEqual([400, 396, 400]);
    expect(makeTissueMask(image, steps).report[1]?.areaBeforeMm2).toBeCloseTo(400 * 64e-6, 12);
  });

  it('takes enclosed fat out of filled tissue and leaves the glass around it to others', () => {
    const image = painted(60, 60, GLASS, [10, 10, 40, 40, TISSUE], [20, 20, 12, 12, GLASS]);
    const fat: TissueFilter = {
      kind: 'ENCLOSED_FAT',
      maxSaturation: 0.05,
      windowUm: 24,
      minLowDensityFraction: 0.99,
      minAreaUm2: 50 * 64,
    };
    // A window of 3 pixels must be pale altogether: 10 x 10 of the 12 x 12.
    expect(areas(image, [fat])).toEqual([3600 - 100]);
    expect(areas(image, [{ ...fat, minAreaUm2: 101 * 64 }])).toEqual([3600]);
  });

  it('takes out a long dark stroke and a green one, and keeps a dark nest of the same width', () => {
    const stroke = [5, 5, 30, 3, [20, 20, 30]] as const;
    const green = [5, 40, 30, 3, [10, 160, 60]] as const;
    const nest = [45, 20, 6, 6, [40, 20, 60]] as const;
    const image = painted(60, 60, TISSUE, stroke, green, nest);
    const ink: TissueFilter = {
      kind: 'INK',
      maxGrey: 60,
      minSaturation: 0.9,
      minAreaUm2: 30 * 64,
      minLengthUm: 20 * 8,
    };
    expect(areas(image, [ink])).toEqual([3600 - 180]);
  });

  it('takes out what is blurred or flat', () => {
    const image = painted(
      60,
      30,
      TISSUE,
      ...Array.from({ length: 15 }, (_, i) => [2 * i, 0, 1, 30, [90, 40, 90]] as const),
    );
    const sharp = areas(image, [{ kind: 'SHARPNESS', sigmaUm: 2, windowUm: 24, minEnergy: 10 }])[0] ?? 0;
    const textured = areas(image, [{ kind: 'FLAT_TEXTURE', windowUm: 24, minStandardDeviation: 10 }])[0] ?? 0;
    for (const area of [sharp, textured]) expect(Math.abs(area - 900)).toBeLessThanOrEqual(60);
  });
});

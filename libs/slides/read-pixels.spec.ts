import { BadUserInput, Cancelled, SlideUnreadable } from '#libs/errors';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readOverview, readRegion } from './read-pixels.js';
import { CMU_SVS, fixture, never, readJson, type ReferenceValues } from './spec-support/fixtures.js';

interface ExpectedRegion {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly meanRgb: readonly number[];
  readonly pixels: Readonly<Record<string, readonly number[]>>;
}

const { slides } = readJson<{
  slides: Record<string, { regions: readonly ExpectedRegion[]; downsamples: readonly number[] }>;
}>('expected-regions.json');
const reference = readJson<ReferenceValues>('reference-values.json');

const files: readonly (readonly [string, string])[] = [
  ['CMU-1-Small-Region.svs', CMU_SVS],
  ['cmu-1-small-region.generic-pyramid.tif', fixture('cmu-1-small-region.generic-pyramid.tif')],
  ['tiny-small.svs', fixture('tiny-small.svs')],
];

/**
 * OpenSlide is asked in level-0 pixels; where a region's corner falls between two of them it returns interpolated pixels, of which only
 * the mean is comparable.
 */
function isOnPixels(region: ExpectedRegion, name: string): boolean {
  const downsample = slides[name]?.downsamples[region.level] ?? NaN;
  return [region.x, region.y].every((place) => Math.abs(place * downsample - Math.trunc(place * downsample)) < 0.01);
}

describe.each(files)('regions of %s', (name, path) => {
  const regions = (slides[name]?.regions ?? []).map(
    (region) => [`level ${region.level} at ${region.x}, ${region.y}`, region] as const,
  );

  it.each(regions)("%s are OpenSlide's", async (_, region) => {
    const { level, x, y, width, height } = region;
    const { rgb } = await readRegion(path, { level, x, y, widthPx: width, heightPx: height, signal: never() });
    const sums = [0, 0, 0];
    rgb.forEach((value, i) => (sums[i % 3] = (sums[i % 3] ?? 0) + value));
    region.meanRgb.forEach((mean, c) => expect(Math.abs((sums[c] ?? NaN) / (width * height) - mean)).toBeLessThan(0.5));
    if (!isOnPixels(region, name)) return;
    for (const [place, expected] of Object.entries(region.pixels)) {
      const [px = NaN, py = NaN] = place.split(',').map(Number);
      expected.forEach((value, c) =>
        expect(Math.abs((rgb[(py * width + px) * 3 + c] ?? NaN) - value)).toBeLessThanOrEqual(1),
      );
    }
  });
});

describe('whole levels', () => {
  it.each(reference.levels.map((level, i) => [i, level] as const))(
    "level %d of the pyramid is OpenSlide's, byte for byte",
    async (i, level) => {
      const [widthPx, heightPx] = level.size;
      const path = fixture('cmu-1-small-region.generic-pyramid.tif');
      const { rgb } = await readRegion(path, { level: i, x: 0, y: 0, widthPx, heightPx, signal: never() });
      expect(createHash('sha256').update(rgb).digest('hex')).toBe(level.sha256);
    },
  );
});

describe('overview', () => {
  it("equals the exact area mean of OpenSlide's pixels in NumPy", async () => {
    const [, heightPx] = reference.cmu.mask;
    const overview = await readOverview(CMU_SVS, { maxEdgePx: heightPx, signal: never() });
    expect([overview.widthPx, overview.heightPx]).toEqual(reference.cmu.mask);
    expect(overview.downsample).toBeCloseTo(2967 / 185, 12);
    expect(createHash('sha256').update(overview.rgb).digest('hex')).toBe(reference.cmu.overviewSha256);
  });

  it('is never larger than the slide', async () => {
    const overview = await readOverview(fixture('tiny-small.svs'), { maxEdgePx: 100, signal: never() });
    expect(overview).toMatchObject({ widthPx: 16, heightPx: 16, downsample: 1 });
  });

  it('refuses a size that nobody can mean', async () => {
    await expect(readOverview(CMU_SVS, { maxEdgePx: 5000, signal: never() })).rejects.toThrow(BadUserInput);
  });
});

describe('refusals', () => {
  const region = { level: 0, x: 0, y: 0, widthPx: 16, heightPx: 16 };

  it('refuses a tile that the decoder warns about', async () => {
    await expect(readRegion(fixture('hostile-unreadable.svs'), { ...region, signal: never() })).rejects.toThrow(
      SlideUnreadable,
    );
  });

  it.each([
    ['a level that is not there', { ...region, level: 1 }],
    ['a place outside', { ...region, x: 1 }],
    ['fractions', { ...region, widthPx: 1.5 }],
  ])('refuses %s', async (_, wrong) => {
    await expect(readRegion(fixture('tiny-small.svs'), { ...wrong, signal: never() })).rejects.toThrow(BadUserInput);
  });

  it('stops before it begins when the caller is gone already', async () => {
    await expect(readRegion(CMU_SVS, { ...region, signal: AbortSignal.abort() })).rejects.toThrow(Cancelled);
  });
});

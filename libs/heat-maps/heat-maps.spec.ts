import { readFileSync } from 'node:fs';
import { BadUserInput } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { COLOUR_TABLES, stepOf } from './colours.js';
import {
  attentionScores,
  averageRanks,
  percentileRanks,
  renderColourBar,
  renderHeatMap,
  type HeatMapInput,
} from './index.js';

interface Expected {
  readonly ranks: readonly {
    readonly values: readonly (number | string | null)[];
    readonly ranks: readonly (number | null)[];
  }[];
  readonly viridis: { readonly shares: readonly number[]; readonly rgb: readonly (readonly number[])[] };
  readonly map: {
    readonly coords: readonly number[];
    readonly values: readonly (number | null)[];
    readonly tileEdgePx: number;
    readonly slideWidthPx: number;
    readonly slideHeightPx: number;
    readonly downsample: number;
    readonly range: readonly [number, number];
    readonly width: number;
    readonly height: number;
    readonly rgba: string;
  };
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/heat-maps.json', import.meta.url), 'utf8'),
);
const number = (value: number | string | null): number => {
  if (typeof value === 'string') return value === 'inf' ? Infinity : -Infinity;
  return value ?? NaN;
};

describe('ranks', () => {
  it.each(expected.ranks)('are those of scipy.stats.rankdata (case %#)', ({ values, ranks }) => {
    expect([...averageRanks(values.map(number))]).toEqual(ranks.map(number));
  });

  it('become percentiles from 0 to 100, with missing values left out', () => {
    expect([...percentileRanks([0.3, NaN, 0.1, 0.2, NaN])]).toEqual([100, NaN, 0, 50, NaN]);
    expect([...percentileRanks([1, 1, 2, 3, 3])]).toEqual([12.5, 12.5, 50, 87.5, 87.5]);
    expect([...percentileRanks([7, NaN])]).toEqual([50, NaN]);
    expect([...percentileRanks([7, 7, 7])]).toEqual([50, 50, 50]);
    expect([...percentileRanks([])]).toEqual([]);
  });

  it('multiplies attention and scores tile by tile', () => {
    expect(attentionScores(Float32Array.of(0.5, 0.25, 0.25), Float32Array.of(1, 0, NaN))).toEqual(
      Float32Array.of(0.5, 0, NaN),
    );
    expect(() => attentionScores(new Float32Array(2), new Float32Array(3))).toThrow();
  });
});

describe('colours', () => {
  it('are those of matplotlib for viridis', () => {
    const found = expected.viridis.shares.map((share) => [
      ...COLOUR_TABLES.VIRIDIS.subarray(stepOf(share) * 3, stepOf(share) * 3 + 3),
    ]);
    expect(found).toEqual(expected.viridis.rgb);
  });

  it('go from white to red for scores', () => {
    expect([...COLOUR_TABLES.RED_POSITIVE.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect([...COLOUR_TABLES.RED_POSITIVE.subarray(765)]).toEqual([200, 0, 0]);
  });

  it('fill the legend from the lowest on the left to the highest on the right', () => {
    const bar = renderColourBar('VIRIDIS', 256, 2);
    expect(bar).toMatchObject({ width: 256, height: 2 });
    const row = Array.from({ length: 256 }, (_, x) => [
      ...COLOUR_TABLES.VIRIDIS.subarray(x * 3, x * 3 + 3),
      255,
    ]).flat();
    expect([...bar.rgba]).toEqual([...row, ...row]);
  });
});

describe('a heat map', () => {
  const { map } = expected;
  const input: HeatMapInput = {
    values: Float32Array.from(map.values, number),
    coords: Int32Array.from(map.coords),
    tileEdgePx: map.tileEdgePx,
    slideWidthPx: map.slideWidthPx,
    slideHeightPx: map.slideHeightPx,
    downsample: map.downsample,
    colour: 'VIRIDIS',
    scale: { kind: 'RAW', range: map.range },
  };

  it('equals one made by brute force with numpy and matplotlib: overlap averaged, the edge cut, missing transparent', () => {
    const { width, height, rgba } = renderHeatMap(input);
    expect([width, height]).toEqual([map.width, map.height]);
    const wanted = Buffer.from(map.rgba, 'base64');
    expect(wanted.length).toBe(width * height * 4);
    expect(Buffer.compare(rgba, wanted)).toBe(0);
  });

  const one = (more: Partial<HeatMapInput>): Uint8Array =>
    renderHeatMap({
      ...input,
      values: Float32Array.of(1, 5),
      coords: Int32Array.of(0, 0, 10, 0),
      tileEdgePx: 10,
      slideWidthPx: 20,
      slideHeightPx: 10,
      downsample: 10,
      scale: { kind: 'PERCENTILE' },
      ...more,
    }).rgba;
  const low = [...COLOUR_TABLES.VIRIDIS.subarray(0, 3), 255];
  const high = [...COLOUR_TABLES.VIRIDIS.subarray(765), 255];

  it('colours by rank under PERCENTILE', () => expect([...one({})]).toEqual([...low, ...high]));

  it('leaves a tile without a value transparent', () => {
    expect([...one({ values: Float32Array.of(NaN, 5), scale: { kind: 'RAW', range: [4, 5] } })]).toEqual([
      0,
      0,
      0,
      0,
      ...high,
    ]);
  });

  it('keeps tiles that are smaller than a pixel', () => {
    const rgba = one({ tileEdgePx: 2, values: Float32Array.of(0, 1), scale: { kind: 'RAW', range: [0, 1] } });
    expect([...rgba]).toEqual([...low, ...high]);
  });

  it('refuses what a caller can get wrong, and what a program can', () => {
    expect(() => one({ downsample: 0.5 })).toThrow(BadUserInput);
    expect(() => one({ downsample: NaN })).toThrow(BadUserInput);
    expect(() => one({ slideWidthPx: 1e6, slideHeightPx: 1e6 })).toThrow(BadUserInput);
    expect(() => one({ scale: { kind: 'RAW', range: [1, 1] } })).toThrow(BadUserInput);
    expect(() => one({ scale: { kind: 'RAW', range: [0, NaN] } })).toThrow(BadUserInput);
    expect(() => one({ coords: new Int32Array(2) })).toThrow(Error);
    expect(() => one({ values: Float32Array.of(1, Infinity) })).toThrow(Error);
    expect(() => one({ coords: Float64Array.of(0, 0, NaN, 0) })).toThrow(Error);
    expect(() => one({ tileEdgePx: 0 })).toThrow(Error);
  });
});

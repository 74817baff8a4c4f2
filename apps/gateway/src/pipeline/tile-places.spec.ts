import { describe, expect, it } from 'vitest';
import { type FeatureBag } from '#gateway/feature-store';
import { checkGrid, placesIn } from './tile-places.js';

// 224 px at 1 um on a slide of 0.2527 um a pixel: an edge that is no whole number.
const bag = { tileEdgePx: 886.4266, tileSizePx: 224, mpp: 1, coordsUnit: 'PX_LEVEL0' } as FeatureBag;
const coords = Int32Array.from([0, 0, 886, 0, 1773, 886]);

describe('placesIn', () => {
  it.each([
    ['PX_LEVEL0', 886, [0, 0, 886, 0, 1773, 886]],
    ['UM', 886 * 0.2527, [0, 0, 886 * 0.2527, 0, 1773 * 0.2527, 886 * 0.2527]],
    ['PX_PATCH', 224, [0, 0, 224, 0, (1773 * 224) / 886, 224]],
  ] as const)('tells places and the edge in %s', (unit, extent, expected) => {
    const places = placesIn(unit, coords, bag, 0.2527);
    expect(places.extent).toBeCloseTo(extent, 9);
    expect([...places.coords]).toEqual(expected.map((value) => expect.closeTo(value, 9)));
  });

  it('refuses micrometres without a resolution, and an edge that nobody knows', () => {
    expect(() => placesIn('UM', coords, bag, null)).toThrow(
      expect.objectContaining({ code: 'SLIDE_RESOLUTION_UNKNOWN' }),
    );
    for (const unknown of [{ tileEdgePx: null }, { tileSizePx: null }])
      expect(() => placesIn('PX_PATCH', coords, { ...bag, ...unknown }, 1)).toThrow(
        expect.objectContaining({ code: 'FEATURE_CONTRACT_MISMATCH' }),
      );
  });
});

describe('checkGrid', () => {
  const rowOf = (count: number, step: number): Int32Array =>
    Int32Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? Math.round((i / 2) * step) : 700));

  it.each(['PX_LEVEL0', 'UM', 'PX_PATCH'] as const)(
    'lets tiles be that lie edge to edge, however many, in %s',
    (unit) => {
      for (const step of [886, 886.4266, 900])
        expect(() => checkGrid(placesIn(unit, rowOf(900, step), bag, 0.2527))).not.toThrow();
    },
  );

  it('refuses tiles that overlap, and pixels of another level that crowd into one place', () => {
    for (const step of [443, 885, 224])
      expect(() => checkGrid(placesIn('PX_LEVEL0', rowOf(40, step), bag, null))).toThrow(
        expect.objectContaining({
          code: 'FEATURE_CONTRACT_MISMATCH',
          message: expect.stringContaining('of 40 tiles in the place of another'),
        }),
      );
  });
});

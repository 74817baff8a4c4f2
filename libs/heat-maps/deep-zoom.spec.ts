import { describe, expect, it } from 'vitest';
import {
  DEEP_ZOOM_TILE_PX,
  deepZoomDescriptor,
  deepZoomMaxLevel,
  deepZoomWindow,
  type HeatMapInput,
  percentileRanks,
  renderDeepZoomTile,
  renderHeatMap,
} from './index.js';

const size = { widthPx: 1500, heightPx: 900 };
const grid = Array.from(
  { length: 60 },
  (_, tile) => [(tile % 10) * 147 + 13, Math.floor(tile / 10) * 147 + 5] as const,
);
const coords = Int32Array.from(grid.flat());
const values = Float32Array.from(grid, (_, tile) => (tile === 7 ? NaN : Math.sin(tile * 1.7)));
const map = { values, tileEdgePx: 140.5, colour: 'VIRIDIS', scale: { kind: 'RAW', range: [-1, 1] } } as const;

/** All tiles of a level put together. */
function wholeLevel(level: number, of: Pick<HeatMapInput, 'values' | 'scale'>) {
  const downsample = 2 ** (deepZoomMaxLevel(size) - level);
  const width = Math.ceil(size.widthPx / downsample);
  const rgba = new Uint8Array(width * Math.ceil(size.heightPx / downsample) * 4);
  let tiles = 0;
  for (let row = 0; ; row++) {
    if (!deepZoomWindow(size, { level, column: 0, row })) return { width, rgba, tiles, downsample };
    for (let column = 0; ; column++) {
      const window = deepZoomWindow(size, { level, column, row });
      if (!window) break;
      const tile = renderDeepZoomTile({ ...map, ...of, coords }, window);
      for (let y = 0; y < tile.height; y++)
        rgba.set(
          tile.rgba.subarray(y * tile.width * 4, (y + 1) * tile.width * 4),
          ((window.y + y) * width + window.x) * 4,
        );
      tiles += 1;
    }
  }
}

describe('a Deep Zoom image', () => {
  // Of 1,500 x 900: 2^11 = 2,048 is the first power that holds it.
  it('has as many levels and tiles as the format says', () => {
    expect(deepZoomMaxLevel(size)).toBe(11);
    expect(deepZoomMaxLevel({ widthPx: 1, heightPx: 1 })).toBe(0);
    expect(deepZoomMaxLevel({ widthPx: 1024, heightPx: 3 })).toBe(10);
    expect(wholeLevel(11, map).tiles).toBe(6 * 4);
    expect(deepZoomWindow(size, { level: 0, column: 0, row: 0 })).toEqual({
      x: 0,
      y: 0,
      width: 1,
      height: 1,
      downsample: 2048,
    });
    expect(deepZoomWindow(size, { level: 11, column: 5, row: 3 })).toEqual({
      x: 1280,
      y: 768,
      width: 220,
      height: 132,
      downsample: 1,
    });
  });

  it.each([
    { level: 12, column: 0, row: 0 },
    { level: -1, column: 0, row: 0 },
    { level: 11, column: 6, row: 0 },
    { level: 11, column: 0, row: -1 },
    { level: 0, column: 1, row: 0 },
  ])('has no tile %j', (tile) => expect(deepZoomWindow(size, tile)).toBeNull());

  it.each([11, 10, 9, 8, 7, 4])('is at level %i, tile by tile, what the whole map is', (level) => {
    const { rgba, downsample } = wholeLevel(level, map);
    const whole = renderHeatMap({ ...map, coords, slideWidthPx: 1500, slideHeightPx: 900, downsample });
    expect(Buffer.from(rgba).equals(Buffer.from(whole.rgba))).toBe(true);
  });

  it('shows percentiles of the whole map, not of what a tile holds', () => {
    const ranked = {
      values: Float32Array.from(percentileRanks(values)),
      scale: { kind: 'RAW', range: [0, 100] },
    } as const;
    const { rgba, downsample } = wholeLevel(10, ranked);
    const scale = { kind: 'PERCENTILE' } as const;
    const whole = renderHeatMap({ ...map, scale, coords, slideWidthPx: 1500, slideHeightPx: 900, downsample });
    expect(Buffer.from(rgba).equals(Buffer.from(whole.rgba))).toBe(true);
  });

  it('is described as the schema of 2008 says', () => {
    expect(deepZoomDescriptor(size)).toContain(
      '<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="png" Overlap="0" TileSize="256">',
    );
    expect(deepZoomDescriptor(size)).toContain('<Size Width="1500" Height="900"/>');
    expect(DEEP_ZOOM_TILE_PX).toBe(256);
  });
});

import { type HeatMapInput, type RgbaImage, renderHeatMap } from './render-heat-map.js';

/** Edge of a tile of a Deep Zoom image in pixels: small enough to be drawn within a millisecond. */
export const DEEP_ZOOM_TILE_PX = 256;

/** Size of level 0 of a slide, which is the full size of the Deep Zoom image over it. */
export interface FullSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One tile: level 0 is one pixel, each level doubles the size of the one before, the last has the full size. */
export interface DeepZoomTile {
  readonly level: number;
  readonly column: number;
  readonly row: number;
}

/** What a tile covers, in pixels of its level. */
export interface DeepZoomWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Level-0 pixels of the slide per pixel: a power of two. */
  readonly downsample: number;
}

/** The level of full size: ceil(log2 of the longer edge). */
export function deepZoomMaxLevel({ widthPx, heightPx }: FullSize): number {
  return Math.ceil(Math.log2(Math.max(widthPx, heightPx)));
}

/** What a tile covers; null where the image has no such tile. */
export function deepZoomWindow(size: FullSize, { level, column, row }: DeepZoomTile): DeepZoomWindow | null {
  const most = deepZoomMaxLevel(size);
  if (level < 0 || level > most || column < 0 || row < 0) return null;
  const downsample = 2 ** (most - level);
  const [x, y] = [column * DEEP_ZOOM_TILE_PX, row * DEEP_ZOOM_TILE_PX];
  const width = Math.min(DEEP_ZOOM_TILE_PX, Math.ceil(size.widthPx / downsample) - x);
  const height = Math.min(DEEP_ZOOM_TILE_PX, Math.ceil(size.heightPx / downsample) - y);
  return width > 0 && height > 0 ? { x, y, width, height, downsample } : null;
}

/** The descriptor (`.dzi`): Deep Zoom's XML of 2008, PNG tiles without overlap. */
export function deepZoomDescriptor({ widthPx, heightPx }: FullSize): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="png" Overlap="0" TileSize="${DEEP_ZOOM_TILE_PX}">`,
    `  <Size Width="${widthPx}" Height="${heightPx}"/>`,
    '</Image>',
    '',
  ].join('\n');
}

/**
 * One tile of a map, as `renderHeatMap` draws the whole. Percentiles are over all values of the map, so give them as values with the scale RAW from 0 to 100: a
 * tile knows only what it shows.
 * @throws Error as renderHeatMap does
 */
export function renderDeepZoomTile(
  map: Omit<HeatMapInput, 'slideWidthPx' | 'slideHeightPx' | 'downsample' | 'coords'> & {
    readonly coords: Int32Array;
  },
  { x, y, width, height, downsample }: DeepZoomWindow,
): RgbaImage {
  const origin = [x * downsample, y * downsample] as const;
  // Moved by whole pixels of the level, so that neighbouring tiles agree on which pixel a place falls into.
  const coords = Float64Array.from(map.coords, (place, i) => place - (i % 2 === 0 ? origin[0] : origin[1]));
  return renderHeatMap({
    ...map,
    coords,
    downsample,
    slideWidthPx: width * downsample,
    slideHeightPx: height * downsample,
  });
}

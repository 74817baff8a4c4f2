import { referenceC6 } from './c6.js';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STEP = 163;
const EDGE = 326;
const FEWEST_TILES = 8;

/** Rectangles within the quiet corner of C6, no two with the same of its 22 tiles, each with as many as the models need. */
export function cornerRegions(): readonly Rectangle[] {
  const { x, y, width, height, tileIndices } = referenceC6.region;
  const centres = tileIndices.map((index) => {
    const [left, top] = referenceC6.coords[index] ?? [NaN, NaN];
    return [left + EDGE / 2, top + EDGE / 2] as const;
  });
  const inside = (region: Rectangle): string => {
    const has = ([cx, cy]: readonly [number, number]): boolean =>
      cx >= region.x && cx < region.x + region.width && cy >= region.y && cy < region.y + region.height;
    return centres.flatMap((centre, index) => (has(centre) ? [index] : [])).join(' ');
  };
  const found = new Map<string, Rectangle>();
  for (const [left, right] of cuts(width)) {
    for (const [top, bottom] of cuts(height)) {
      const region = { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
      const tiles = inside(region);
      if (tiles.split(' ').length >= FEWEST_TILES && !found.has(tiles)) found.set(tiles, region);
    }
  }
  return [...found.values()];
}

/** How much of a length is cut off at its two ends, in steps of the grid. */
function cuts(length: number): readonly (readonly [number, number])[] {
  const steps = (of: number): readonly number[] => Array.from({ length: Math.ceil(of / STEP) }, (_, i) => i * STEP);
  return steps(length).flatMap((before) => steps(length - before).map((after) => [before, after] as const));
}

import { BadUserInput } from '#libs/errors';
import { COLOUR_TABLES, stepOf, type HeatMapColour } from './colours.js';
import { percentileRanks } from './ranks.js';

const PIXELS_LIMIT = 4096 * 4096;

/** How values become shares of the colour scale. A tile beyond `range` takes the colour of its end. */
export type HeatMapScale =
  | { readonly kind: 'PERCENTILE' }
  | { readonly kind: 'RAW'; readonly range: readonly [minimum: number, maximum: number] };

export interface HeatMapInput {
  /** [n], one value per tile; NaN means that the tile has none */
  readonly values: Float32Array;
  /** [n, 2], x and y of the top left corner in level-0 pixels */
  readonly coords: Float64Array | Float32Array | Int32Array;
  /** tile edge in level-0 pixels, > 0 */
  readonly tileEdgePx: number;
  /** level 0 of the slide */
  readonly slideWidthPx: number;
  readonly slideHeightPx: number;
  /** level-0 pixels per pixel of the map, >= 1 */
  readonly downsample: number;
  readonly colour: HeatMapColour;
  readonly scale: HeatMapScale;
}

/** An image with straight (not premultiplied) alpha, rows from the top. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  /** [height, width, 4] */
  readonly rgba: Uint8Array;
}

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * Draws values on their tiles. A pixel belongs to the tiles that hold its centre; a tile too small to hold any takes the pixel that holds its own centre. Where tiles
 * overlap the pixel shows the mean of their values (of their ranks, under PERCENTILE). A pixel of no tile, or of tiles without
 * a value, is transparent black: missing is never drawn as low. Opaque otherwise; how much of the slide shines through is the composer's choice.
 *
 * Pure, with typed arrays in and out, for a worker: 4,000 tiles on 1,200 x 1,200 pixels take some 20 ms.
 * @throws BadUserInput when the map would have over 16 million pixels or the range is empty; Error when lengths disagree or a value is infinite
 */
export function renderHeatMap(input: HeatMapInput): RgbaImage {
  checkInput(input);
  const { values, scale, colour } = input;
  const raster = accumulate(input, scale.kind === 'PERCENTILE' ? percentileRanks(values) : values);
  return { width: raster.width, height: raster.height, rgba: paint(raster, toShare(scale), COLOUR_TABLES[colour]) };
}

/** The legend's colour bar: lowest value on the left, opaque. @param width whole pixels >= 1 @param height whole pixels >= 1 */
export function renderColourBar(colour: HeatMapColour, width: number, height: number): RgbaImage {
  const table = COLOUR_TABLES[colour];
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    setPixel(rgba, pixel, table, stepOf(((pixel % width) + 0.5) / width));
  }
  return { width, height, rgba };
}

/** From a pixel's mean to its share of the colour scale: below 0 and above 1 take the ends. */
function toShare(scale: HeatMapScale): (mean: number) => number {
  if (scale.kind === 'PERCENTILE') return (mean) => mean / 100;
  const [minimum, maximum] = scale.range;
  return (mean) => (mean - minimum) / (maximum - minimum);
}

function accumulate(
  { coords, tileEdgePx, slideWidthPx, slideHeightPx, downsample }: HeatMapInput,
  drawn: Float32Array | Float64Array,
): Raster {
  const width = Math.ceil(slideWidthPx / downsample);
  const height = Math.ceil(slideHeightPx / downsample);
  const raster = { width, height, sums: new Float64Array(width * height), counts: new Uint32Array(width * height) };
  drawn.forEach((value, tile) => {
    if (Number.isNaN(value)) return;
    const [left, right] = pixelsOf(coords[tile * 2] ?? NaN, tileEdgePx, downsample, width);
    const [top, bottom] = pixelsOf(coords[tile * 2 + 1] ?? NaN, tileEdgePx, downsample, height);
    for (let y = top; y < bottom; y++) addRow(raster, y * width + left, y * width + right, value);
  });
  return raster;
}

function addRow({ sums, counts }: Raster, from: number, to: number, value: number): void {
  for (let pixel = from; pixel < to; pixel++) {
    sums[pixel] = (sums[pixel] ?? 0) + value;
    counts[pixel] = (counts[pixel] ?? 0) + 1;
  }
}

/** The pixels [from, to) whose centres lie in [start, start + edge), inside the map. */
function pixelsOf(start: number, edge: number, downsample: number, size: number): readonly [from: number, to: number] {
  const from = Math.ceil(start / downsample - 0.5);
  const to = Math.ceil((start + edge) / downsample - 0.5);
  const own = Math.floor((start + edge / 2) / downsample);
  const [first, end] = to > from ? [from, to] : [own, own + 1];
  return [Math.max(0, first), Math.min(size, end)];
}

function paint({ sums, counts }: Raster, shareOf: (mean: number) => number, table: Uint8Array): Uint8Array {
  const rgba = new Uint8Array(sums.length * 4);
  for (let pixel = 0; pixel < sums.length; pixel++) {
    const count = counts[pixel] ?? 0;
    if (count > 0) setPixel(rgba, pixel, table, stepOf(shareOf((sums[pixel] ?? 0) / count)));
  }
  return rgba;
}

function setPixel(rgba: Uint8Array, pixel: number, table: Uint8Array, step: number): void {
  rgba[pixel * 4] = table[step * 3] ?? 0;
  rgba[pixel * 4 + 1] = table[step * 3 + 1] ?? 0;
  rgba[pixel * 4 + 2] = table[step * 3 + 2] ?? 0;
  rgba[pixel * 4 + 3] = 255;
}

function checkInput({
  values,
  coords,
  tileEdgePx,
  slideWidthPx,
  slideHeightPx,
  downsample,
  scale,
}: HeatMapInput): void {
  if (coords.length !== values.length * 2) throw new Error('A heat map needs one x, y pair for each value.');
  if (values.some((value) => Math.abs(value) === Infinity) || !coords.every(Number.isFinite)) {
    throw new Error('The values and coordinates of a heat map must not be infinite.');
  }
  if (![tileEdgePx, slideWidthPx, slideHeightPx].every((size) => Number.isFinite(size) && size > 0))
    throw new Error('The sizes of a heat map must be > 0.');
  const pixels = Math.ceil(slideWidthPx / downsample) * Math.ceil(slideHeightPx / downsample);
  if (!(downsample >= 1) || pixels > PIXELS_LIMIT)
    throw new BadUserInput('downsample', 'must be at least 1, and large enough for a map of at most 16 million pixels');
  if (scale.kind === 'RAW' && !(scale.range[0] < scale.range[1]))
    throw new BadUserInput('range', 'must go from a minimum to a larger maximum');
}

import { SlideTooLarge } from '#libs/errors';
import type { Slide, SlideLevel } from '../formats/slide-format.js';
import { resampleWindow } from './resample-window.js';

/** An image of the whole slide. */
export interface Overview {
  readonly widthPx: number;
  readonly heightPx: number;
  /** RGB, shape [heightPx, widthPx, 3]. */
  readonly rgb: Uint8Array<ArrayBuffer>;
}

/** The mean of width and height ratio to level 0, as OpenSlide defines it. */
export function downsampleOf(slide: Slide, level: SlideLevel): number {
  const [finest] = slide.levels;
  return (finest.widthPx / level.widthPx + finest.heightPx / level.heightPx) / 2;
}

export interface LevelChoice {
  readonly index: number;
  readonly level: SlideLevel;
}

/** Scanners write sizes in whole pixels: a level is not coarser than asked for up to this relative difference. */
const LEVEL_TOLERANCE = 1e-3;

/** The coarsest level whose downsample is not above `downsample`; the finest level where there is none. */
export function chooseLevel(slide: Slide, downsample: number): LevelChoice {
  let choice: LevelChoice = { index: 0, level: slide.levels[0] };
  for (const [index, level] of slide.levels.entries()) {
    if (downsampleOf(slide, level) <= downsample * (1 + LEVEL_TOLERANCE)) choice = { index, level };
  }
  return choice;
}

export interface OverviewRequest {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly maxPixels: number;
  readonly signal: AbortSignal;
  readonly onProgress: () => void;
}

/**
 * The whole slide at the asked size, by the exact area filter, from the coarsest level that is not coarser, in strips.
 * @throws {SlideTooLarge} when the overview would have more than `maxPixels`
 */
export async function renderOverview(slide: Slide, request: OverviewRequest): Promise<Overview> {
  const { widthPx, heightPx, signal, onProgress } = request;
  const pixels = widthPx * heightPx;
  if (pixels > request.maxPixels) throw new SlideTooLarge('an overview in pixels', pixels, request.maxPixels);
  const [finest] = slide.levels;
  const { level } = chooseLevel(slide, (finest.widthPx / widthPx + finest.heightPx / heightPx) / 2);
  const rgb = new Uint8Array(pixels * 3);
  await resampleWindow(level, (column, row) => level.readTile(column, row), {
    window: { x: 0, y: 0, width: level.widthPx, height: level.heightPx },
    outputWidthPx: widthPx,
    outputHeightPx: heightPx,
    target: rgb,
    signal,
    onProgress,
  });
  return { widthPx, heightPx, rgb };
}

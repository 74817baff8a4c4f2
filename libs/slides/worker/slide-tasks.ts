import { createHash } from 'node:crypto';
import { BadUserInput } from '#libs/errors';
import { openSlide } from '../formats/open-slide.js';
import type { SlideFile } from '../formats/slide-file.js';
import { SLIDE_LIMITS } from '../limits.js';
import { downsampleOf, renderOverview } from '../pixels/overview.js';
import { resampleWindow } from '../pixels/resample-window.js';
import type { SlideMetadata } from '../slide-metadata.js';
import type { Region, SlideImage } from './worker-protocol.js';

/** How a task reports life and learns that nobody waits any more. */
export interface TaskContext {
  readonly signal: AbortSignal;
  readonly onProgress: () => void;
}

const DIGEST_CHUNK_BYTES = 4 * 1024 * 1024;

/** The header first: a file that is no slide is refused before all of it is read for its digest. */
export async function inspect(file: SlideFile, context: TaskContext): Promise<SlideMetadata> {
  const slide = await openSlide(file);
  const [{ widthPx, heightPx }] = slide.levels;
  const levels = slide.levels.map((level) => ({
    widthPx: level.widthPx,
    heightPx: level.heightPx,
    downsample: downsampleOf(slide, level),
  }));
  const { format, mpp, objectivePower } = slide;
  const digest = await digestOf(file, context);
  return { format, widthPx, heightPx, mpp, objectivePower, sizeBytes: file.sizeBytes, digest, levels };
}

async function digestOf(file: SlideFile, context: TaskContext): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < file.sizeBytes; offset += DIGEST_CHUNK_BYTES) {
    context.signal.throwIfAborted();
    hash.update(await file.readExactly(offset, Math.min(DIGEST_CHUNK_BYTES, file.sizeBytes - offset)));
    context.onProgress();
  }
  return hash.digest('hex');
}

/** Pixels of one level as they are stored, without resampling. @throws {BadUserInput} when the region is not inside the level */
export async function readStoredRegion(file: SlideFile, region: Region, context: TaskContext): Promise<SlideImage> {
  const slide = await openSlide(file);
  const level = slide.levels[region.level];
  if (!level) throw new BadUserInput('level', 'is no level of this slide');
  const { x, y, widthPx, heightPx } = region;
  const isInside =
    x >= 0 && y >= 0 && widthPx >= 1 && heightPx >= 1 && x + widthPx <= level.widthPx && y + heightPx <= level.heightPx;
  const isWhole = [x, y, widthPx, heightPx].every(Number.isInteger);
  if (!isInside || !isWhole) throw new BadUserInput('region', 'must be whole pixels inside the level');
  if (widthPx * heightPx > SLIDE_LIMITS.regionPixels)
    throw new BadUserInput('region', 'is larger than 67 million pixels');
  const rgb = new Uint8Array(widthPx * heightPx * 3);
  await resampleWindow(level, (column, row) => level.readTile(column, row), {
    window: { x, y, width: widthPx, height: heightPx },
    outputWidthPx: widthPx,
    outputHeightPx: heightPx,
    target: rgb,
    ...context,
  });
  return { widthPx, heightPx, downsample: downsampleOf(slide, level), rgb };
}

/** The whole slide, its longer edge at most `maxEdgePx`; never enlarged. */
export async function readWholeSlide(file: SlideFile, maxEdgePx: number, context: TaskContext): Promise<SlideImage> {
  const slide = await openSlide(file);
  const [finest] = slide.levels;
  const downsample = Math.max(1, Math.max(finest.widthPx, finest.heightPx) / maxEdgePx);
  const overview = await renderOverview(slide, {
    widthPx: Math.max(1, Math.round(finest.widthPx / downsample)),
    heightPx: Math.max(1, Math.round(finest.heightPx / downsample)),
    maxPixels: SLIDE_LIMITS.overviewEdgePx ** 2,
    ...context,
  });
  return { ...overview, downsample };
}

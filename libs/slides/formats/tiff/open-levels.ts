import { SlideUnreadable } from '#libs/errors';
import type { SlideFile } from '../slide-file.js';
import type { TiffDirectory } from './tiff-directory.js';
import { TiffLevel } from './tiff-level.js';

/** Writers round, floor or ceil a level's size, some of them once per level. */
const ROUNDING_PX = 2;

/**
 * The pyramid among candidate directories: the largest, and those of its shape that are smaller. What has another shape (a macro image,
 * a label) is not part of it and can be reached by nobody.
 * @throws {SlideUnreadable | SlideTooLarge}
 */
export async function openLevels(
  file: SlideFile,
  candidates: readonly TiffDirectory[],
): Promise<[TiffLevel, ...TiffLevel[]]> {
  const sorted = candidates.filter((directory) => directory.isTiled).sort((a, b) => b.widthPx - a.widthPx);
  const [finest, ...rest] = sorted;
  if (!finest) throw new SlideUnreadable('it holds no tiled image');
  const levels: [TiffLevel, ...TiffLevel[]] = [await TiffLevel.open(file, finest)];
  let previous = finest;
  for (const directory of rest) {
    if (directory.widthPx >= previous.widthPx || !hasShapeOf(directory, finest)) continue;
    levels.push(await TiffLevel.open(file, directory));
    previous = directory;
  }
  return levels;
}

/** Whether one downsample explains both edges, give or take the rounding of writers. */
function hasShapeOf(level: TiffDirectory, finest: TiffDirectory): boolean {
  const [lowX, highX] = downsampleRange(finest.widthPx, level.widthPx);
  const [lowY, highY] = downsampleRange(finest.heightPx, level.heightPx);
  return lowX <= highY && lowY <= highX;
}

function downsampleRange(finestPx: number, levelPx: number): readonly [number, number] {
  return [finestPx / (levelPx + ROUNDING_PX), levelPx > ROUNDING_PX ? finestPx / (levelPx - ROUNDING_PX) : Infinity];
}

import { BadUserInput } from '#libs/errors';
import { SLIDE_LIMITS } from './limits.js';
import { DEFAULT_QUIET_MS, type ReadOptions } from './read-options.js';
import { startSession } from './worker/start-session.js';
import type { Region, SlideImage, WorkerRequest } from './worker/worker-protocol.js';

/**
 * The whole slide in one image, its longer edge at most `maxEdgePx` (1 to 4096), by the exact area filter; never enlarged. Always the
 * tissue pyramid: label, macro and thumbnail images of a file are not reachable.
 * @returns RGB, shape [heightPx, widthPx, 3], and the level-0 pixels per pixel
 * @throws {SlideUnreadable | SlideTooLarge | BadUserInput | DeadlineExceeded | Cancelled}
 */
export async function readOverview(
  path: string,
  options: ReadOptions & { readonly maxEdgePx: number },
): Promise<SlideImage> {
  const { maxEdgePx } = options;
  const isRight = Number.isInteger(maxEdgePx) && maxEdgePx >= 1 && maxEdgePx <= SLIDE_LIMITS.overviewEdgePx;
  if (!isRight)
    throw new BadUserInput('maxEdgePx', `must be a whole number between 1 and ${SLIDE_LIMITS.overviewEdgePx}`);
  return readImage({ kind: 'overview', path, maxEdgePx }, options);
}

/**
 * A rectangle of one pyramid level as it is stored, without resampling.
 * @param options region in pixels of the level; `level` 0 is the finest
 * @returns RGB, shape [heightPx, widthPx, 3]
 * @throws {SlideUnreadable | SlideTooLarge | BadUserInput | DeadlineExceeded | Cancelled}
 */
export async function readRegion(path: string, options: ReadOptions & Region): Promise<SlideImage> {
  const { level, x, y, widthPx, heightPx } = options;
  return readImage({ kind: 'region', path, region: { level, x, y, widthPx, heightPx } }, options);
}

async function readImage(request: WorkerRequest, options: ReadOptions): Promise<SlideImage> {
  const session = startSession(options.signal, options.timeoutMs ?? DEFAULT_QUIET_MS);
  try {
    const answer = await session.ask(request);
    if (answer.kind !== 'image') throw new Error('the slide worker answered another question');
    return answer.image;
  } finally {
    await session.close();
  }
}

import { DEFAULT_QUIET_MS, type ReadOptions } from './read-options.js';
import type { TileBatch, TilePlan, TilingRecipe } from './tiling-recipe.js';
import { checkRecipe } from './tiling/check-recipe.js';
import type { SlideSession } from './worker/slide-session.js';
import { startSession } from './worker/start-session.js';

export interface TileSlideOptions extends ReadOptions {
  /** Micrometres per pixel of level 0, where the file states none. One that contradicts the file is refused. */
  readonly mppOverride?: number;
  /** Tiles per batch; the last one may have fewer. */
  readonly batchSize: number;
}

/** Planned tiles and the way to them. */
export interface TileStream {
  readonly plan: TilePlan;
  /** Once only. A batch is cut when it is asked for, and one ahead of it. Leaving the loop, or its end, ends the worker. */
  readonly batches: AsyncIterable<TileBatch>;
  /**
   * Gives the memory of a batch's tiles back, for a coming one; the tiles must not be read any more. Nobody has to, but each batch that is
   * left to the garbage collector costs the event loop a pause of some milliseconds.
   */
  readonly recycle: (batch: TileBatch) => void;
  /** Ends the worker: for a plan whose tiles nobody wants. Harmless after the batches. */
  readonly close: () => Promise<void>;
}

/**
 * Plans and cuts the tiles of a slide. The grid is laid from (0, 0) over level 0, row by row, whole tiles only; a tile is read from the
 * coarsest level that is not coarser than `recipe.mpp` and brought to `tileSizePx` by the exact area filter. Deterministic: the same
 * file and recipe give the same bytes.
 * @throws {SlideResolutionUnknown | SlideResolutionTooLow} when the slide cannot give tiles of `recipe.mpp`
 * @throws {BadUserInput} when the recipe is senseless or `mppOverride` contradicts the file
 * @throws {SlideUnreadable | SlideTooLarge | DeadlineExceeded | Cancelled} here, or while the batches are read
 */
export async function tileSlide(path: string, recipe: TilingRecipe, options: TileSlideOptions): Promise<TileStream> {
  const { batchSize, signal } = options;
  checkRecipe(recipe, batchSize);
  const session = startSession(signal, options.timeoutMs ?? DEFAULT_QUIET_MS);
  try {
    const answer = await session.ask({ kind: 'plan', path, recipe, statedMpp: options.mppOverride ?? null, batchSize });
    if (answer.kind !== 'plan') throw new Error('the slide worker answered another question');
    return {
      plan: answer.plan,
      batches: pullBatches(session),
      recycle: ({ tiles }) => session.recycle(tiles.buffer),
      close: () => session.close(),
    };
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function* pullBatches(session: SlideSession): AsyncGenerator<TileBatch, void, undefined> {
  try {
    for (;;) {
      const answer = await session.ask({ kind: 'nextBatch' });
      if (answer.kind !== 'batch') throw new Error('the slide worker answered another question');
      if (!answer.batch) return;
      yield answer.batch;
    }
  } finally {
    await session.close();
  }
}

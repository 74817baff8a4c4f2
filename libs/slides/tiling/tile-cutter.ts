import type { Slide, SlideLevel } from '../formats/slide-format.js';
import { inOrder } from '../pixels/in-order.js';
import { resampleWindow } from '../pixels/resample-window.js';
import { cachedTiles, type ReadTile } from '../pixels/tile-cache.js';
import type { TileBatch } from '../tiling-recipe.js';
import type { PlannedTiles } from './plan-tiles.js';

/** Tiles cut at the same time: while one is filtered the stored tiles of the next are decoded on other threads. */
const WINDOWS_AHEAD = 4;

/** Decoded stored tiles kept for neighbours. */
const CACHE_BYTES = 96 * 1024 * 1024;

/** Cuts planned tiles batch by batch, each batch when it is asked for. */
export class TileCutter {
  private readonly readTile: ReadTile;
  private readonly level: SlideLevel;
  private readonly scaleX: number;
  private readonly scaleY: number;
  private readonly spare: ArrayBuffer[] = [];
  private cut = 0;

  constructor(
    slide: Slide,
    private readonly planned: PlannedTiles,
    private readonly shape: { readonly tileSizePx: number; readonly batchSize: number },
    private readonly signal: AbortSignal,
  ) {
    const [finest] = slide.levels;
    this.level = planned.choice.level;
    this.scaleX = this.level.widthPx / finest.widthPx;
    this.scaleY = this.level.heightPx / finest.heightPx;
    this.readTile = cachedTiles(this.level, CACHE_BYTES);
  }

  /** The next tiles in grid order, or null after the last. */
  async nextBatch(): Promise<TileBatch | null> {
    const { batchSize, tileSizePx } = this.shape;
    const count = Math.min(batchSize, this.planned.plan.sampledTiles - this.cut);
    if (count === 0) return null;
    const coords = Int32Array.from(this.planned.coords.subarray(this.cut * 2, (this.cut + count) * 2));
    const tileBytes = tileSizePx * tileSizePx * 3;
    const tiles = new Uint8Array(this.spare.pop() ?? new ArrayBuffer(batchSize * tileBytes), 0, count * tileBytes);
    const windows = Array.from({ length: count }, (_, i) => ({
      x: coords[i * 2] ?? 0,
      y: coords[i * 2 + 1] ?? 0,
      target: tiles.subarray(i * tileBytes, (i + 1) * tileBytes),
    }));
    for await (const _ of inOrder(windows, WINDOWS_AHEAD, (window) => this.cutTile(window)))
      this.signal.throwIfAborted();
    this.cut += count;
    return { tiles, coords, count };
  }

  /** Takes the memory of an earlier batch for a coming one: every byte of it is written anew. */
  recycle(memory: ArrayBuffer): void {
    this.spare.push(memory);
  }

  private async cutTile(tile: { readonly x: number; readonly y: number; readonly target: Uint8Array }): Promise<void> {
    const { tileSizePx } = this.shape;
    const { tileEdgePx } = this.planned.plan;
    await resampleWindow(this.level, this.readTile, {
      window: {
        x: tile.x * this.scaleX,
        y: tile.y * this.scaleY,
        width: tileEdgePx * this.scaleX,
        height: tileEdgePx * this.scaleY,
      },
      outputWidthPx: tileSizePx,
      outputHeightPx: tileSizePx,
      target: tile.target,
      signal: this.signal,
    });
  }
}

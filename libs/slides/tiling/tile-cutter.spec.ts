import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Slide, SlideLevel } from '../formats/slide-format.js';
import { never } from '../spec-support/fixtures.js';
import { TileCutter } from './tile-cutter.js';
import type { PlannedTiles } from './plan-tiles.js';

/** A level of 100 x 100 stored tiles of 64 pixels that counts what is asked of it. */
class CountingLevel implements SlideLevel {
  readonly widthPx = 6400;
  readonly heightPx = 6400;
  readonly tileWidthPx = 64;
  readonly tileHeightPx = 64;
  reads = 0;
  inFlight = 0;
  mostInFlight = 0;

  async readTile(column: number, row: number): Promise<Uint8Array> {
    this.reads += 1;
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    await delay(1);
    this.inFlight -= 1;
    return new Uint8Array(64 * 64 * 3).fill((column * 7 + row) % 256);
  }
}

function cutterOn(level: CountingLevel, batchSize: number, signal: AbortSignal): TileCutter {
  const slide: Slide = { format: 'TIFF_PYRAMID', levels: [level], mpp: 1, objectivePower: null };
  const coords = Int32Array.from({ length: 2000 }, (_, i) =>
    i % 2 === 0 ? ((i / 2) % 100) * 64 : Math.floor(i / 200) * 64,
  );
  const plan = {
    levelUsed: 0,
    slideMpp: 1,
    tileEdgePx: 64,
    stridePx: 64,
    gridTiles: 1000,
    keptTiles: 1000,
    sampledTiles: 1000,
    mask: [],
  };
  const planned: PlannedTiles = { plan, choice: { index: 0, level }, coords };
  return new TileCutter(slide, planned, { tileSizePx: 64, batchSize }, signal);
}

describe('tile cutter', () => {
  it('reads what a batch needs when it is asked, few tiles at a time, and nothing more', async () => {
    const level = new CountingLevel();
    const cutter = cutterOn(level, 10, never());
    expect(level.reads).toBe(0);
    await cutter.nextBatch();
    await delay(30);
    expect(level.reads).toBe(10);
    await cutter.nextBatch();
    expect(level.reads).toBe(20);
    expect(level.mostInFlight).toBeLessThanOrEqual(4);
  });

  it('puts each tile where its coordinates say and ends with null', async () => {
    const cutter = cutterOn(new CountingLevel(), 300, never());
    const counts: number[] = [];
    for (let batch = await cutter.nextBatch(); batch; batch = await cutter.nextBatch()) {
      counts.push(batch.count);
      for (let i = 0; i < batch.count; i++) {
        const [x = NaN, y = NaN] = batch.coords.subarray(2 * i, 2 * i + 2);
        expect(batch.tiles[i * 64 * 64 * 3]).toBe(((x / 64) * 7 + y / 64) % 256);
      }
    }
    expect(counts).toEqual([300, 300, 300, 100]);
  });

  it('stops reading on abort', async () => {
    const level = new CountingLevel();
    const abort = new AbortController();
    const batch = cutterOn(level, 1000, abort.signal).nextBatch();
    setTimeout(() => abort.abort(), 20);
    await expect(batch).rejects.toThrow();
    expect(level.reads).toBeLessThan(500);
  });
});

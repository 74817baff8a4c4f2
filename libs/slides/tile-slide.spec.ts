import { BadUserInput, Cancelled, SlideResolutionTooLow, SlideResolutionUnknown, SlideUnreadable } from '#libs/errors';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPyramid, colourTile, HALF_MICROMETRE } from './spec-support/build-pyramid.js';
import { CMU_SVS, fixture, never, readJson, RECIPE, Scratch, type ReferenceValues } from './spec-support/fixtures.js';
import { tileSlide, type TileStream } from './tile-slide.js';
import type { TileBatch } from './tiling-recipe.js';

const reference = readJson<ReferenceValues>('reference-values.json');
const scratch = new Scratch();
let unknownMpp = '';
let large = '';

beforeAll(async () => {
  const tiles = [await colourTile(256, [200, 100, 150]), await colourTile(256, [240, 240, 240])];
  const image = { widthPx: 2000, heightPx: 1000, tileEdgePx: 256, tiles };
  unknownMpp = scratch.write('unknown.tif', buildPyramid({ images: [image] }));
  // 20,000 x 15,000 pixels of 0.5 um: 900 MB of pixels, 4,661 stored tiles.
  const sizes = [1, 4, 16];
  const images = sizes.map((d) => ({
    ...image,
    widthPx: 20_000 / d,
    heightPx: Math.floor(15_000 / d),
    entries: HALF_MICROMETRE,
  }));
  large = scratch.write('large.tif', buildPyramid({ images }));
});
afterAll(() => scratch.remove());

async function collect(stream: TileStream): Promise<readonly TileBatch[]> {
  const batches: TileBatch[] = [];
  for await (const batch of stream.batches) batches.push(batch);
  return batches;
}

/** Threads of this process, where the system says. */
const threads = (): number => readdirSync('/proc/self/task').length;
// The system takes a moment to bury a thread that has ended; one that goes on stays in the count.
const backTo = (count: number): Promise<void> =>
  vi.waitFor(() => expect(threads()).toBeLessThanOrEqual(count), { timeout: 5_000 });

describe('tiles of the Aperio slide', () => {
  it("are, byte for byte, what NumPy cuts from OpenSlide's pixels", async () => {
    const stream = await tileSlide(CMU_SVS, RECIPE, { batchSize: 16, signal: never() });
    const { edge, stride, grid, kept, tissuePixels } = reference.cmu;
    expect(stream.plan).toMatchObject({
      levelUsed: 0,
      slideMpp: 0.499,
      tileEdgePx: edge,
      stridePx: stride,
      gridTiles: grid,
    });
    expect(stream.plan).toMatchObject({ keptTiles: kept.length, sampledTiles: kept.length });
    const [otsu] = stream.plan.mask;
    expect(otsu?.areaAfterMm2).toBeCloseTo((tissuePixels / (138 * 185)) * 2220 * 2967 * 0.499 ** 2 * 1e-6, 10);
    const batches = await collect(stream);
    expect(batches.map((batch) => batch.count)).toEqual([16, 16, 7]);
    expect(batches.flatMap((batch) => [...batch.coords])).toEqual(kept.flat());
    const hash = createHash('sha256');
    for (const batch of batches) hash.update(batch.tiles);
    expect(hash.digest('hex')).toBe(reference.cmu.tilesSha256);
  });

  it('are a seeded draw in grid order when there are too many', async () => {
    const draw = async (seed: number): Promise<readonly number[]> => {
      const stream = await tileSlide(CMU_SVS, { ...RECIPE, maxTiles: 5, seed }, { batchSize: 5, signal: never() });
      expect(stream.plan).toMatchObject({ keptTiles: 39, sampledTiles: 5 });
      return (await collect(stream)).flatMap((batch) => [...batch.coords]);
    };
    const first = await draw(1);
    expect(await draw(1)).toEqual(first);
    expect(await draw(2)).not.toEqual(first);
    const order = reference.cmu.kept.map(([x, y]) => `${x},${y}`);
    const places = [0, 2, 4, 6, 8].map((i) => order.indexOf(`${first[i]},${first[i + 1]}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThanOrEqual(0);
  });
});

describe('tiles of a pyramid', () => {
  it('come from the coarsest level that is not coarser, through fractions of its pixels', async () => {
    const stream = await tileSlide(fixture('cmu-1-small-region.generic-pyramid.tif'), RECIPE, {
      batchSize: 64,
      signal: never(),
    });
    expect(stream.plan.levelUsed).toBe(1);
    const [batch] = await collect(stream);
    const { x, y, mean, row100 } = reference.pyramid;
    const at = Array.from({ length: batch?.count ?? 0 }, (_, i) => i).find(
      (i) => batch?.coords[2 * i] === x && batch.coords[2 * i + 1] === y,
    );
    const bytes = 224 * 224 * 3;
    const tile = batch?.tiles.subarray((at ?? NaN) * bytes, ((at ?? NaN) + 1) * bytes) ?? new Uint8Array();
    row100.forEach((value, i) => expect(Math.abs((tile[100 * 224 * 3 + i] ?? NaN) - value)).toBeLessThanOrEqual(1));
    const sums = [0, 0, 0];
    tile.forEach((value, i) => (sums[i % 3] = (sums[i % 3] ?? 0) + value));
    mean.forEach((value, c) => expect(Math.abs((sums[c] ?? NaN) / (224 * 224) - value)).toBeLessThan(0.05));
  });
});

describe('resolution', () => {
  it('must be known, and is taken from the caller where the file has none', async () => {
    await expect(tileSlide(unknownMpp, RECIPE, { batchSize: 8, signal: never() })).rejects.toThrow(
      SlideResolutionUnknown,
    );
    const stream = await tileSlide(unknownMpp, RECIPE, { batchSize: 8, mppOverride: 0.688, signal: never() });
    expect(stream.plan).toMatchObject({ slideMpp: 0.688, tileEdgePx: 326, stridePx: 163 });
    await stream.close();
  });

  it('must not contradict the file, nor be too low', async () => {
    await expect(tileSlide(CMU_SVS, RECIPE, { batchSize: 8, mppOverride: 0.25, signal: never() })).rejects.toThrow(
      BadUserInput,
    );
    await expect(tileSlide(unknownMpp, RECIPE, { batchSize: 8, mppOverride: 1.2, signal: never() })).rejects.toThrow(
      SlideResolutionTooLow,
    );
  });
});

describe('the thread behind the tiles', () => {
  it('is gone after an abort in the middle, many times over', { timeout: 120_000 }, async () => {
    await collect(await tileSlide(CMU_SVS, RECIPE, { batchSize: 16, signal: never() }));
    const before = threads();
    for (let round = 0; round < 8; round++) {
      const abort = new AbortController();
      const stream = await tileSlide(CMU_SVS, RECIPE, { batchSize: 2, signal: abort.signal });
      const read = async (): Promise<void> => {
        for await (const batch of stream.batches) {
          expect(batch.count).toBeGreaterThan(0);
          if (!abort.signal.aborted) setTimeout(() => abort.abort(), round * 3);
        }
      };
      await expect(read()).rejects.toThrow(Cancelled);
      await stream.close();
    }
    // Pools of the decoder and of Node may have grown by a thread meanwhile; eight streams that stay would be eight.
    await backTo(before + 3);
  });

  it('is gone when the reader leaves', async () => {
    const before = threads();
    const stream = await tileSlide(CMU_SVS, RECIPE, { batchSize: 2, signal: never() });
    for await (const batch of stream.batches) if (batch.count > 0) break;
    await backTo(before);
  });

  // Other processes take the core away at times; a main thread that computes is slow every time.
  it('leaves the event loop alone', { retry: 3 }, async () => {
    const histogram = monitorEventLoopDelay({ resolution: 2 });
    const stream = await tileSlide(large, { ...RECIPE, maxTiles: 200 }, { batchSize: 16, signal: never() });
    // Measured while tiles are cut; the start of a thread is measured by nobody's request.
    histogram.enable();
    const idle = performance.eventLoopUtilization();
    const tiles = (await collect(stream)).reduce((sum, batch) => sum + batch.count, 0);
    histogram.disable();
    expect(performance.eventLoopUtilization(idle).utilization).toBeLessThan(0.2);
    expect(tiles).toBe(200);
    expect(histogram.percentile(99) / 1e6).toBeLessThan(10);
  });

  it('does not run ahead of a slow reader: memory does not grow with the slide', async () => {
    const recipe = { ...RECIPE, tissueMask: { workingMpp: 8, filters: [] } };
    const stream = await tileSlide(large, recipe, { batchSize: 32, signal: never() });
    expect(stream.plan.sampledTiles).toBe(4000);
    const batches = stream.batches[Symbol.asyncIterator]();
    await batches.next();
    await delay(300);
    const before = process.memoryUsage().rss;
    // Unread, all tiles are 602 MB; one batch is 5 MB.
    await delay(1500);
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20);
    for (let i = 0; i < 10; i++) await batches.next();
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 2 ** 20);
    await batches.return?.();
  });

  it('tells of a broken tile at the batch that needs it', async () => {
    const tiles = [await colourTile(256, [200, 100, 150])];
    const image = { widthPx: 1024, heightPx: 1024, tileEdgePx: 256, tiles, entries: HALF_MICROMETRE };
    const small = { ...image, widthPx: 64, heightPx: 64 };
    const lengths = Array.from({ length: 16 }, (_, i) => (i === 15 ? 0 : (tiles[0]?.length ?? 0)));
    const broken = { ...image, entries: [...HALF_MICROMETRE, { tag: 325, type: 4, values: lengths } as const] };
    const path = scratch.write('broken.tif', buildPyramid({ images: [broken, small] }));
    const recipe = { ...RECIPE, tissueMask: { workingMpp: 8, filters: [] } };
    const stream = await tileSlide(path, recipe, { batchSize: 1, signal: never() });
    const read: number[] = [];
    const reading = (async () => {
      for await (const batch of stream.batches) read.push(...batch.coords);
    })();
    await expect(reading).rejects.toThrow(SlideUnreadable);
    expect(read).toEqual([0, 0, 224, 0, 448, 0, 0, 224, 224, 224, 448, 224, 0, 448, 224, 448]);
  });
});

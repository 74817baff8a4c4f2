import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CMU_SVS, never, RECIPE } from './spec-support/fixtures.js';
import { tileSlide, type TileStream } from './tile-slide.js';

const stream = (): Promise<TileStream> => tileSlide(CMU_SVS, RECIPE, { batchSize: 4, signal: never() });
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('memory of tiles that was given back', () => {
  it('holds the same bytes of later tiles, and no longer belongs to the reader', async () => {
    const untouched: string[] = [];
    for await (const { tiles } of (await stream()).batches) untouched.push(digestOf(tiles));
    const { batches, recycle } = await stream();
    const recycled: string[] = [];
    for await (const batch of batches) {
      recycled.push(digestOf(batch.tiles));
      recycle(batch);
      expect(batch.tiles.byteLength).toBe(0);
    }
    expect(untouched.length).toBeGreaterThan(3);
    expect(new Set(untouched).size).toBe(untouched.length);
    expect(recycled).toEqual(untouched);
  });
});

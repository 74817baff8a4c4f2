import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileBlobStore } from '#gateway/blob-store';
import { matchSpots } from './measurement/match-spots.js';
import { writeMap } from './map-writer.js';
import type { MapPiece } from './per-tile-rows.js';

describe('a map that is cancelled', () => {
  it('stops between two pieces, and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-maps-'));
    const blobs = await FileBlobStore.open(folder);
    const abort = new AbortController();
    let made = 0;
    async function* pieces(): AsyncGenerator<MapPiece> {
      for (; made < 1000; made += 1) yield { rows: new Float32Array(4000), tiles: 2, valuedTiles: 2 };
    }
    const options = { layerCount: 2000, datatype: 'FP32' } as const;
    const writing = writeMap(blobs, pieces(), options, abort.signal, (done) => done >= 600 && abort.abort());
    await expect(writing).rejects.toThrow();
    expect(made).toBeLessThan(310);
    expect(await readdir(folder)).toEqual(['drafts']);
    expect(await readdir(join(folder, 'drafts'))).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe('the tile of a spot', () => {
  const tiles = {
    corners: Int32Array.of(0, 0, 50, 0, 100, 0, 400, 400),
    tileEdgePx: 100,
    isValued: (tile: number): boolean => tile !== 1,
  };

  it('is the nearest one with a value that the spot lies in, and there is none where nobody knows', () => {
    // Centres of the tiles: 50, 100 (without a value) and 150 in x, 50 in y; and 450, 450.
    const centres = Float64Array.of(101, 50, 90, 60, 220, 50, 449, 401);
    const { spots, tiles: found, farthestPx } = matchSpots({ centres, spotDiameterPx: null }, tiles, 'NEAREST_TILE');
    expect([...spots]).toEqual([0, 1, 3]);
    expect(found).toEqual([[2], [0], [3]]);
    expect(farthestPx).toBeCloseTo(Math.hypot(49, 1), 9);
  });

  it('are all those with their centre in the spot, where the mean of them is asked for', () => {
    const centres = Float64Array.of(100, 50, 450, 480);
    const within = matchSpots({ centres, spotDiameterPx: 102 }, tiles, 'TILES_WITHIN_SPOT');
    expect([[...within.spots], within.tiles]).toEqual([
      [0, 1],
      [[0, 2], [3]],
    ]);
    expect(() => matchSpots({ centres, spotDiameterPx: null }, tiles, 'TILES_WITHIN_SPOT')).toThrow('how large');
  });
});

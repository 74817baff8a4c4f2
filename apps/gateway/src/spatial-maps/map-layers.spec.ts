import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileBlobStore } from '#gateway/blob-store';
import { MapLayers, pagesOfBytes } from './map-layers.js';
import { writeMap } from './map-writer.js';
import type { MapPiece } from './per-tile-rows.js';
import { SpatialMap } from './spatial-map.entity.js';

const signal = new AbortController().signal;
const LAYERS = 9000;
const TILES = 501;
const valueAt = (tile: number, layer: number): number => (tile % 7 === 3 ? NaN : tile + layer / 16);

/** Pieces of uneven sizes, as columns of a grid are. */
async function* pieces(onRows: (rows: Float32Array) => void): AsyncGenerator<MapPiece> {
  for (let tile = 0; tile < TILES;) {
    const tiles = Math.min(1 + (tile % 23), TILES - tile);
    const first = tile;
    const rows = Float32Array.from({ length: tiles * LAYERS }, (_, at) =>
      valueAt(first + Math.floor(at / LAYERS), at % LAYERS),
    );
    onRows(rows);
    yield { rows, tiles, valuedTiles: tiles };
    tile += tiles;
  }
}

describe('a stored map', () => {
  let folder: string;
  let blobs: FileBlobStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tessera-maps-'));
    blobs = await FileBlobStore.open(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['FP32', 'FP16'] as const)('gives back every layer as it was written, in %s', async (datatype) => {
    const options = { layerCount: LAYERS, datatype };
    const written = await writeMap(
      blobs,
      pieces(() => undefined),
      options,
      signal,
      () => undefined,
    );
    const map = Object.assign(new SpatialMap(), {
      ...{ layerCount: LAYERS, tileCount: TILES, blockTiles: written.blockTiles, datatype },
      ...{ valuesBlob: written.values.digest, valuesBytes: written.values.sizeBytes },
    });
    expect(written.values.sizeBytes).toBe(LAYERS * TILES * (datatype === 'FP16' ? 2 : 4));
    const layers = new MapLayers(blobs);
    const positions = [0, 1, 2, 4711, 8998, 8999, 5];
    const found = await layers.chosen(map, positions, signal);
    positions.forEach((layer, at) => {
      const own = found.subarray(at * TILES, (at + 1) * TILES);
      own.forEach((value, tile) => {
        const wanted = valueAt(tile, layer);
        if (Number.isNaN(wanted)) expect(value).toBeNaN();
        else expect(Math.abs(value - wanted)).toBeLessThanOrEqual(datatype === 'FP16' ? wanted / 1024 : 0);
      });
    });
    const [first] = pagesOfBytes(map, 17, 90);
    expect(first).toEqual({ first: 0, count: 499, startByte: 0 });
    await expect(layers.page(map, 0, LAYERS * 3, signal)).rejects.toThrow('fewer');
  });
});

describe('5,000 tiles of 20,820 genes', () => {
  it('are written a block at a time, and never lie in memory whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tessera-maps-'));
    const blobs = await FileBlobStore.open(folder);
    const [layerCount, tileCount, atOnce] = [20_820, 5_000, 96];
    const before = process.memoryUsage();
    let most = 0;
    const look = (): void => {
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
    };
    async function* rows(): AsyncGenerator<MapPiece> {
      for (let tile = 0; tile < tileCount; tile += atOnce) {
        const tiles = Math.min(atOnce, tileCount - tile);
        yield { rows: new Float32Array(tiles * layerCount), tiles, valuedTiles: tiles };
        look();
      }
    }
    const written = await writeMap(blobs, rows(), { layerCount, datatype: 'FP16' }, signal, look);
    await rm(folder, { recursive: true, force: true });
    expect(written.values.sizeBytes).toBe(layerCount * tileCount * 2);
    // Whole it would be 416 MB; garbage that is not collected yet counts here too.
    expect(most).toBeLessThan(200e6);
  });
});

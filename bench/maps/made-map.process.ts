import { FileBlobStore } from '#gateway/blob-store';
import { MapLayers, perTileRows, SpatialMap, writeMap } from '#gateway/spatial-maps';
import { GENES, type MadeMap, TILES, valueAt } from './made-map.js';

const [folder = '', datatype = 'FP32'] = process.argv.slice(2) as [string, 'FP32' | 'FP16'];
const TILES_OF_CALL = 96;
const READS = 25;
const signal = new AbortController().signal;
const blobs = await FileBlobStore.open(folder);
const baseBytes = process.memoryUsage.rss();

const begin = performance.now();
const source = {
  features: Float32Array.from({ length: TILES }, (_, tile) => tile),
  dim: 1,
  layerCount: GENES,
  order: Uint32Array.from({ length: TILES }, (_, tile) => tile),
  ask: (rows: Float32Array, count: number): Promise<Float32Array> => {
    const values = new Float32Array(count * GENES);
    for (let row = 0; row < count; row += 1)
      for (let gene = 0; gene < GENES; gene += 1) values[row * GENES + gene] = valueAt(rows[row] ?? NaN, gene);
    return Promise.resolve(values);
  },
};
const options = { layerCount: GENES, datatype };
const written = await writeMap(blobs, perTileRows(source, TILES_OF_CALL), options, signal, () => undefined);
const writeMs = performance.now() - begin;
const peakBytes = process.resourceUsage().maxRSS * 1024;

const map = Object.assign(new SpatialMap(), {
  ...{ layerCount: GENES, tileCount: TILES, blockTiles: written.blockTiles, datatype },
  ...{ valuesBlob: written.values.digest, valuesBytes: written.values.sizeBytes },
});
const layers = new MapLayers(blobs);
const readMs: number[] = [];
for (let read = 0; read < READS; read += 1) {
  const gene = (read * 8_191) % GENES;
  const from = performance.now();
  const found = await layers.page(map, gene, 1, signal);
  readMs.push(performance.now() - from);
  check(found, gene);
}
const from = performance.now();
const hundred = await layers.page(map, 1_000, 100, signal);
const hundredMs = performance.now() - from;
for (let gene = 0; gene < 100; gene += 1) check(hundred.subarray(gene * TILES, (gene + 1) * TILES), 1_000 + gene);
const made: MadeMap = {
  ...{ datatype, wholeBytes: TILES * GENES * 4, storedBytes: written.values.sizeBytes },
  ...{ baseBytes, peakBytes, writeMs, readMs, hundredMs },
};
process.send?.(made);

function check(found: Float32Array, gene: number): void {
  if (found.length !== TILES) throw new Error('another number of tiles');
  found.forEach((value, tile) => {
    const wanted = valueAt(tile, gene);
    if (!Object.is(value, wanted)) throw new Error(`gene ${gene}, tile ${tile}: ${value}, and ${wanted} was written`);
  });
}

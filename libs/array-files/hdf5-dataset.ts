import type { Dataset } from 'h5wasm/node';
import { ArtifactInvalid } from '#libs/errors';
import type { Hdf5Module } from './hdf5-file.js';

const BLOCK_BYTES = 16 * 1024 * 1024;
const CHUNK_LIMIT_BYTES = 256 * 1024 * 1024;
const MAX_EXPANSION = 1_000;
// https://github.com/HDFGroup/hdf5_plugins/blob/master/docs/RegisteredFilterPlugins.md: gzip, shuffle, fletcher32, scale-offset; LZF of h5py.
const COMPRESSORS: ReadonlySet<number> = new Set([1, 32_000]);
const OTHER_FILTERS: ReadonlySet<number> = new Set([2, 3, 6]);

/**
 * Checks how a dataset is stored, before a byte of it is read.
 * @param fileBytes size of the file on disk
 * @throws ArtifactInvalid for a virtual dataset, a declared size over 1,000 x the file, chunks over 256 MiB, and filters that are unknown or repeated
 */
export function checkStorage(dataset: Dataset, fileBytes: number): void {
  const { virtual_sources: virtualSources, total_size: elements, size, chunks } = dataset.metadata;
  if (virtualSources) throw new ArtifactInvalid('it has a virtual dataset, which takes data from other files');
  if (elements * size > fileBytes * MAX_EXPANSION)
    throw new ArtifactInvalid(`it declares over ${MAX_EXPANSION} times the data that it stores`);
  if (chunks && chunks.reduce((product, edge) => product * edge, size) > CHUNK_LIMIT_BYTES)
    throw new ArtifactInvalid('it is stored in chunks of more than 256 MiB');
  const filters = dataset.filters.map((filter) => filter.id);
  if (filters.some((id) => !COMPRESSORS.has(id) && !OTHER_FILTERS.has(id)))
    throw new ArtifactInvalid('it is stored with a filter other than gzip, lzf, shuffle, fletcher32 and scale-offset');
  // Compression of compressed data is how a small file becomes a large one.
  if (filters.filter((id) => COMPRESSORS.has(id)).length > 1)
    throw new ArtifactInvalid('it is compressed more than once');
}

/**
 * Reads a checked two-dimensional dataset in blocks of rows of about 16 MiB. h5wasm's own reader knows no float16, so the bytes are taken from the library's heap.
 * @param onRows gets a private copy of the little-endian bytes of consecutive rows (the library turns big-endian round), and the number of the first row
 * @throws ArtifactInvalid when the library cannot read them
 */
export function readRows(
  module: Hdf5Module,
  dataset: Dataset,
  onRows: (bytes: Uint8Array<ArrayBuffer>, firstRow: number) => void,
): void {
  const { shape, size, chunks } = dataset.metadata;
  const [count = 0, width = 0] = shape ?? [];
  const rowBytes = width * size;
  const chunkRows = chunks?.[0] ?? 1;
  const bandBytes = Math.min(chunkRows, count) * rowBytes;
  if (bandBytes > CHUNK_LIMIT_BYTES) throw new ArtifactInvalid('one row of its chunks is more than 256 MiB');
  // Whole rows of chunks: the library forgets a chunk between calls, and a cut one would be decompressed twice.
  const blockRows = Math.min(count, chunkRows * Math.max(1, Math.floor(BLOCK_BYTES / (chunkRows * rowBytes))));
  const pointer = module._malloc(blockRows * rowBytes);
  if (pointer === 0) throw new ArtifactInvalid('its data do not fit into the memory of the HDF5 library');
  for (let row = 0; row < count; row += blockRows) {
    const rows = Math.min(blockRows, count - row);
    const status = module.get_dataset_data(
      dataset.file_id,
      dataset.path,
      [BigInt(rows), BigInt(width)],
      [BigInt(row), 0n],
      [1n, 1n],
      BigInt(pointer),
    );
    if (status < 0) throw new ArtifactInvalid('the HDF5 library cannot read its data; it is damaged');
    onRows(Uint8Array.from(module.HEAPU8.subarray(pointer, pointer + rows * rowBytes)), row);
  }
  module._free(pointer);
}

import { parentPort } from 'node:worker_threads';
import { ArrowVectors } from './vectors-arrow.js';
import type { VectorsFileOptions, VectorsFileOrder, VectorRowsBatch } from './vectors-file.types.js';
import { Hdf5Vectors, writeSlideHdf5 } from './vectors-hdf5.js';
import { ParquetVectors } from './vectors-parquet.js';
import { PlainVectors } from './vectors-plain.js';

// Started by vectors-file.ts, for one file; it answers each order when it is carried out.

/** A file that is written row by row. */
interface VectorsWriter {
  append(batch: VectorRowsBatch): Promise<void>;
  finish(): Promise<void>;
}

let writer: VectorsWriter | undefined;

// The type of messages is a contract with vectors-file.ts, in this folder. A rejection ends the thread with its error.
parentPort?.on('message', (order: VectorsFileOrder) => {
  void carryOut(order).then(() => parentPort?.postMessage('done'));
});

async function carryOut(order: VectorsFileOrder): Promise<void> {
  if (order.kind === 'OPEN') writer = await opened(order.path, order.options);
  else if (order.kind === 'APPEND') await writer?.append(order.batch);
  else if (order.kind === 'SLIDE') await writeSlideHdf5(order.path, order.slide);
  else await writer?.finish();
}

async function opened(path: string, options: VectorsFileOptions): Promise<VectorsWriter> {
  switch (options.format) {
    case 'ARROW':
      return new ArrowVectors(path, options);
    case 'PARQUET':
      return new ParquetVectors(path, options);
    case 'HDF5':
      return Hdf5Vectors.open(path, options);
    default:
      return new PlainVectors(path, options);
  }
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import type { SlideVectorFile, VectorRowsBatch, VectorsFileOptions, VectorsFileOrder } from './vectors-file.types.js';

/** How long a file may take, and what ends it before. */
export interface VectorsFileLimits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Writes vectors with what they are of into a file, in a worker thread, some rows at a time: memory does not grow with their number. The same rows give the same bytes.
 *
 * npy: `[rows, dimension]`. safetensors: one tensor `embeddings`. Arrow IPC stream and Parquet: columns `item`, `slide`, `patient` (and `marker` for markers, `x` and `y` for tiles and cells) and `embedding`, a list of
 * `dimension` numbers. HDF5: datasets `features` `[rows, dimension]`, `items`, `slides`, `patients` (empty where not known; and `markers`, `x`, `y`).
 * @param path of the file, which is made or overwritten
 * @param batches all rows, in their order; each batch's memory is handed over
 * @throws Cancelled, DeadlineExceeded
 */
export async function writeVectorsFile(
  path: string,
  options: VectorsFileOptions,
  batches: AsyncIterable<VectorRowsBatch>,
  limits: VectorsFileLimits,
): Promise<void> {
  await inThread(limits, async (tell) => {
    await tell({ kind: 'OPEN', path, options });
    for await (const batch of batches) await tell({ kind: 'APPEND', batch });
    await tell({ kind: 'FINISH' });
  });
}

/**
 * Writes the embedding of one slide as TRIDENT does (mahmoodlab/TRIDENT, slide features): HDF5 with `features` `[dimension]` and `coords` `[tiles, 2]`.
 * @throws Cancelled, DeadlineExceeded
 */
export async function writeSlideVectorFile(
  path: string,
  slide: SlideVectorFile,
  limits: VectorsFileLimits,
): Promise<void> {
  await inThread(limits, (tell) => tell({ kind: 'SLIDE', path, slide }));
}

type Tell = (order: VectorsFileOrder) => Promise<void>;

async function inThread({ signal, timeoutMs }: VectorsFileLimits, work: (tell: Tell) => Promise<void>): Promise<void> {
  if (signal.aborted) throw new Cancelled({ cause: signal.reason });
  const timeout = AbortSignal.timeout(timeoutMs);
  const ended = AbortSignal.any([signal, timeout]);
  const worker = new Worker(new URL('./vectors-file.worker.js', import.meta.url), { env: {}, execArgv: [] });
  try {
    await work(async (order) => {
      worker.postMessage(order, order.kind === 'APPEND' ? transferable(order.batch) : []);
      // An error of the thread rejects it.
      await once(worker, 'message', { signal: ended });
    });
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}

function transferable({ vectors: { buffer } }: VectorRowsBatch): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import type { KMeansSettings } from './k-means.js';

/** What the worker is given. */
export interface ClusterMeansTask {
  readonly rows: Float32Array;
  readonly dim: number;
  readonly settings: KMeansSettings;
}

/**
 * As kMeans, in a worker thread that ends with it: 4,000 rows of 1,024 numbers take seconds.
 * @throws Cancelled, DeadlineExceeded; RangeError as kMeans
 */
export async function clusterMeans(
  task: ClusterMeansTask,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Float32Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(new URL('./cluster-means.worker.js', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
  });
  try {
    const [means]: Float32Array[] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    if (!means) throw new Error('the clustering worker ended without an answer');
    return means;
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}

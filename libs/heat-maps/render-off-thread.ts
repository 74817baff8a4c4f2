import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import { type HeatMapInput, type RgbaImage } from './render-heat-map.js';

/**
 * As renderHeatMap, in a worker thread: a large map takes tens of milliseconds, which an event loop does not have.
 * @throws Cancelled, DeadlineExceeded, and what renderHeatMap throws, as a plain Error
 */
export async function renderHeatMapOffThread(
  input: HeatMapInput,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<RgbaImage> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(new URL('./heat-map.worker.js', import.meta.url), { workerData: input });
  try {
    const [image] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    return image as RgbaImage;
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}

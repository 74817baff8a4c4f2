import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import { percentileRanks } from './ranks.js';
import { type HeatMapInput, type RgbaImage } from './render-heat-map.js';

interface Limits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Ranked in little more than a millisecond, which is less than a thread takes to start. */
const RANKED_HERE = 2_048;

/**
 * As renderHeatMap, in a worker thread: a large map takes tens of milliseconds, which an event loop does not have.
 * @throws Cancelled, DeadlineExceeded, and what renderHeatMap throws, as a plain Error
 */
export async function renderHeatMapOffThread(input: HeatMapInput, limits: Limits): Promise<RgbaImage> {
  return (await answerOf(new URL('./heat-map.worker.js', import.meta.url), input, limits)) as RgbaImage;
}

/**
 * As percentileRanks in single precision; more than 2,048 values in a worker thread: 100,000 take a tenth of a second.
 * @param values NaN means missing; not changed
 * @throws Cancelled, DeadlineExceeded
 */
export async function percentileRanksOffThread(values: Float32Array, limits: Limits): Promise<Float32Array> {
  if (values.length <= RANKED_HERE) return Float32Array.from(percentileRanks(values));
  return (await answerOf(new URL('./ranks.worker.js', import.meta.url), values, limits)) as Float32Array;
}

async function answerOf(file: URL, workerData: unknown, { signal, timeoutMs }: Limits): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(file, { workerData });
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) })) as [unknown];
    return answer;
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}

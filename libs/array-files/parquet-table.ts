import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';

/**
 * A table as a Parquet file, made in a worker thread: the first column as text, all others as float64.
 * @param table UTF-8 text of this project's own making: a heading with different names, a row a line, tabs between, numbers in all columns but the first
 * @throws Cancelled, DeadlineExceeded
 */
export async function parquetOfTable(
  table: Uint8Array,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(new URL('./parquet-table.worker.js', import.meta.url), {
    workerData: table,
    env: {},
    execArgv: [],
  });
  try {
    const [bytes] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    return bytes as Uint8Array;
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
  }
}

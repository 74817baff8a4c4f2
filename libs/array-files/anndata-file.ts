import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import type { AnnDataContent, AnnDataTask } from './anndata-file.types.js';

/**
 * An AnnData file (`.h5ad`, the on-disk format of anndata 0.8 and later) with places in `obsm/spatial`, written in a worker thread. `X` is `[observations, variables]` float32.
 * @param content every index name once; `spatial` `[observations, 2]`
 * @throws Cancelled, DeadlineExceeded
 */
export async function writeAnnData(
  content: AnnDataContent,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const folder = await mkdtemp(join(tmpdir(), 'tessera-h5ad-'));
  const task: AnnDataTask = { path: join(folder, 'map.h5ad'), content };
  const worker = new Worker(new URL('./anndata-file.worker.js', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
  });
  try {
    await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    return await readFile(task.path);
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    throw signal.aborted ? new Cancelled({ cause: signal.reason }) : error;
  } finally {
    await worker.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

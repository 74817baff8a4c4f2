import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ArtifactInvalid, Cancelled, DeadlineExceeded } from '#libs/errors';
import type { SpatialSample, SpatialSampleFiles, SpatialSampleOutcome } from './spatial-sample.types.js';

/**
 * Reads a spatial transcriptomics sample in a worker thread: a pair of tables (spots a row, genes a column, and where each spot is, joined by `XxY`), an AnnData file with `obsm/spatial`, or
 * the parts of a 10x Visium folder (Space Ranger 1 to 3). Spots that lack a place or numbers are left out of both.
 * @param files paths that the caller has checked against the allowed roots
 * @throws ArtifactInvalid for files that cannot be read or joined; Cancelled, DeadlineExceeded
 */
export async function readSpatialSample(
  files: SpatialSampleFiles,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<SpatialSample> {
  if (signal.aborted) throw new Cancelled();
  const timeout = AbortSignal.timeout(timeoutMs);
  const worker = new Worker(new URL('./spatial-sample.worker.js', import.meta.url), {
    workerData: files,
    // The HDF5 library prints its error stack, with names from the file: nobody may read that in a log.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    const [outcome] = await once(worker, 'message', { signal: AbortSignal.any([signal, timeout]) });
    return sampleOf(outcome);
  } catch (error) {
    if (error instanceof ArtifactInvalid) throw error;
    if (timeout.aborted) throw new DeadlineExceeded(timeoutMs);
    if (signal.aborted) throw new Cancelled({ cause: signal.reason });
    throw new ArtifactInvalid('the reader broke down over it');
  } finally {
    await worker.terminate();
  }
}

function sampleOf(outcome: SpatialSampleOutcome): SpatialSample {
  if (outcome.kind === 'refused') throw new ArtifactInvalid(outcome.reason);
  return outcome.sample;
}

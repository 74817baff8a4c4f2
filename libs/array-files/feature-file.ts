import { Worker } from 'node:worker_threads';
import { ArtifactInvalid, Cancelled, DeadlineExceeded } from '#libs/errors';
import {
  FEATURE_FILE_LIMITS,
  type FeatureFile,
  type FeatureFileLimits,
  type FeatureFileOutcome,
  type FeatureFileTask,
} from './feature-file.types.js';

const DEADLINE_MS = 60_000;

/** How to read a feature file. */
export interface ReadFeatureFileOptions {
  /** stops the worker; the promise rejects with Cancelled */
  readonly signal: AbortSignal;
  /** 60 s when left out; then the promise rejects with DeadlineExceeded */
  readonly timeoutMs?: number;
  /** a second .npy file with the coordinates [N, 2]; only beside a .npy of features */
  readonly coordsPath?: string;
  /** tighter or wider bounds than FEATURE_FILE_LIMITS */
  readonly limits?: Partial<FeatureFileLimits>;
}

/**
 * Reads the tile features that another program stored: HDF5 in the layouts of TRIDENT, CLAM and STAMP, or a .npy matrix. What a file is,
 * its first bytes say, not its name. One worker thread reads one file and ends with it, so that no file can hold up or take down the
 * process: HDF5 runs as WebAssembly (at most 2 GiB) and can open no file but this one. How many run at once is the caller's to bound.
 *
 * Nothing is made up: coordinates that are missing are null, a unit that nobody states is null.
 * @param path a local path that the caller has already checked against the allowed roots
 * @throws ArtifactInvalid for: a file that is missing, no regular file, neither HDF5 nor .npy, damaged, changed while read or beyond
 * FEATURE_FILE_LIMITS; soft, external or user-defined links at its root; virtual datasets and data stored in other files; a declared size over 1,000 x the
 * file; unknown or repeated filters; features that are not a finite float16, float32 or float64 matrix with at least one tile; coordinates that are not
 * (N, 2); attributes of the wrong kind; a slide-level or patient-level STAMP file, or one of a STAMP newer than 2.5
 * @throws Cancelled, DeadlineExceeded
 */
export async function readFeatureFile(path: string, options: ReadFeatureFileOptions): Promise<FeatureFile> {
  const { signal, timeoutMs = DEADLINE_MS, coordsPath, limits } = options;
  if (signal.aborted) throw new Cancelled();
  const task: FeatureFileTask = { path, coordsPath: coordsPath ?? null, limits: { ...FEATURE_FILE_LIMITS, ...limits } };
  const worker = startWorker(task);
  try {
    const outcome = await outcomeOf(worker, signal, timeoutMs);
    if (outcome.kind === 'refused') throw new ArtifactInvalid(outcome.reason);
    return outcome.file;
  } finally {
    await worker.terminate();
  }
}

function startWorker(task: FeatureFileTask): Worker {
  const worker = new Worker(new URL('./feature-file.worker.js', import.meta.url), {
    workerData: task,
    // The HDF5 library prints its error stack, with names from the file: nobody may read that in a log.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function outcomeOf(worker: Worker, signal: AbortSignal, timeoutMs: number): Promise<FeatureFileOutcome> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled());
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', resolve);
    worker.once('error', () => reject(new ArtifactInvalid('the reader broke down over it')));
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Without effect when an answer came first.
      reject(new ArtifactInvalid('the reader ended without an answer'));
    });
  });
}

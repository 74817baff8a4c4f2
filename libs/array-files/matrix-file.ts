import { Worker } from 'node:worker_threads';
import { ArtifactInvalid, Cancelled, DeadlineExceeded, GeneListInvalid, GeneListTooLarge } from '#libs/errors';
import type { MatrixFile, MatrixFileFormat, MatrixFileOutcome, MatrixFileTask } from './matrix-file.types.js';

/** How to read a matrix. */
export interface ReadMatrixOptions {
  /** What its first bytes say, where it is not stated. */
  readonly format?: MatrixFileFormat | undefined;
  /** What the file is called in a refusal. */
  readonly argument: string;
  /** Stops the worker; the promise rejects with Cancelled. */
  readonly signal: AbortSignal;
  /** In milliseconds; then the promise rejects with DeadlineExceeded. */
  readonly timeoutMs: number;
  /** Told a few times a second how many bytes are read. */
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Reads an expression matrix in a worker thread that ends with it: GCT 1.2, tables with tabs or commas, Parquet, and AnnData's X. A gene a row, a sample a column (AnnData: the other
 * way round). Memory: the matrix once, and a block of the file. Nothing is left out, filled in or averaged.
 *
 * @param path a local path that the caller has already checked against the allowed roots
 * @throws GeneListInvalid with line numbers: a cell that holds no number, a gene or sample twice or without a name, a row of another width, another encoding, a GCT that is not
 * as long as it says; GeneListTooLarge beyond MATRIX_FILE_LIMITS; ArtifactInvalid for a file that cannot be opened or read; Cancelled, DeadlineExceeded
 */
export async function readMatrixFile(path: string, options: ReadMatrixOptions): Promise<MatrixFile> {
  if (options.signal.aborted) throw new Cancelled();
  const task: MatrixFileTask = { path, format: options.format ?? null };
  const worker = new Worker(new URL('./matrix-file.worker.js', import.meta.url), {
    workerData: task,
    // The HDF5 library prints its error stack, with names from the file: nobody may read that in a log.
    stdout: true,
    stderr: true,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    return fileOf(await outcomeOf(worker, options), options.argument);
  } finally {
    await worker.terminate();
  }
}

function fileOf(outcome: MatrixFileOutcome, argument: string): MatrixFile {
  switch (outcome.kind) {
    case 'read':
      return outcome.file;
    case 'problems':
      throw new GeneListInvalid(argument, outcome.problems, outcome.total);
    case 'tooLarge':
      throw new GeneListTooLarge(argument, outcome.what, outcome.found, outcome.limit);
    case 'refused':
      throw new ArtifactInvalid(outcome.reason);
    case 'progress':
      throw new ArtifactInvalid('the reader ended without an answer');
  }
}

function outcomeOf(worker: Worker, options: ReadMatrixOptions): Promise<MatrixFileOutcome> {
  const { signal, timeoutMs, onProgress } = options;
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled());
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (outcome: MatrixFileOutcome) => {
      if (outcome.kind === 'progress') onProgress?.(outcome.doneBytes, outcome.totalBytes);
      else resolve(outcome);
    });
    worker.once('error', () => reject(new ArtifactInvalid('the reader broke down over it')));
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Without effect when an answer came first.
      reject(new ArtifactInvalid('the reader ended without an answer'));
    });
  });
}

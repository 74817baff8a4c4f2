import { Worker } from 'node:worker_threads';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import type { ScoringRun } from './run-plan.js';
import type { MatrixScores, MatrixScoringOutcome, MatrixScoringTask } from './score-matrix.types.js';

/**
 * As scoreGeneSets, from stored bytes to bytes to store: not even the names are taken apart on the caller's thread.
 * @throws BadUserInput as scoreGeneSets; Cancelled, DeadlineExceeded
 */
export async function scoreMatrix(task: Omit<MatrixScoringTask, 'threads'>, run: ScoringRun): Promise<MatrixScores> {
  if (run.signal.aborted) throw new Cancelled();
  const workerData: MatrixScoringTask = { ...task, threads: run.threads ?? null };
  const worker = new Worker(new URL('./score-matrix.worker.js', import.meta.url), {
    workerData,
    env: {},
    execArgv: [],
  });
  try {
    const outcome = await outcomeOf(worker, run);
    if (outcome.kind === 'scored') return outcome.scores;
    if (outcome.kind === 'refused') throw new BadUserInput(outcome.argument, outcome.rule);
    throw new Error(outcome.kind === 'broken' ? outcome.reason : 'the scoring worker ended without an answer');
  } finally {
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, { signal, timeoutMs, onProgress }: ScoringRun): Promise<MatrixScoringOutcome> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled({ cause: signal.reason }));
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.on('message', (outcome: MatrixScoringOutcome) => {
      if (outcome.kind === 'progress') onProgress?.(outcome.done, outcome.total);
      else resolve(outcome);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      // Without effect when an answer came first.
      reject(new Error('the scoring worker ended without an answer'));
    });
  });
}

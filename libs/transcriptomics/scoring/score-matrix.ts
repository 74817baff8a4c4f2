import type { Worker } from 'node:worker_threads';
import { BadUserInput, Cancelled, DeadlineExceeded } from '#libs/errors';
import type { ScoringRun } from './run-plan.js';
import type { MatrixScores, MatrixScoringOutcome, MatrixScoringTask } from './score-matrix.types.js';
import { WaitingWorker } from './waiting-worker.js';

/** Of a matrix whose thread may wait for the next: what it was told may stay in memory until then. */
const SMALL_BYTES = 16 * 1024 * 1024;

const threads = new WaitingWorker(new URL('./score-matrix.worker.js', import.meta.url));

/**
 * As scoreGeneSets, from stored bytes to bytes to store: not even the names are taken apart on the caller's thread.
 * @throws BadUserInput as scoreGeneSets; Cancelled, DeadlineExceeded
 */
export async function scoreMatrix(task: Omit<MatrixScoringTask, 'threads'>, run: ScoringRun): Promise<MatrixScores> {
  if (run.signal.aborted) throw new Cancelled();
  const worker = threads.take();
  const told: MatrixScoringTask = { ...task, threads: run.threads ?? null };
  let isUsable = false;
  try {
    const outcome = await outcomeOf(worker, told, run);
    isUsable = outcome.kind !== 'broken' && bytesOf(task) <= SMALL_BYTES;
    if (outcome.kind === 'scored') return outcome.scores;
    if (outcome.kind === 'refused') throw new BadUserInput(outcome.argument, outcome.rule);
    throw new Error(outcome.kind === 'broken' ? outcome.reason : 'the scoring worker ended without an answer');
  } finally {
    await (isUsable ? threads.giveBack(worker) : worker.terminate());
  }
}

function bytesOf({ matrix, reference, sets }: Omit<MatrixScoringTask, 'threads'>): number {
  return matrix.values.byteLength + (reference?.values.byteLength ?? 0) + sets.byteLength;
}

function outcomeOf(
  worker: Worker,
  task: MatrixScoringTask,
  { signal, timeoutMs, onProgress }: ScoringRun,
): Promise<MatrixScoringOutcome> {
  const ended = new AbortController();
  return new Promise<MatrixScoringOutcome>((resolve, reject) => {
    const cancel = (): void => reject(new Cancelled({ cause: signal.reason }));
    const timer = setTimeout(() => reject(new DeadlineExceeded(timeoutMs)), timeoutMs);
    ended.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    signal.addEventListener('abort', cancel, { once: true, signal: ended.signal });
    worker.on('message', (outcome: MatrixScoringOutcome) => {
      if (outcome.kind === 'progress') onProgress?.(outcome.done, outcome.total);
      else resolve(outcome);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the scoring worker ended without an answer')));
    worker.postMessage(task);
  }).finally(() => ended.abort());
}

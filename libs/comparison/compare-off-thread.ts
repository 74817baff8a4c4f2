import { Worker } from 'node:worker_threads';
import { BadUserInput, Cancelled, TableInvalid } from '#libs/errors';
import type { EmbeddingPairComparison, EmbeddingTable } from './compare-embeddings.js';
import type { ProfileComparisonTask, ProfilePair } from './compare-profiles.js';
import type { ComparedScores, ComparisonOutcome, ComparisonTask } from './comparison-task.js';
import { messageOf, THREAD_LIMITS, type ThreadOptions } from './run-thread.js';

/**
 * As compareScores, and readScoreTable before it where the scores are a file, in a worker thread of its own that ends with the comparison: a bootstrap takes hundreds of
 * milliseconds. How many run at once is the caller's to bound.
 * @throws TableInvalid, BadUserInput as readScoreTable does; Cancelled, DeadlineExceeded, and then the thread is ended
 */
export async function compareOffThread(task: ComparisonTask, options: ThreadOptions): Promise<ComparedScores> {
  if (options.signal.aborted) throw new Cancelled({ cause: options.signal.reason });
  const url = new URL('./comparison.worker.js', import.meta.url);
  const worker = new Worker(url, { workerData: task, ...THREAD_LIMITS });
  const outcome = await messageOf<ComparisonOutcome>(worker, options);
  if (outcome.kind === 'compared') return outcome.compared;
  throw outcome.kind === 'table'
    ? new TableInvalid(outcome.argument, outcome.problems, outcome.total)
    : new BadUserInput(outcome.argument, outcome.rule, outcome.facts);
}

/** As compareEmbeddings, in a worker thread of its own. @throws Cancelled, DeadlineExceeded */
export async function compareEmbeddingsOffThread(
  tables: readonly EmbeddingTable[],
  neighbours: number,
  options: ThreadOptions,
): Promise<readonly EmbeddingPairComparison[]> {
  if (options.signal.aborted) throw new Cancelled({ cause: options.signal.reason });
  const url = new URL('./embeddings.worker.js', import.meta.url);
  return messageOf(new Worker(url, { workerData: { tables, neighbours }, ...THREAD_LIMITS }), options);
}

/** As compareProfiles, in a worker thread of its own. @param task its arrays may lie in shared memory, and are copied else @throws Cancelled, DeadlineExceeded */
export async function compareProfilesOffThread(
  task: ProfileComparisonTask,
  options: ThreadOptions,
): Promise<readonly ProfilePair[]> {
  if (options.signal.aborted) throw new Cancelled({ cause: options.signal.reason });
  const url = new URL('./profiles.worker.js', import.meta.url);
  return messageOf(new Worker(url, { workerData: task, ...THREAD_LIMITS }), options);
}

import { type AlignmentEvaluation, type EvaluationTask } from './evaluate-alignment.js';
import { type HeadScoring } from './head-scoring.js';
import { retrieve, type Retrieved } from './retrieve.js';
import { outcomeOf, type ThreadOptions } from './thread.js';
import { type UnitRows } from './unit-rows.js';

/** Multiplications that take about a millisecond: less than a thread takes to start. */
const AT_ONCE = 1_000_000;

/**
 * As `retrieve`; a gallery that takes longer than a millisecond is searched in a worker thread, which shares its memory where it is a SharedArrayBuffer.
 * @throws Cancelled, DeadlineExceeded
 */
export async function retrieveOffThread(
  query: Float32Array,
  gallery: UnitRows,
  scoring: HeadScoring,
  { k, ...options }: ThreadOptions & { readonly k: number },
): Promise<readonly Retrieved[]> {
  if (gallery.values.length <= AT_ONCE) return retrieve(query, gallery, scoring, k);
  const outcome = await outcomeOf({ kind: 'RETRIEVE', query, gallery, scoring, k }, options);
  return outcome.kind === 'RETRIEVED' ? outcome.found : [];
}

/** As `evaluateAlignment`, always in a worker thread: n squared times dim multiplications a gallery. @throws Cancelled, DeadlineExceeded */
export async function evaluateOffThread(task: EvaluationTask, options: ThreadOptions): Promise<AlignmentEvaluation> {
  const outcome = await outcomeOf({ kind: 'EVALUATE', ...task }, options);
  if (outcome.kind !== 'EVALUATED') throw new Error('The worker answered something else.');
  return outcome.evaluation;
}

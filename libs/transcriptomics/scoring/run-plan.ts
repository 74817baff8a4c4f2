import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import { PartScorer } from './score-part.js';
import { stagesOf, type ScoringPlan, type ScoringStage } from './scoring-plan.js';

/** How long the work may take, and how wide it may go. */
export interface ScoringRun {
  /** Ends the workers; the promise rejects with Cancelled. */
  readonly signal: AbortSignal;
  /** In milliseconds; then the promise rejects with DeadlineExceeded. */
  readonly timeoutMs: number;
  /** How many worker threads at most; never more than the machine has cores. One a core where it is not given. */
  readonly threads?: number;
  /** Little work is done on the calling thread, which may take 50 ms: for threads that have nothing else to do. */
  readonly isOwnThread?: boolean;
  /** Called as parts are done, with numbers over all stages. */
  readonly onProgress?: (done: number, total: number) => void;
}

const STEPS_OF_ORDER = 30;
const FEW_TERMS = 20_000_000;

/**
 * Does a plan's stages in worker threads that end with it. The answer stands in `plan.scores`.
 * @throws Cancelled, DeadlineExceeded; an Error where a worker breaks down
 */
export async function runPlan(plan: ScoringPlan, run: ScoringRun): Promise<void> {
  if (run.signal.aborted) throw new Cancelled();
  const stages = stagesOf(plan);
  if (run.isOwnThread === true && termsOf(plan) < FEW_TERMS) return runHere(plan, stages, run);
  const most = Math.max(...stages.map(({ count, part }) => Math.ceil(count / part)));
  const threads = Math.max(1, Math.min(run.threads ?? Infinity, availableParallelism(), most));
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL('./scoring.worker.js', import.meta.url), {
        workerData: { plan, next },
        env: {},
        execArgv: [],
      }),
  );
  const timeout = AbortSignal.timeout(run.timeoutMs);
  const signal = AbortSignal.any([run.signal, timeout]);
  try {
    const report = reporter(stages, run);
    for (const stage of stages) {
      Atomics.store(next, 0, 0);
      await Promise.all(workers.map((worker) => does(worker, stage, report, signal)));
    }
  } catch (error) {
    if (timeout.aborted) throw new DeadlineExceeded(run.timeoutMs);
    throw run.signal.aborted ? new Cancelled({ cause: run.signal.reason }) : error;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** About as many steps as the work takes: a thread that is started costs as much as some ten million. */
function termsOf({ method, genes, samples, referenceSamples }: ScoringPlan): number {
  const ofKernel = method.kind === 'GSVA' ? referenceSamples : 0;
  return genes * samples * (STEPS_OF_ORDER + ofKernel);
}

function runHere(plan: ScoringPlan, stages: readonly ScoringStage[], run: ScoringRun): void {
  const scorer = new PartScorer(plan);
  const report = reporter(stages, run);
  for (const { kind, count } of stages) {
    scorer.score(kind, 0, count);
    report(count);
  }
}

/** Resolves when a worker has found no part left of a stage; rejects when it breaks down, or when the signal ends the wait. */
function does(worker: Worker, stage: ScoringStage, report: (done: number) => void, signal: AbortSignal): Promise<void> {
  const ended = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const hear = ({ done }: { readonly done: number | null }): void => (done === null ? resolve() : report(done));
    const exit = (): void => reject(new Error('a scoring worker ended before its work did'));
    worker.on('message', hear).on('error', reject).on('exit', exit);
    const forget = (): void => void worker.off('message', hear).off('error', reject).off('exit', exit);
    ended.signal.addEventListener('abort', forget, { once: true });
    signal.addEventListener('abort', () => reject(new Cancelled({ cause: signal.reason })), {
      once: true,
      signal: ended.signal,
    });
    worker.postMessage(stage);
  }).finally(() => ended.abort());
}

function reporter(stages: readonly ScoringStage[], { onProgress }: ScoringRun): (done: number) => void {
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  let sum = 0;
  return (done) => {
    sum += done;
    onProgress?.(sum, total);
  };
}

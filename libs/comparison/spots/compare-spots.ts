import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import type { SpotsAnswer, SpotsPage, SpotsQuestion, SpotsTask } from './compare-spots.types.js';

/** Until when, and by whom it can be ended. */
export interface SpotsRun {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/**
 * Holds predictions against measured spots, gene by gene, in a worker thread: thinned to equal depth where that is asked for, log1p of counts per 10,000 after that.
 * A page of genes is in memory at a time.
 */
export class SpotComparison {
  private constructor(
    private readonly worker: Worker,
    private readonly until: AbortSignal,
    private readonly failed: (error: unknown) => Error,
    /** Spots that are compared, by their place in the sample: matched, and deep enough. */
    readonly kept: Uint32Array,
  ) {}

  /** Thins the spots, and says which are compared. @throws Cancelled, DeadlineExceeded */
  static async begin(task: SpotsTask, { signal, timeoutMs }: SpotsRun): Promise<SpotComparison> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const until = AbortSignal.any([signal, timeout]);
    const failed = (error: unknown): Error => {
      if (timeout.aborted) return new DeadlineExceeded(timeoutMs);
      if (signal.aborted) return new Cancelled({ cause: signal.reason });
      return error instanceof Error ? error : new Error(String(error));
    };
    const worker = new Worker(new URL('./compare-spots.worker.js', import.meta.url), {
      workerData: task,
      env: {},
      execArgv: [],
    });
    try {
      const [answer] = await once(worker, 'message', { signal: until });
      return new SpotComparison(worker, until, failed, keptOf(answer));
    } catch (error) {
      await worker.terminate();
      throw failed(error);
    }
  }

  /** Correlations of a page of genes. @returns `[genes, statistics]`, as SPOT_STATISTICS names them */
  async page(page: SpotsPage): Promise<Float64Array> {
    const answer = await this.ask({ kind: 'page', ...page });
    if (answer.kind !== 'page') throw new Error('the worker answered another question');
    return answer.statistics;
  }

  /** Measured values as they are compared, `[genes, kept spots]`. */
  async measured(genes: Uint32Array): Promise<Float64Array> {
    const answer = await this.ask({ kind: 'measured', genes });
    if (answer.kind !== 'measured') throw new Error('the worker answered another question');
    return answer.values;
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(question: SpotsQuestion): Promise<SpotsAnswer> {
    try {
      this.until.throwIfAborted();
      const answered = once(this.worker, 'message', { signal: this.until });
      this.worker.postMessage(question);
      const [answer] = await answered;
      return answer as SpotsAnswer;
    } catch (error) {
      throw this.failed(error);
    }
  }
}

function keptOf(answer: SpotsAnswer): Uint32Array {
  if (answer.kind !== 'kept') throw new Error('the worker answered another question');
  return answer.spots;
}

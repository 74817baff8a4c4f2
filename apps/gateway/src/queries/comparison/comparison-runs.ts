import { compareOffThread, type ComparedScores, type ComparisonTask, type ThreadOptions } from '#libs/comparison';
import { DeadlineExceeded } from '#libs/errors';
import { Turns } from '#gateway/gene-catalog';
import type { RequestContext } from '#gateway/graphql';

/** A comparison has a thread of its own, which keeps a core busy for as long as it takes. */
const MOST_AT_ONCE = 2;
/** What is left of the request's time, to write the refusal. */
const SPARE_MS = 25;

/** Runs comparisons in worker threads, few at a time. */
export class ComparisonRuns {
  private readonly turns = new Turns(MOST_AT_ONCE);

  /** @throws TableInvalid, BadUserInput, Cancelled, DeadlineExceeded */
  run(task: ComparisonTask, request: RequestContext): Promise<ComparedScores> {
    return this.inTurn(request, (options) => compareOffThread(task, options));
  }

  /** Work in a thread, when its turn comes and within the request's time. @throws Cancelled, DeadlineExceeded, and what the work throws */
  inTurn<T>({ signal, deadlineAt }: RequestContext, work: (options: ThreadOptions) => Promise<T>): Promise<T> {
    return this.turns.take(() => {
      const timeoutMs = deadlineAt - Date.now() - SPARE_MS;
      if (timeoutMs <= 0) throw new DeadlineExceeded(0);
      return work({ signal, timeoutMs });
    }, signal);
  }
}

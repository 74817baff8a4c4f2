import type { Json } from '#libs/database';
import { DeadlineExceeded } from '#libs/errors';
import type { Job, JobTools } from '#gateway/jobs';
import type { AnswerScopes } from '#gateway/pipeline';
import type { AlignmentEvaluations } from './alignment-evaluations.js';
import { evaluationQuestion } from './evaluation-question.js';

const JOB_TIMEOUT_MS = 60 * 60 * 1000;

/** Evaluates a head without the time of a request. */
export class EvaluationJobs {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly evaluations: AlignmentEvaluations,
  ) {}

  /** The job. @throws what `AlignmentEvaluations.evaluate` throws; Cancelled */
  async run({ tenant, createdBy, input }: Job, { signal, progress }: JobTools): Promise<Json> {
    const overtime = new AbortController();
    const timer = setTimeout(() => overtime.abort(new DeadlineExceeded(JOB_TIMEOUT_MS)), JOB_TIMEOUT_MS);
    try {
      const scope = this.scopes.of({
        caller: { tenant, id: createdBy },
        signal: AbortSignal.any([signal, overtime.signal]),
        deadlineAt: Date.now() + JOB_TIMEOUT_MS,
      });
      return await this.evaluations.evaluate(evaluationQuestion.parse(input), scope, progress);
    } finally {
      clearTimeout(timer);
    }
  }
}

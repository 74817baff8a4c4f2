import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Json } from '#libs/database';
import { DeadlineExceeded, type DomainError, isDomainError, ModelNotFound } from '#libs/errors';
import type { ModelRegistry, ModelVersion, RegistrySnapshot } from '#model-registry';
import type { Job, JobTools } from '#gateway/jobs';
import type { AnswerScope, AnswerScopes, InferencePipeline, Question, Task } from '#gateway/pipeline';
import type { CohortCatalog, WholeCohort } from './cohort-catalog.service.js';
import type { AskedVersions } from './cohort-answers.js';
import type { CohortFaults } from './cohort-faults.js';
import type { CohortItem, CohortMember } from './cohort-item.entity.js';
import { patientQuestion } from './patient-question.js';
import { UNKNOWN_CASE } from './unknown-case.js';
import { PredictionTally } from './prediction-tally.js';

/** What the job is given: the revision and the versions, pinned when it was asked for. */
const inputSchema = z.object({
  cohort: z.string(),
  revision: z.number().int(),
  models: z.array(z.object({ ref: z.string(), digest: z.string() })).min(1),
});

export type PredictCohortInput = z.infer<typeof inputSchema>;

/** Questions that share a scope: slides, bags and stored answers are read together, and new ones written together. */
const QUESTIONS_AT_ONCE = 48;
/** Time of so many questions; more than any one model call is allowed. */
const BATCH_MS = 120_000;
/** Before the first try, and before each further try of what may succeed later: a model server that restarts is away for some seconds. */
const WAITS_MS = [0, 2_000, 8_000] as const;

/** What is asked when a version is asked, and how. */
export interface AskedTask extends AskedVersions {
  readonly task: Task<unknown>;
}

/** What is asked of a version. @throws BadUserInput where it answers nothing about slides */
export type AskedOf = (version: ModelVersion, snapshot: RegistrySnapshot) => AskedTask;

interface CohortQuestion {
  readonly item: CohortItem;
  /** Null for all slides of a patient as one. */
  readonly member: CohortMember | null;
  /** Of all slides of a patient as one, how many there are. */
  readonly memberIndex: number;
  readonly asked: AskedTask;
}

interface Failed {
  readonly question: CohortQuestion;
  readonly error: DomainError;
}

/**
 * Asks versions about every item of a cohort, by the road of all questions. Answers are named by what was asked, so a job that was killed and runs
 * again asks no model twice: what it finds stored, it takes. An item that cannot be answered leaves its fault and holds up no other.
 */
export class PredictCohort {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly faults: CohortFaults,
    private readonly registry: ModelRegistry,
    private readonly road: { readonly pipeline: InferencePipeline; readonly scopes: AnswerScopes },
  ) {}

  /**
   * The job.
   * @param askedOf what is asked of a version; throws where it answers nothing about slides
   * @throws NotFound, ModelNotFound, StoreUnavailable, Cancelled
   */
  async run(job: Job, tools: JobTools, askedOf: AskedOf): Promise<Json> {
    const { cohort: id, revision, models } = inputSchema.parse(job.input);
    const cohort = await this.catalog.whole(job.tenant, id, revision);
    const versions = models.map((model) => this.versionOf(model));
    await this.faults.clear(
      cohort.revision,
      versions.map(({ digest }) => digest),
    );
    const tally = new PredictionTally(versions, ({ done, total }) =>
      tools.progress({ stage: 'predicting', done, total }),
    );
    const snapshot = this.registry.snapshot();
    const asked = versions.map((version) => askedOf(version, snapshot));
    let open = questionsOf(cohort, asked);
    tally.begin(open.length);
    for (const [index, waitMs] of WAITS_MS.entries()) {
      if (open.length === 0) break;
      await sleep(waitMs, undefined, { signal: tools.signal });
      const isLast = index === WAITS_MS.length - 1;
      open = await this.pass(open, job, { tools, tally, isLast });
    }
    return { cohort: id, revision, models: tally.result() };
  }

  /** @returns the questions that are worth another try */
  private async pass(
    questions: readonly CohortQuestion[],
    job: Job,
    { tools, tally, isLast }: { readonly tools: JobTools; readonly tally: PredictionTally; readonly isLast: boolean },
  ): Promise<readonly CohortQuestion[]> {
    const again: CohortQuestion[] = [];
    for (let from = 0; from < questions.length; from += QUESTIONS_AT_ONCE) {
      const failed = await this.batch(questions.slice(from, from + QUESTIONS_AT_ONCE), job, tools, tally);
      const isOver = ({ error }: Failed): boolean => isLast || !error.isRetryable;
      const over = failed.filter(isOver);
      again.push(...failed.filter((one) => !isOver(one)).map(({ question }) => question));
      await this.faults.add(over.map((one) => faultOf(one, job)));
      for (const { question, error } of over) tally.failed(question.asked.version, error.code);
    }
    return again;
  }

  private async batch(
    questions: readonly CohortQuestion[],
    job: Job,
    { signal }: JobTools,
    tally: PredictionTally,
  ): Promise<readonly Failed[]> {
    const overtime = new AbortController();
    const timer = setTimeout(() => overtime.abort(new DeadlineExceeded(BATCH_MS)), BATCH_MS);
    const scope = this.road.scopes.of({
      caller: { tenant: job.tenant, id: job.createdBy },
      signal: AbortSignal.any([signal, overtime.signal]),
      deadlineAt: Date.now() + BATCH_MS,
    });
    try {
      const asked = await Promise.all(questions.map((question) => this.ask(question, scope, tally)));
      signal.throwIfAborted();
      return asked.filter((failed) => failed !== null);
    } finally {
      clearTimeout(timer);
    }
  }

  private async ask(question: CohortQuestion, scope: AnswerScope, tally: PredictionTally): Promise<Failed | null> {
    const { asked } = question;
    const { pipeline } = this.road;
    try {
      const answers = asked.versions.map((version) =>
        pipeline.answer(questionTo(version, question), UNKNOWN_CASE, asked.task, scope),
      );
      const answered = await Promise.all(answers);
      const isReused = answered.every(({ provenance }) => provenance.isReused);
      tally.answered(asked.version, isReused);
      return null;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { question, error };
    }
  }

  /** The very version that was asked for. Another process may have accepted it a moment ago. @throws ModelNotFound */
  private versionOf({ ref, digest }: PredictCohortInput['models'][number]): ModelVersion {
    const versions = this.registry.snapshot().byDigest(digest);
    const version = versions.find((candidate) => candidate.ref === ref) ?? versions[0];
    if (!version) throw new ModelNotFound('models');
    return version;
  }
}

/** Item by item, all versions of one together: its features are then read once. */
function questionsOf({ items }: WholeCohort, versions: readonly AskedTask[]): readonly CohortQuestion[] {
  return items.flatMap((item) => {
    const single = item.members.flatMap((member, memberIndex) =>
      versions.map((asked) => ({ item, member, memberIndex, asked })),
    );
    const joining = versions.filter(({ version }) => patientQuestion(item, version) !== null);
    const memberIndex = item.members.length;
    return [...single, ...joining.map((asked) => ({ item, member: null, memberIndex, asked }))];
  });
}

function questionTo(version: ModelVersion, { item, member, asked }: CohortQuestion): Question {
  if (member) return { slideId: member.slideId, region: member.region, features: null, model: version.ref };
  const question = patientQuestion(item, asked.version);
  if (!question) throw new Error('the item was expected to have several slides');
  return { ...question, model: version.ref };
}

function faultOf({ question: { item, memberIndex, asked }, error }: Failed, { id }: Job) {
  const { tenant, cohortId, revision, position } = item;
  const facts: Json = JSON.parse(JSON.stringify(error.facts));
  const { code, message } = error;
  return {
    ...{ tenant, cohortId, revision, position, member: memberIndex, modelDigest: asked.version.digest },
    ...{ code, message, facts, jobId: id, createdAt: new Date() },
  };
}

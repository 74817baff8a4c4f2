import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { PredictCohortInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { type ModelVersion, parseModelRef } from '#model-registry';
import { CohortCatalog } from '#gateway/cohorts';
import { type RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { AnswerScopes } from '#gateway/pipeline';
import { cohortTaskOf } from './cohort-tasks.js';

const MOST_MODELS = 8;

/** Predictions over whole cohorts. */
@Resolver()
export class PredictCohortResolver {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly scopes: AnswerScopes,
    private readonly queue: JobQueue,
  ) {}

  @Mutation('predictCohort')
  async predictCohort(@Args('input') input: PredictCohortInput, @Context() request: RequestContext): Promise<Job> {
    const { tenant, id: caller } = request.caller;
    const versions = await this.versionsOf(input.models, request);
    const found = await this.catalog.revision(tenant, input.cohort, input.revision ?? null);
    if (!found) throw new NotFound('cohort');
    const models = versions.map(({ ref, digest }) => ({ ref, digest }));
    const asked = { cohort: found.id, revision: found.revision, models };
    return this.queue.enqueue(tenant, 'PREDICT_COHORT', asked, caller);
  }

  /** Each version once, however often and under whatever name it was given. */
  private async versionsOf(refs: readonly string[], request: RequestContext): Promise<readonly ModelVersion[]> {
    if (refs.length < 1 || refs.length > MOST_MODELS)
      throw new BadUserInput('input.models', `must be 1 to ${MOST_MODELS}`);
    const scope = this.scopes.of(request);
    const versions = refs.map((ref) => scope.snapshot.resolve(parseModelRef(ref), 'input.models'));
    const different = [...new Map(versions.map((version) => [version.digest, version])).values()];
    for (const version of different) {
      scope.note(version);
      cohortTaskOf(version.card);
      await scope.licences.admit(version);
    }
    return different;
  }
}

import { z } from 'zod';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ModelRegistry } from '#model-registry';
import { ERROR_CODES, NotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { FeatureStore } from '#gateway/feature-store';
import { type Job, JobQueue } from '#gateway/jobs';
import { toFeatureBag } from '../features/index.js';
import { checkPageSize, connectionOf } from '../paging.js';

/** Jobs: watching and cancelling. */
@Resolver('Job')
export class JobResolver {
  constructor(
    private readonly queue: JobQueue,
    private readonly features: FeatureStore,
    private readonly registry: ModelRegistry,
  ) {}

  @Query('job')
  async job(@Args('id') id: string, @Context() { caller }: RequestContext): Promise<Job> {
    return (await this.queue.byId(caller.tenant, id)) ?? Promise.reject(new NotFound('job'));
  }

  @Query('jobs')
  async jobs(@Args('first') first: number, @Args('after') after: string | null, @Context() { caller }: RequestContext) {
    checkPageSize(first);
    return connectionOf(await this.queue.page(caller.tenant, { first, after }));
  }

  @Mutation('cancelJob')
  cancelJob(@Args('id') id: string, @Context() { caller }: RequestContext): Promise<Job> {
    return this.queue.cancel(caller.tenant, id);
  }

  @ResolveField('featureBag')
  async featureBag(@Parent() job: Job) {
    const digest = bagDigestOf(job.result);
    const bag = digest === null ? null : await this.features.byDigest(job.tenant, digest);
    return bag ? toFeatureBag(bag) : null;
  }

  @ResolveField('registration')
  registration(@Parent() { kind, result }: Job) {
    if (kind !== 'REGISTER_MODEL_VERSION' || result === null) return null;
    const { data } = registration.safeParse(result);
    // A worker of another process wrote it, and who asks here is about to ask for the version.
    const written = data?.write;
    const isKnown = written && this.registry.snapshot().find(written.source, written.name, written.version);
    if (written && !isKnown) this.registry.hint(written.source);
    return result;
  }

  @ResolveField('cohortPrediction')
  cohortPrediction(@Parent() { kind, result }: Job) {
    return kind === 'PREDICT_COHORT' ? result : null;
  }

  @ResolveField('error')
  error(@Parent() { error }: Job) {
    return error ? { ...error, retryable: isKnown(error.code) && ERROR_CODES[error.code].retryable } : null;
  }

  @ResolveField('createdAt')
  createdAt(@Parent() job: Job): string {
    return job.createdAt.toISOString();
  }

  @ResolveField('startedAt')
  startedAt(@Parent() job: Job): string | null {
    return job.startedAt?.toISOString() ?? null;
  }

  @ResolveField('finishedAt')
  finishedAt(@Parent() job: Job): string | null {
    return job.finishedAt?.toISOString() ?? null;
  }
}

const registration = z.object({
  write: z.object({ source: z.string(), name: z.string(), version: z.string() }).nullable(),
});

function bagDigestOf(result: Job['result']): string | null {
  const isMade = typeof result === 'object' && result !== null && 'bagDigest' in result;
  return isMade && typeof result.bagDigest === 'string' ? result.bagDigest : null;
}

function isKnown(code: string): code is keyof typeof ERROR_CODES {
  return code in ERROR_CODES;
}

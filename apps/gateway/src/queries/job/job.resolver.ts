import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
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

function bagDigestOf(result: Job['result']): string | null {
  const isMade = typeof result === 'object' && result !== null && 'bagDigest' in result;
  return isMade && typeof result.bagDigest === 'string' ? result.bagDigest : null;
}

function isKnown(code: string): code is keyof typeof ERROR_CODES {
  return code in ERROR_CODES;
}

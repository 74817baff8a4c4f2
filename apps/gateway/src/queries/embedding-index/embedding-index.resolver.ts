import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { IndexEmbeddingsInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { CohortCatalog } from '#gateway/cohorts';
import { EmbeddingCatalog, indexableEmbeddingOf, RequestIndex, wholeRefOf } from '#gateway/embeddings';
import { type RequestContext } from '#gateway/graphql';
import { type Job } from '#gateway/jobs';
import { AnswerScopes } from '#gateway/pipeline';
import { toEmbeddingIndex } from './to-embedding-index.js';

/** Embedding indexes: making and listing them. */
@Resolver('Job')
export class EmbeddingIndexResolver {
  constructor(
    private readonly catalog: EmbeddingCatalog,
    private readonly cohorts: CohortCatalog,
    private readonly requests: RequestIndex,
    private readonly scopes: AnswerScopes,
  ) {}

  @Mutation('indexEmbeddings')
  async indexEmbeddings(@Args('input') input: IndexEmbeddingsInput, @Context() request: RequestContext): Promise<Job> {
    const scope = this.scopes.of(request);
    const { version, ref } = wholeRefOf(scope.snapshot, input.model, 'input.model');
    scope.note(version);
    indexableEmbeddingOf(version.card);
    await scope.licences.admit(version);
    const { cohort, slides } = input;
    if ((typeof cohort === 'string') === Array.isArray(slides))
      throw new BadUserInput('input', 'must have `cohort` or `slides`, and not both');
    return slides
      ? this.requests.requestList(request.caller, ref, version, slides)
      : this.requests.request(request.caller, ref, version, cohort ?? '');
  }

  @Query('embeddingIndexes')
  async embeddingIndexes(@Args('cohort') cohort: string, @Context() { caller }: RequestContext) {
    if (!(await this.cohorts.revision(caller.tenant, cohort))) throw new NotFound('cohort');
    const states = await this.catalog.statesOf(await this.catalog.ofCohort(caller.tenant, cohort));
    return states.map(toEmbeddingIndex);
  }

  @ResolveField('embeddingIndex')
  async embeddingIndex(@Parent() { kind, tenant, input }: Job) {
    const id = typeof input === 'object' && input !== null && 'index' in input ? input.index : null;
    if (kind !== 'INDEX_EMBEDDINGS' || typeof id !== 'string') return null;
    const [state] = await this.catalog.statesOf([await this.catalog.byId(tenant, id)]);
    return state ? toEmbeddingIndex(state) : null;
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { CreateCohortInput } from '#graphql/generated/schema-types';
import { NotFound } from '#libs/errors';
import { CohortCatalog, type CohortMember, type CohortRevision, CreateCohort } from '#gateway/cohorts';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { checkPageSize, connectionOf } from '../paging.js';
import { connectionAt, positionsOf } from '../position-page.js';
import { toCohortItem } from './to-cohort-item.js';

const MOST_ITEMS = 100;

/** Cohorts: stating them, finding them. */
@Resolver('Cohort')
export class CohortResolver {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly creation: CreateCohort,
  ) {}

  @Query('cohort')
  async cohort(
    @Args('id') id: string,
    @Args('revision') revision: number | null,
    @Context() { caller }: RequestContext,
  ): Promise<CohortRevision> {
    const found = await this.catalog.revision(caller.tenant, id, revision ?? null);
    if (!found) throw new NotFound('cohort');
    return found;
  }

  @Query('cohorts')
  async cohorts(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { caller: { tenant } }: RequestContext,
  ) {
    checkPageSize(first);
    const page = connectionOf(await this.catalog.page(tenant, { first, after }));
    return { ...page, totalCount: () => this.catalog.count(tenant) };
  }

  @Mutation('createCohort')
  createCohort(
    @Args('input') input: CreateCohortInput,
    @Context() { caller }: RequestContext,
  ): Promise<CohortRevision> {
    const {
      id,
      name,
      description = null,
      source = null,
      licence = null,
      unit = 'SLIDE',
      csv,
      expectedRevision = null,
    } = input;
    return this.creation.create({ id, name, description, source, licence, unit, csv, expectedRevision }, caller);
  }

  @ResolveField('createdAt')
  createdAt(@Parent() { createdAt }: CohortRevision): string {
    return createdAt.toISOString();
  }

  @ResolveField('revisions')
  revisions(@Parent() { tenant, id }: CohortRevision): Promise<readonly CohortRevision[]> {
    return this.catalog.revisions(tenant, id);
  }

  @ResolveField('items')
  async items(@Parent() cohort: CohortRevision, @Args('first') first: number, @Args('after') after: string | null) {
    const list = `${cohort.id}/${cohort.revision}/${cohort.digest}`;
    const page = positionsOf(list, { first, after }, MOST_ITEMS);
    const items = await this.catalog.items(cohort, page.from, page.count);
    return connectionAt(list, page, items.map(toCohortItem), cohort.itemCount);
  }
}

/** The slide of a member. */
@Resolver('CohortMember')
export class CohortMemberResolver {
  constructor(private readonly scopes: AnswerScopes) {}

  @ResolveField('slide')
  slide(@Parent() { slideId }: CohortMember, @Context() request: RequestContext) {
    return this.scopes.of(request).slide(slideId);
  }
}

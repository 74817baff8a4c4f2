import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CohortPredictionConnectionCsvHrefArgs, CohortPredictionsArgs } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { CohortCatalog, type CohortRevision } from '#gateway/cohorts';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { connectionAt, positionsOf } from '../position-page.js';
import { CohortPredictions } from './cohort-predictions.js';
import { toCohortItem } from './to-cohort-item.js';

const MOST_ITEMS = 100;

/** `Cohort.predictions`. */
@Resolver('Cohort')
export class CohortPredictionsResolver {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly stored: CohortPredictions,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('predictions')
  async predictions(
    @Parent() cohort: CohortRevision,
    @Args() { model, context = null, under = null, first, after }: CohortPredictionsArgs & { readonly first: number },
    @Context() request: RequestContext,
  ) {
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(model));
    // A cursor is a place in the revision: it is good under any version.
    const list = `${cohort.id}/${cohort.revision}/${cohort.digest}`;
    const page = positionsOf(list, { first, after: after ?? null }, MOST_ITEMS);
    const items = await this.catalog.items(cohort, page.from, page.count);
    const read = await this.stored.read(cohort, items, version, { given: context, under }, scope);
    const nodes = read.map(({ item, answers, ...rest }) => ({
      ...rest,
      item: toCohortItem(item),
      provenance: () => answers.map((answered) => answered.provenance),
    }));
    const asked = new URLSearchParams({ model: version.ref, ...(under === null ? {} : { under }) });
    const path = `/cohorts/${cohort.id}/${cohort.revision}/predictions.csv?${asked.toString()}`;
    const csvHref = ({ by }: CohortPredictionConnectionCsvHrefArgs) => (by === 'SLIDE' ? `${path}&by=SLIDE` : path);
    return { ...connectionAt(list, page, nodes, cohort.itemCount), csvHref };
  }
}

import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ImportPredictionsInput, PredictionImportScoresArgs } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { CohortCatalog, type CohortRevision, type PredictionImport, PredictionImports } from '#gateway/cohorts';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { connectionAt, positionsOf } from '../position-page.js';
import { slidePredictionTask, toTargetPrediction } from '../slide-prediction/index.js';
import { ImportedCalls } from './imported-calls.js';

const MOST_ITEMS = 100;

/** Scores that were computed elsewhere. */
@Resolver('PredictionImport')
export class PredictionImportResolver {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly imports: PredictionImports,
    private readonly scopes: AnswerScopes,
    private readonly calls: ImportedCalls,
  ) {}

  @Mutation('importPredictions')
  async importPredictions(@Args('input') input: ImportPredictionsInput, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(input.model), 'input.model');
    scope.note(version);
    slidePredictionTask.demand(version.card);
    const cohort = await this.catalog.whole(request.caller.tenant, input.cohort, input.revision ?? null);
    const { scale, source, csv } = input;
    return this.imports.add(cohort, version, { scale, source, csv }, request.caller);
  }

  @ResolveField('origin')
  origin(): 'IMPORTED' {
    return 'IMPORTED';
  }

  @ResolveField('cohort')
  cohort(@Parent() { cohortId }: PredictionImport): string {
    return cohortId;
  }

  @ResolveField('model')
  model(@Parent() { modelRef }: PredictionImport): string {
    return modelRef;
  }

  @ResolveField('createdAt')
  createdAt(@Parent() { createdAt }: PredictionImport): string {
    return createdAt.toISOString();
  }

  @ResolveField('scores')
  async scores(
    @Parent() one: PredictionImport,
    @Args() { first, after = null, context = null }: PredictionImportScoresArgs & { readonly first: number },
    @Context() request: RequestContext,
  ) {
    const page = positionsOf(one.id, { first, after }, MOST_ITEMS);
    const { items } = await this.catalog.whole(one.tenant, one.cohortId, one.revision);
    const scores = await this.imports.scores(one);
    const scored = items.filter(({ position }) => scores.has(position)).slice(page.from, page.from + page.count);
    const scope = this.scopes.of(request);
    const nodes = scored.map((item) => {
      const own = scores.get(item.position) ?? {};
      return {
        item: item.key,
        position: item.position,
        targets: Object.entries(own).map(([target, values]) => ({ target, values })),
        called: async () => {
          const called = await this.calls.call(one, item, own, { given: context, scope });
          return called.calls.map((call) => toTargetPrediction(call, called.context.prevalence));
        },
      };
    });
    return connectionAt(one.id, page, nodes, one.itemCount);
  }
}

/** `Cohort.imports`. */
@Resolver('Cohort')
export class CohortImportsResolver {
  constructor(private readonly stored: PredictionImports) {}

  @ResolveField('imports')
  imports(@Parent() cohort: CohortRevision): Promise<readonly PredictionImport[]> {
    return this.stored.of(cohort);
  }
}

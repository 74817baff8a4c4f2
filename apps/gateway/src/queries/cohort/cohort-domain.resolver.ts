import { setImmediate as nextTurn } from 'node:timers/promises';
import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CohortDomainArgs } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { CohortCatalog, type CohortRevision } from '#gateway/cohorts';
import { type RequestContext } from '#gateway/graphql';
import { type AnswerScope, AnswerScopes } from '#gateway/pipeline';
import { slidePredictionTask } from '../slide-prediction/index.js';
import { CohortPredictions, type ItemPrediction } from './cohort-predictions.js';
import { domainGroups, type MeasuredQuestion } from './domain-groups.js';

/** Items that are read in one piece. */
const AT_ONCE = 250;

/** `Cohort.domain`. */
@Resolver('Cohort')
export class CohortDomainResolver {
  constructor(
    private readonly catalog: CohortCatalog,
    private readonly stored: CohortPredictions,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('domain')
  async domain(
    @Parent() { tenant, id, revision }: CohortRevision,
    @Args() { model, context = null }: CohortDomainArgs,
    @Context() request: RequestContext,
  ) {
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(model));
    slidePredictionTask.demand(version.card);
    const cohort = await this.catalog.whole(tenant, id, revision);
    const questions: MeasuredQuestion[] = [];
    for (let from = 0; from < cohort.items.length; from += AT_ONCE) {
      const some = cohort.items.slice(from, from + AT_ONCE);
      const read = await this.stored.read(cohort.revision, some, version, { given: context, under: null }, scope);
      questions.push(...(await Promise.all(read.flatMap((one) => questionsOf(one, scope)))));
      await nextTurn();
    }
    const { domain } = version.card;
    const limitPercentile = domain?.limitPercentile ?? null;
    const groups = domainGroups(questions, limitPercentile);
    return { model: version.ref, reference: domain?.reference ?? null, limitPercentile, groups };
  }
}

function questionsOf({ members }: ItemPrediction, scope: AnswerScope): readonly Promise<MeasuredQuestion>[] {
  return members.map(async ({ member, answered, context }) => {
    // Of a question without an answer the slide says where it belongs, if there is such a slide.
    const slide = context ?? (await scope.slide(member.slideId).catch(() => null));
    return {
      site: context ? context.site : (member.site ?? slide?.site ?? null),
      scanner: context ? context.scanner : (member.scanner ?? slide?.scanner ?? null),
      answered,
    };
  });
}

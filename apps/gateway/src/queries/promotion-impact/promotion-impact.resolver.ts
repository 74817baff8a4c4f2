import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  PromotionImpactChangesArgs,
  QueryPromotionImpactArgs,
  RegistryWriteResultImpactArgs,
} from '#graphql/generated/schema-types';
import { ModelNotFound } from '#libs/errors';
import { findModel, type ModelVersion } from '#model-registry';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes } from '#gateway/pipeline';
import { connectionAt, positionsOf } from '../position-page.js';
import { type ComparedQuestions, type ImpactInput, PromotionImpacts } from './promotion-impacts.js';
import { type ChangedCall, changedCalls, countsOf, strataOf, transitionsOf } from './summarise.js';

const MOST_CHANGES = 100;
const PATIENT_SLIDES_REFUSED = 'PATIENT_SLIDES_REFUSED';

/** A move of an alias that was planned: what a dry run of `setAlias` hands to its field `impact`. */
export interface PlannedMove {
  readonly model: string;
  readonly alias: string;
  readonly version: string;
}

/** A PromotionImpact with what its lists need. */
interface ImpactParent {
  readonly before: string;
  readonly after: string;
  readonly cohort: ComparedQuestions['cohort'];
  readonly compared: ComparedQuestions;
  readonly changed: readonly ChangedCall[];
}

/** What moving an alias would change. */
@Resolver('PromotionImpact')
export class PromotionImpactResolver {
  constructor(
    private readonly impacts: PromotionImpacts,
    private readonly scopes: AnswerScopes,
  ) {}

  @Query('promotionImpact')
  async promotionImpact(@Args() args: QueryPromotionImpactArgs, @Context() request: RequestContext) {
    const { before, after } = this.versionsOf(args, request);
    // An alias that nobody set has no version of now.
    if (!before) throw new ModelNotFound('alias');
    return this.impactOf(before, after, inputOf(args), request);
  }

  /** @returns null where the move changes nothing that was answered */
  async ofMove(move: PlannedMove, args: RegistryWriteResultImpactArgs, request: RequestContext) {
    const { before, after } = this.versionsOf(move, request);
    return !before || before.digest === after.digest ? null : this.impactOf(before, after, inputOf(args), request);
  }

  @ResolveField('counts')
  counts(@Parent() { compared, changed }: ImpactParent) {
    return countsOf(compared.questions, changed);
  }

  @ResolveField('transitions')
  transitions(@Parent() { changed }: ImpactParent) {
    return transitionsOf(changed);
  }

  @ResolveField('strata')
  async strata(@Parent() { compared, changed }: ImpactParent, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    return strataOf(compared.questions, changed, (id) => scope.slide(id).catch(() => null));
  }

  @ResolveField('changes')
  changes(@Parent() { before, after: other, cohort, changed }: ImpactParent, @Args() page: PromotionImpactChangesArgs) {
    const list = JSON.stringify([before, other, cohort?.digest ?? null]);
    const positions = positionsOf(list, { first: page.first ?? 20, after: page.after ?? null }, MOST_CHANGES);
    const nodes = changed.slice(positions.from, positions.from + positions.count).map(toChangedCall);
    return connectionAt(list, positions, nodes, changed.length);
  }

  @ResolveField('notices')
  notices(@Parent() parent: ImpactParent): readonly string[] {
    return noticesOf(parent);
  }

  private versionsOf({ model, alias, version }: PlannedMove, request: RequestContext) {
    const found = findModel(this.scopes.of(request).snapshot, model);
    const byNumber = (number: string | undefined): ModelVersion | undefined =>
      found.versions.find((candidate) => candidate.version === number);
    const after = byNumber(version);
    if (!after) throw new ModelNotFound('version');
    const before = byNumber(found.aliasEntries.find((entry) => entry.alias === alias)?.version ?? undefined);
    return { before: before ?? null, after };
  }

  private async impactOf(
    before: ModelVersion,
    after: ModelVersion,
    input: ImpactInput,
    request: RequestContext,
  ): Promise<ImpactParent> {
    const compared = await this.impacts.compare(before, after, input, this.scopes.of(request));
    const changed = changedCalls(compared.questions);
    return { before: before.ref, after: after.ref, cohort: compared.cohort, compared, changed };
  }
}

/** `RegistryWriteResult.impact`. */
@Resolver('RegistryWriteResult')
export class PlannedImpactResolver {
  constructor(private readonly impacts: PromotionImpactResolver) {}

  @ResolveField('impact')
  impact(
    @Parent() { plannedMove }: { readonly plannedMove?: PlannedMove },
    @Args() args: RegistryWriteResultImpactArgs,
    @Context() request: RequestContext,
  ) {
    return plannedMove ? this.impacts.ofMove(plannedMove, args, request) : null;
  }
}

function inputOf({ cohort, revision, context }: RegistryWriteResultImpactArgs): ImpactInput {
  return { cohort: cohort ?? null, revision: revision ?? null, context: context ?? null };
}

function toChangedCall({ item, question, target, before, after }: ChangedCall) {
  const places = question.places.map(({ slideId, region }) => ({ slideId, region }));
  const [only, ...others] = places;
  const one = others.length === 0 ? only : undefined;
  const [answersBefore, answersAfter] = [question.before.answerIds, question.after.answerIds];
  return {
    ...{ item, slideId: one?.slideId ?? null, region: one?.region ?? null, places, target, before, after },
    ...{ answersBefore, answersAfter, answerBefore: onlyOf(answersBefore), answerAfter: onlyOf(answersAfter) },
  };
}

function onlyOf([first, ...others]: readonly string[]): string | null {
  return first !== undefined && others.length === 0 ? first : null;
}

function noticesOf({ compared, changed, before, after, cohort }: ImpactParent): readonly string[] {
  const { questions, comparable, lackingBefore, lackingAfter } = countsOf(compared.questions, changed);
  const asked = cohort
    ? `\`predictCohort\` asks about the cohort ${cohort.id}`
    : 'a cohort of them and `predictCohort` ask';
  const lacking = (count: number, which: string): readonly string[] =>
    count === 0
      ? []
      : [`${count} of ${questions} questions have no answer of ${which}: nothing is known of them. ${asked}.`];
  return [
    ...(questions === 0 ? ['Nothing was looked at: the version of now has no stored answer. Name a cohort.'] : []),
    ...(questions > 0 && comparable === 0
      ? [`No question has an answer of both versions, so nothing is said about ${after}.`]
      : []),
    ...lacking(lackingBefore, 'the version of now'),
    ...lacking(lackingAfter, 'the other version'),
    ...patientNotices(compared.questions, { before, after }),
    ...(compared.isCut
      ? ['There are more stored answers: only the newest 2,000 were looked at. Name a cohort to look at all of it.']
      : []),
  ];
}

/** What one version says of patients and the other of slides has nothing in common. */
function patientNotices(
  questions: ComparedQuestions['questions'],
  refs: { readonly before: string; readonly after: string },
): readonly string[] {
  return (['before', 'after'] as const).flatMap((which) => {
    const refused = questions.filter((one) => one[which].code === PATIENT_SLIDES_REFUSED);
    return refused.length === 0
      ? []
      : [
          `${refs[which]} has no call of ${refused.length} patients with several slides (${PATIENT_SLIDES_REFUSED}), and the other version one of all their slides: whom it calls otherwise cannot be said.`,
        ];
  });
}

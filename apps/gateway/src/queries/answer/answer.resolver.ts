import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type PredictionContextInput } from '#graphql/generated/schema-types';
import { BadUserInput, NotFound } from '#libs/errors';
import { type Answer, AnswerStore } from '#gateway/answer-store';
import { type RequestContext } from '#gateway/graphql';
import {
  type AnswerScope,
  AnswerScopes,
  InferencePipeline,
  placesOfAnswer,
  type Question,
  questionOfAnswer,
} from '#gateway/pipeline';
import type { CaseContext } from '#gateway/targets';
import { agreedContext, isOfExpression, isOfPathways } from '../cohort/index.js';
import { embeddingParent, slideEmbeddingTask } from '../embedding/index.js';
import { PredictedPathways, SlideExpressions } from '../expression/index.js';
import { caseContext } from '../question-input.js';
import { predictionParent, slidePredictionTask } from '../slide-prediction/index.js';

interface UnderArguments {
  readonly calibration: string;
  readonly target?: string | null;
  readonly context?: PredictionContextInput | null;
}

/** Stored answers. They walk the same road as new ones; the stored raw output stands in for the model. */
@Resolver('Answer')
export class AnswerResolver {
  constructor(
    private readonly answers: AnswerStore,
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly expressions: SlideExpressions,
    private readonly pathways: PredictedPathways,
  ) {}

  @Query('answer')
  async answer(@Args('id') id: string, @Context() { caller }: RequestContext): Promise<Answer> {
    const [stored] = await this.answers.findMany(caller.tenant, [id]);
    if (!stored) throw new NotFound('answer');
    return stored;
  }

  @ResolveField('createdAt')
  createdAt(@Parent() stored: Answer): string {
    return stored.createdAt.toISOString();
  }

  @ResolveField('slide')
  slide(@Parent() stored: Answer, @Context() request: RequestContext) {
    return stored.slideId === null ? null : this.scopes.of(request).slide(stored.slideId);
  }

  @ResolveField('prediction')
  async prediction(
    @Parent() stored: Answer,
    @Args('context') context: PredictionContextInput | null,
    @Context() request: RequestContext,
  ) {
    return this.read(stored, context, request);
  }

  @ResolveField('under')
  async under(
    @Parent() stored: Answer,
    @Args() { calibration, target, context }: UnderArguments,
    @Context() request: RequestContext,
  ) {
    return this.read(stored, context ?? null, request, { id: calibration, target: target ?? null });
  }

  @ResolveField('slides')
  slides(@Parent() stored: Answer, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    return Promise.all(placesOfAnswer(stored).map(({ slideId }) => scope.slide(slideId)));
  }

  private async read(
    stored: Answer,
    context: PredictionContextInput | null,
    request: RequestContext,
    calibration?: Question['calibration'],
  ) {
    if (stored.kind !== 'SLIDE_PREDICTION') return null;
    const scope = this.scopes.of(request);
    const question = { ...questionOfAnswer(stored, scope.snapshot), ...(calibration && { calibration }) };
    const caseFacts = await caseOf(stored, context, scope);
    const answered = await this.pipeline.answer(question, caseFacts, slidePredictionTask, scope);
    request.audit.note(answered.version);
    return predictionParent(question, caseFacts, answered, () => this.pipeline.domainLimit(answered));
  }

  @ResolveField('embedding')
  async embedding(@Parent() stored: Answer, @Context() request: RequestContext) {
    if (stored.kind !== 'SLIDE_EMBEDDING') return null;
    const scope = this.scopes.of(request);
    const context = await caseOf(stored, null, scope);
    const question = questionOfAnswer(stored, scope.snapshot);
    const answered = await this.pipeline.answer(question, context, slideEmbeddingTask, scope);
    request.audit.note(answered.version);
    return embeddingParent(answered);
  }

  @ResolveField('expression')
  async expression(@Parent() stored: Answer, @Context() request: RequestContext) {
    if (!isOfExpression(stored.kind)) return null;
    const scope = this.scopes.of(request);
    const context = await caseOf(stored, null, scope);
    return this.expressions.of(questionOfAnswer(stored, scope.snapshot), context, request);
  }

  @ResolveField('pathwayScores')
  async pathwayScores(@Parent() stored: Answer, @Context() request: RequestContext) {
    if (!isOfPathways(stored.kind)) return null;
    const scope = this.scopes.of(request);
    const context = await caseOf(stored, null, scope);
    return this.pathways.of(questionOfAnswer(stored, scope.snapshot), context, request);
  }
}

/** The case: facts in which several slides of a patient differ are not known of the patient. @throws BadUserInput for an answer about no slide */
async function caseOf(
  stored: Answer,
  context: PredictionContextInput | null,
  scope: AnswerScope,
): Promise<CaseContext> {
  const places = placesOfAnswer(stored);
  if (places.length === 0) throw new BadUserInput('id', 'must be of an answer about a slide');
  return agreedContext(
    await Promise.all(places.map(async ({ slideId }) => caseContext(await scope.slide(slideId), context))),
  );
}

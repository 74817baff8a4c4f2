import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { EvaluateAlignmentInput } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { alignmentHead } from '#gateway/alignment';
import type { RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { AnswerScopes } from '#gateway/pipeline';
import { AlignmentEvaluations } from './alignment-evaluations.js';
import { questionOf } from './evaluation-question.js';

/** Evaluations of alignment heads. */
@Resolver()
export class EvaluateAlignmentResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly evaluations: AlignmentEvaluations,
    private readonly queue: JobQueue,
  ) {}

  @Query('evaluateAlignment')
  evaluateAlignment(@Args('input') input: EvaluateAlignmentInput, @Context() request: RequestContext) {
    return this.evaluations.evaluate(questionOf(input), this.scopes.of(request));
  }

  @Mutation('startAlignmentEvaluation')
  async startAlignmentEvaluation(
    @Args('input') input: EvaluateAlignmentInput,
    @Context() request: RequestContext,
  ): Promise<Job> {
    const question = questionOf(input);
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(question.model));
    scope.note(version);
    alignmentHead(version, scope.snapshot);
    await scope.licences.admit(version);
    const { tenant, id } = request.caller;
    // An alias may move before the job runs: the version that it means now is the one that was asked for.
    return this.queue.enqueue(tenant, 'EVALUATE_ALIGNMENT', { ...question, model: version.ref }, id);
  }
}

/** What such a job has found. */
@Resolver('Job')
export class EvaluationJobResolver {
  @ResolveField('alignmentEvaluation')
  alignmentEvaluation(@Parent() { kind, result }: Job) {
    return kind === 'EVALUATE_ALIGNMENT' ? result : null;
  }
}

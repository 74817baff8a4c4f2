import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type RegionInput } from '#graphql/generated/schema-types';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import { caseContext, regionOf } from '../question-input.js';
import { embeddingParent } from './embedding-parent.js';
import { slideEmbeddingTask } from './slide-embedding.task.js';

interface EmbeddingArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly allowFallback?: boolean | null;
}

/** `Slide.embedding`. */
@Resolver('Slide')
export class SlideEmbeddingResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('embedding')
  async embedding(@Parent() slide: Slide, @Args() args: EmbeddingArguments, @Context() request: RequestContext) {
    const question = {
      slideId: slide.id,
      model: args.model,
      region: regionOf(args.region, slide),
      features: args.features ?? null,
      allowFallback: args.allowFallback ?? false,
    };
    const answered = await this.pipeline.answer(
      question,
      caseContext(slide, null),
      slideEmbeddingTask,
      this.scopes.of(request),
    );
    return embeddingParent(answered);
  }
}

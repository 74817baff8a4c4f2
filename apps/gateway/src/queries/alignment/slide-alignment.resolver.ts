import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ArrayEncoding, RegionInput } from '#graphql/generated/schema-types';
import { parseModelRef } from '#model-registry';
import { alignmentHead, ReferenceSets, towerOf } from '#gateway/alignment';
import type { RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline } from '#gateway/pipeline';
import type { Slide } from '#gateway/slide-catalog';
import { encodeValues } from '../arrays/numeric-array.js';
import { caseContext, regionOf } from '../question-input.js';
import { imageTowerTask } from './image-tower.task.js';
import { searchReference } from './search-reference.js';
import { directionOf, servedVectors } from './served-vectors.js';
import { toAlignmentHead } from './to-alignment-head.js';

interface AlignmentArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
}

/** `Slide.alignment`. */
@Resolver('Slide')
export class SlideAlignmentResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('alignment')
  async alignment(@Parent() slide: Slide, @Args() args: AlignmentArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const version = scope.snapshot.resolve(parseModelRef(args.model));
    scope.note(version);
    const head = alignmentHead(version, scope.snapshot);
    const tower = towerOf(head, 'IMAGE', scope.snapshot);
    await scope.licences.admit(version);
    const question = {
      slideId: slide.id,
      model: tower.version.ref,
      region: regionOf(args.region, slide),
      features: args.features ?? null,
    };
    const answered = await this.pipeline.answer(question, caseContext(slide, null), imageTowerTask, scope);
    const vectors = servedVectors(await answered.value(), head, answered.raw.server.id);
    const { tileCount, region } = answered.features;
    const vector = directionOf(vectors);
    return { slide, head, vector, tileCount, region, provenance: answered.provenance };
  }
}

type SlideAlignment = Awaited<ReturnType<SlideAlignmentResolver['alignment']>>;

/** What is asked of a slide in the space of a head. */
@Resolver('SlideAlignment')
export class SlideAlignmentFieldResolver {
  constructor(private readonly sets: ReferenceSets) {}

  @ResolveField('head')
  head(@Parent() { head }: SlideAlignment) {
    return toAlignmentHead(head);
  }

  @ResolveField('aggregation')
  aggregation(@Parent() { tileCount }: SlideAlignment) {
    return tileCount === 1 ? 'TILE' : 'MEAN_OF_TILES';
  }

  @ResolveField('values')
  values(
    @Parent() { vector }: SlideAlignment,
    @Args() args: { readonly encoding: ArrayEncoding; readonly decimals?: number | null },
  ) {
    return encodeValues(vector, args);
  }

  @ResolveField('transcriptomes')
  transcriptomes(
    @Parent() { head, vector }: SlideAlignment,
    @Args('referenceSet') referenceSet: string | null | undefined,
    @Args('first') first: number,
    @Context() request: RequestContext,
  ) {
    const question = { head, direction: 'I2G', query: vector, referenceSet: referenceSet ?? null, first } as const;
    return searchReference(this.sets, question, request);
  }
}

import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type HeatMapMode, type PredictionContextInput, type RegionInput } from '#graphql/generated/schema-types';
import { type RequestContext } from '#gateway/graphql';
import { AnswerScopes, InferencePipeline, loadCoords, tileEdgeOf } from '#gateway/pipeline';
import { FeatureStore } from '#gateway/feature-store';
import { type Slide } from '#gateway/slide-catalog';
import { numericArray } from '../arrays/numeric-array.js';
import { caseContext, regionOf } from '../question-input.js';
import { heatMapOf } from './heat-map.js';
import { type PredictionParent, predictionParent } from './prediction-parent.js';
import { slidePredictionTask } from './slide-prediction.task.js';

interface HeatMapArguments {
  readonly mode: HeatMapMode;
  readonly target?: string | null;
  readonly class?: string | null;
}

interface PredictionArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly allowFallback?: boolean | null;
  readonly context?: PredictionContextInput | null;
}

/** `Slide.prediction`. */
@Resolver('Slide')
export class SlidePredictionFieldResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
  ) {}

  @ResolveField('prediction')
  async prediction(
    @Parent() slide: Slide,
    @Args() args: PredictionArguments,
    @Context() request: RequestContext,
  ): Promise<PredictionParent> {
    const question = {
      slideId: slide.id,
      model: args.model,
      region: regionOf(args.region, slide),
      features: args.features ?? null,
      allowFallback: args.allowFallback ?? false,
    };
    const context = caseContext(slide, args.context);
    const answered = await this.pipeline.answer(question, context, slidePredictionTask, this.scopes.of(request));
    return predictionParent(question, context, answered, () => this.pipeline.domainLimit(answered));
  }
}

/** Fields of a prediction that cost something of their own. */
@Resolver('SlidePrediction')
export class SlidePredictionResolver {
  constructor(
    private readonly pipeline: InferencePipeline,
    private readonly scopes: AnswerScopes,
    private readonly features: FeatureStore,
  ) {}

  @ResolveField('heatMap')
  async heatMap(
    @Parent() parent: PredictionParent,
    @Args() { mode, target, class: className }: HeatMapArguments,
    @Context() request: RequestContext,
  ) {
    const wanted = { mode, target: target ?? null, className: className ?? null };
    const map = await heatMapOf(this.pipeline, parent.question, wanted, this.scopes.of(request));
    const { bag, rows, tileCount } = map.answered.features;
    const coords = await loadCoords(this.features, bag, rows);
    const path = `/answers/${parent.answered.raw.id}`;
    const file = `${path}/maps/${mode}${map.key}`;
    return {
      mode,
      meaning: map.meaning,
      target: map.target,
      class: map.className,
      values: numericArray(map.values, [tileCount], `${file}.npy`),
      coords: numericArray(coords, [tileCount, 2], `${path}/coords.npy`),
      tileEdgePx: tileEdgeOf(bag),
      range: rangeOf(map.values),
      imageHref: ({ scale, maxEdgePx }: { readonly scale: string; readonly maxEdgePx: number }) =>
        `${file}.png?scale=${scale}&maxEdgePx=${maxEdgePx}`,
      deepZoomHref: ({ scale }: { readonly scale: string }) => `${path}/deep-zoom/${mode}${map.key}.${scale}.dzi`,
      legendHref: ({ scale }: { readonly scale: string }) => `${path}/deep-zoom/${mode}${map.key}.${scale}.legend.png`,
      provenance: map.answered.provenance,
    };
  }
}

@Resolver('TargetPrediction')
export class TargetPredictionResolver {
  @ResolveField('__resolveType')
  resolveType(target: { readonly __typename?: string }): string {
    if (!target.__typename) throw new Error('a target was expected to name its type');
    return target.__typename;
  }
}

function rangeOf(values: Float32Array): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type {
  PrepareSpatialMapInput,
  RegionInput,
  SpatialDatatype,
  SpatialWindowInput,
} from '#graphql/generated/schema-types';
import { NotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { AnswerScopes } from '#gateway/pipeline';
import { type Slide } from '#gateway/slide-catalog';
import {
  type AskedMap,
  MakeSpatialMaps,
  PrepareSpatialMaps,
  type SpatialMap,
  SpatialMapCatalog,
} from '#gateway/spatial-maps';
import { regionOf } from '../question-input.js';
import { admitMap } from './map-access.js';
import { toSpatialMap } from './to-spatial-map.js';

interface MapArguments {
  readonly model: string;
  readonly region?: RegionInput | null;
  readonly features?: string | null;
  readonly window?: SpatialWindowInput | null;
  readonly datatype: SpatialDatatype;
}

/** Maps: asking for one, finding one, having one made. */
@Resolver('Slide')
export class SpatialMapResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly maps: MakeSpatialMaps,
    private readonly work: PrepareSpatialMaps,
    private readonly queue: JobQueue,
  ) {}

  @ResolveField('spatialMap')
  async spatialMap(@Parent() slide: Slide, @Args() args: MapArguments, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const question = await this.maps.question(askedMap(slide, args), scope);
    const map = await this.maps.answer(question, { scope, by: request.caller.id });
    return toSpatialMap(map, question.version);
  }

  @Mutation('prepareSpatialMap')
  async prepareSpatialMap(
    @Args('input') { slideId, ...args }: PrepareSpatialMapInput,
    @Context() request: RequestContext,
  ): Promise<Job> {
    const { tenant, id } = request.caller;
    const scope = this.scopes.of(request);
    const asked = askedMap(await scope.slide(slideId), args);
    const job = this.work.jobOf(asked, await this.maps.question(asked, scope));
    return this.queue.enqueue(tenant, 'PREPARE_SPATIAL_MAP', job, id);
  }
}

/** Maps that are stored. */
@Resolver('Job')
export class StoredMapResolver {
  constructor(
    private readonly scopes: AnswerScopes,
    private readonly catalog: SpatialMapCatalog,
  ) {}

  @Query('spatialMap')
  async byDigest(@Args('digest') digest: string, @Context() request: RequestContext) {
    const map = await this.catalog.byDigest(request.caller.tenant, digest);
    if (!map) throw new NotFound('spatial map');
    return this.shown(map, request);
  }

  @ResolveField('spatialMap')
  async ofJob(@Parent() { kind, tenant, result }: Job, @Context() request: RequestContext) {
    const isMade = kind === 'PREPARE_SPATIAL_MAP' && typeof result === 'object' && result !== null;
    const digest: unknown = isMade ? Reflect.get(result, 'mapDigest') : null;
    const map = typeof digest === 'string' ? await this.catalog.byDigest(tenant, digest) : null;
    return map && this.shown(map, request);
  }

  private async shown(map: SpatialMap, request: RequestContext) {
    return toSpatialMap(map, await admitMap(map, this.scopes.of(request)));
  }
}

function askedMap(
  slide: Slide,
  { model, region, features, window, datatype }: MapArguments | Omit<PrepareSpatialMapInput, 'slideId'>,
): AskedMap {
  const question = { slideId: slide.id, model, region: regionOf(region, slide), features: features ?? null };
  const { strideTiles = null, minTiles = null } = window ?? {};
  return { question, window: { strideTiles, minTiles }, datatype: datatype ?? 'FP32' };
}

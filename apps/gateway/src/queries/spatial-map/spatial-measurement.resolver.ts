import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AddSpatialMeasurementInput } from '#graphql/generated/schema-types';
import { type RequestContext } from '#gateway/graphql';
import { type Job, JobQueue } from '#gateway/jobs';
import { type Slide } from '#gateway/slide-catalog';
import { AddMeasurements, MeasurementCatalog, type SpatialMeasurement } from '#gateway/spatial-maps';

/** Measurements: bringing them. */
@Resolver()
export class AddMeasurementResolver {
  constructor(
    private readonly additions: AddMeasurements,
    private readonly queue: JobQueue,
  ) {}

  @Mutation('addSpatialMeasurement')
  async addSpatialMeasurement(
    @Args('input') input: AddSpatialMeasurementInput,
    @Context() { caller: { tenant, id } }: RequestContext,
  ): Promise<Job> {
    const asked = await this.additions.check(tenant, {
      ...input,
      valueKind: input.valueKind ?? 'COUNTS',
      unit: input.unit ?? 'counts',
      pxPerUnit: input.pxPerUnit ?? 1,
      ...{ spotDiameterPx: input.spotDiameterPx ?? null, path: input.path ?? null, upload: input.upload ?? null },
      ...{ spotsPath: input.spotsPath ?? null, spotsUpload: input.spotsUpload ?? null },
    });
    return this.queue.enqueue(tenant, 'ADD_SPATIAL_MEASUREMENT', asked, id);
  }
}

/** Measurements of a slide. */
@Resolver('Slide')
export class SlideMeasurementsResolver {
  constructor(private readonly catalog: MeasurementCatalog) {}

  @ResolveField('spatialMeasurements')
  async spatialMeasurements(@Parent() slide: Slide, @Context() { caller: { tenant } }: RequestContext) {
    return (await this.catalog.ofSlide(tenant, slide.id)).map(toMeasurement);
  }
}

/** What jobs of this kind have made. */
@Resolver('Job')
export class MeasurementJobResolver {
  constructor(private readonly catalog: MeasurementCatalog) {}

  @ResolveField('spatialMeasurement')
  async spatialMeasurement(@Parent() { kind, tenant, result }: Job) {
    const isMade = kind === 'ADD_SPATIAL_MEASUREMENT' && typeof result === 'object' && result !== null;
    const id: unknown = isMade ? Reflect.get(result, 'measurementId') : null;
    const found = typeof id === 'string' ? await this.catalog.byId(tenant, id) : null;
    return found && toMeasurement(found);
  }
}

/** A measurement as the schema has it. */
export function toMeasurement(measurement: SpatialMeasurement) {
  return { ...measurement, createdAt: measurement.createdAt.toISOString() };
}

import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { type ImportFeaturesInput, type PrepareFeaturesInput } from '#graphql/generated/schema-types';
import { type ModelVersion, parseModelRef, type RegistrySnapshot } from '#model-registry';
import { ModelNotFound } from '#libs/errors';
import { type RequestContext } from '#gateway/graphql';
import { ImportFeatures, levelOfEncoder, tilingOf } from '#gateway/ingest';
import { type Job, JobQueue } from '#gateway/jobs';
import { AnswerScopes } from '#gateway/pipeline';
import { toFeatureBag } from './to-feature-bag.js';

/** Features: making them, bringing them. */
@Resolver()
export class FeaturesResolver {
  constructor(
    private readonly queue: JobQueue,
    private readonly importer: ImportFeatures,
    private readonly scopes: AnswerScopes,
  ) {}

  @Mutation('prepareFeatures')
  async prepareFeatures(@Args('input') input: PrepareFeaturesInput, @Context() request: RequestContext): Promise<Job> {
    const scope = this.scopes.of(request);
    const encoder = encoderOf(input.encoder, scope.snapshot, request.audit);
    tilingOf(encoder);
    await scope.licences.admit(encoder);
    const slide = await scope.slide(input.slideId);
    const { tenant, id } = request.caller;
    return this.queue.enqueue(tenant, 'PREPARE_FEATURES', { slideId: slide.id, encoderDigest: encoder.digest }, id);
  }

  @Mutation('importFeatures')
  async importFeatures(@Args('input') input: ImportFeaturesInput, @Context() request: RequestContext) {
    const scope = this.scopes.of(request);
    const encoder = encoderOf(input.encoder, scope.snapshot, request.audit);
    levelOfEncoder(encoder);
    const slide = await scope.slide(input.slideId);
    const file = {
      path: input.path,
      coordsPath: input.coordsPath ?? null,
      stated: {
        mpp: input.mpp ?? null,
        tileSizePx: input.tileSizePx ?? null,
        tileEdgePx: input.tileEdgePx ?? null,
        coordsUnit: input.coordsUnit ?? null,
        level: input.level ?? null,
      },
    };
    return toFeatureBag(await this.importer.run(slide, encoder, file, request.signal));
  }
}

/** The tile encoder that is named, or the one whose features the named version takes. */
function encoderOf(ref: string, snapshot: RegistrySnapshot, audit: RequestContext['audit']): ModelVersion {
  const named = snapshot.resolve(parseModelRef(ref), 'input.encoder');
  const { extractor } = named.card;
  const encoder = extractor ? snapshot.byDigest(extractor.digest)[0] : named;
  if (!encoder) throw new ModelNotFound('input.encoder');
  audit.note(encoder);
  return encoder;
}

import { z } from 'zod';
import { type ModelRegistry, type ModelVersion } from '#model-registry';
import { ModelNotFound, NotFound, SlideUnreadable, TooFewTiles } from '#libs/errors';
import { inspectSlide, type TileBatch, tileSlide } from '#libs/slides';
import { bagDigestOf, type BagWriter, type FeatureStore } from '#gateway/feature-store';
import { type JobTools } from '#gateway/jobs';
import { type Router } from '#gateway/routing';
import { type Slide, type SlideCatalog } from '#gateway/slide-catalog';
import { type EncodedBatch, TileEncoder } from './encode-tiles.js';
import { encoderOutputOf, type Preprocessing, preprocessingDigest, preprocessingOf } from './preprocessing.js';

/** What the job is asked to do. The encoder is pinned by digest when the job is asked for, not when it runs. */
export interface PrepareFeaturesJob {
  readonly slideId: string;
  readonly encoderDigest: string;
}

const BATCH_SIZE = 16;
// Two batches under way keep the encoder busy while the next tiles are read; more would only hold memory.
const BATCHES_IN_FLIGHT = 2;
const INSPECT_TIMEOUT_MS = 60_000;

/** The ingest road: slide file, tissue mask, tile grid, encoder, feature bag. Memory does not grow with the slide. */
export class PrepareFeatures {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly slides: SlideCatalog,
    private readonly features: FeatureStore,
    private readonly router: Router,
  ) {}

  /** Gives the digest of the bag, which is made only when it is not there yet. */
  async run(tenant: string, job: PrepareFeaturesJob, context: JobTools): Promise<{ readonly bagDigest: string }> {
    const [encoder] = this.registry.snapshot().byDigest(job.encoderDigest);
    if (!encoder) throw new ModelNotFound('encoder');
    const [slide] = await this.slides.byIds(tenant, [job.slideId]);
    if (!slide) throw new NotFound('slide');
    const preprocessing = preprocessingOf(encoder, slide);
    const bagDigest = bagDigestOf({
      slideDigest: slide.digest,
      preprocessingDigest: preprocessingDigest(preprocessing),
      encoderDigest: encoder.digest,
    });
    const existing = await this.features.byDigest(tenant, bagDigest);
    if (!existing) await this.makeBag(slide, encoder, preprocessing, context);
    return { bagDigest };
  }

  private async makeBag(
    slide: Slide,
    encoder: ModelVersion,
    preprocessing: Preprocessing,
    context: JobTools,
  ): Promise<void> {
    const { signal, progress } = context;
    await checkUnchanged(slide, context);
    progress({ stage: 'masking', done: 0 });
    const { plan, batches, recycle, close } = await tileSlide(slide.path, preprocessing.tiling, {
      ...(preprocessing.statedMpp === null ? {} : { mppOverride: preprocessing.statedMpp }),
      batchSize: BATCH_SIZE,
      signal,
    });
    try {
      const total = plan.sampledTiles;
      if (total === 0) throw new TooFewTiles(0, 1);
      const tiles = new TileEncoder(this.router, encoder);
      const writer = await this.features.beginBag(describe(slide, encoder, preprocessing, plan.tileEdgePx, tiles.dim));
      let done = 0;
      const onStored = (count: number): void => progress({ stage: 'encoding', done: (done += count), total });
      const encode = async (batch: TileBatch): Promise<EncodedBatch> => {
        const encoded = await tiles.encode(batch, preprocessing.tiling.tileSizePx, signal);
        recycle(batch); // the encoder has answered, so it has read all of it
        return encoded;
      };
      await encodeInto(writer, batches, encode, onStored);
      await writer.finish({ ...plan, mask: plan.mask.map((step) => ({ ...step })) });
    } finally {
      await close();
    }
  }
}

async function checkUnchanged(slide: Slide, { signal, progress }: JobTools): Promise<void> {
  progress({ stage: 'reading', done: 0 });
  const { digest } = await inspectSlide(slide.path, { signal, timeoutMs: INSPECT_TIMEOUT_MS });
  if (digest !== slide.digest) throw new SlideUnreadable('the file is not the one that was added; add it again');
}

function describe(slide: Slide, encoder: ModelVersion, preprocessing: Preprocessing, tileEdgePx: number, dim: number) {
  const { tiling } = preprocessing;
  return {
    tenant: slide.tenant,
    slide,
    encoder,
    preprocessingDigest: preprocessingDigest(preprocessing),
    origin: 'PREPARED',
    recipe: { ...preprocessing, encoderOutput: encoderOutputOf(encoder) },
    dim,
    coordsDatatype: 'INT32',
    coordsUnit: 'PX_LEVEL0',
    tileEdgePx,
    mpp: tiling.mpp,
    tileSizePx: tiling.tileSizePx,
  } as const;
}

/** Keeps a few batches at the encoder while the next ones are read, and stores them in the order of the grid. */
async function encodeInto(
  writer: BagWriter,
  batches: AsyncIterable<TileBatch>,
  encode: (batch: TileBatch) => Promise<EncodedBatch>,
  onStored: (count: number) => void,
): Promise<void> {
  const underWay: Promise<EncodedBatch>[] = [];
  const storeOldest = async (): Promise<void> => {
    const batch = await underWay.shift();
    if (!batch) return;
    await writer.append(batch.features, batch.coords);
    onStored(batch.count);
  };
  try {
    for await (const batch of batches) {
      const encoding = encode(batch);
      // Its failure is met when it is its turn; until then it must not count as unhandled.
      encoding.catch(() => undefined);
      underWay.push(encoding);
      if (underWay.length >= BATCHES_IN_FLIGHT) await storeOldest();
    }
    while (underWay.length > 0) await storeOldest();
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

const jobInput = z.object({ slideId: z.string(), encoderDigest: z.string() });

/** The job's input, as it was stored. */
export function prepareFeaturesJobOf(input: unknown): PrepareFeaturesJob {
  return jobInput.parse(input);
}

import { FeatureContractMismatch } from '#libs/errors';
import { bag, digestOf, page, refusal, type FakeBehaviour } from './fake-parts.js';
import { fakeSpatialMap } from './fake-spatial.js';
import { fakeEmbedding, fakePrediction } from './fake-predictions.js';

interface Asked {
  readonly model: string;
  readonly region?: object | null;
  readonly context?: { readonly prevalence?: number } | null;
}

interface FakeSlide {
  readonly id: string;
  readonly name: string | null;
  readonly path: string;
}

interface FakeJob {
  readonly id: string;
  readonly slide: FakeSlide;
  readonly createdAt: string;
  looks: number;
  state: string;
}

/** What the gateway holds. Its fields are resolvers of the schema, made by hand; numbers in it are nobody's results. */
export class FakeWorld {
  readonly slides: FakeSlide[] = [];
  readonly jobs: FakeJob[] = [];
  readonly prepared = new Set<string>();
  private readonly madeAt = new Map<string, string>();
  private now = Date.UTC(2026, 2, 1, 12);

  constructor(readonly behaviour: FakeBehaviour) {
    for (const name of behaviour.slideNames) this.put(`${name}-${this.slides.length}`, name);
  }

  /** A slide at this path, with features. */
  addPrepared(path: string): { slideId: string } {
    const { id } = this.put(path, path);
    this.prepared.add(id);
    return { slideId: id };
  }

  slide({ id }: { id: string }): object {
    return this.slideFields(known('slide', this.slides, id));
  }

  slideCatalog({ first, after }: { first: number; after?: string | null }): object {
    return {
      ...page(this.slides.toReversed(), first, after, (slide) => this.slideFields(slide)),
      totalCount: this.slides.length,
    };
  }

  addSlide({ input }: { input: { path: string; name?: string | null } }): object {
    // The fake's slide folders hold any file but the machine's own and this project's.
    if (input.path.startsWith('/etc') || input.path === 'package.json')
      throw refusal('BAD_USER_INPUT', 'Not in a slide folder.', { argument: 'input.path' });
    return this.slideFields(this.put(input.path, input.name ?? null));
  }

  prepareFeatures({ input }: { input: { slideId: string } }): object {
    const slide = known('slide', this.slides, input.slideId);
    const job = { id: `job-${this.jobs.length + 1}`, slide, createdAt: this.at(), looks: 0, state: 'QUEUED' };
    this.jobs.push(job);
    return this.jobFields(job);
  }

  job({ id }: { id: string }): object {
    const job = known('job', this.jobs, id);
    if (job.state === 'QUEUED' || job.state === 'RUNNING') this.advance(job);
    return this.jobFields(job);
  }

  jobPage({ first, after }: { first: number; after?: string | null }): object {
    return page(this.jobs.toReversed(), first, after, (job) => this.jobFields(job));
  }

  cancelJob({ id }: { id: string }): object {
    const job = known('job', this.jobs, id);
    if (job.state === 'QUEUED' || job.state === 'RUNNING') job.state = 'CANCELLED';
    return this.jobFields(job);
  }

  importFeatures({ input }: { input: { slideId: string; mpp?: number | null } }): object {
    const slide = known('slide', this.slides, input.slideId);
    if (input.mpp === 0.25) {
      const { code, message, facts } = new FeatureContractMismatch([{ field: 'mpp', needed: 1, found: 0.25 }]);
      throw refusal(code, message, facts);
    }
    return bag(slide, 'IMPORTED');
  }

  answer({ id }: { id: string }): object {
    const [slide] = this.slides;
    if (!/^[0-9a-f]{64}$/.test(id) || !slide)
      throw refusal('NOT_FOUND', 'There is no such answer, or it is not yours.');
    const about = { slide, region: null, version: '1' };
    return {
      id,
      kind: 'SLIDE_PREDICTION',
      createdAt: this.at(),
      slide: this.slideFields(slide),
      prediction: fakePrediction(about),
      embedding: null,
    };
  }

  private put(path: string, name: string | null): FakeSlide {
    const id = digestOf(path).slice(0, 24);
    const known = this.slides.find((slide) => slide.id === id);
    if (known) return known;
    const slide = { id, name, path };
    this.slides.push(slide);
    if (this.behaviour.prepared.includes(name ?? '')) this.prepared.add(id);
    return slide;
  }

  private advance(job: FakeJob): void {
    job.looks += 1;
    job.state = 'RUNNING';
    // As the gateway does: features that exist are not made again, and the job ends at its first look.
    if (job.looks < this.behaviour.jobLooks && !this.prepared.has(job.slide.id)) return;
    job.state = this.behaviour.jobError ? 'FAILED' : 'SUCCEEDED';
    if (this.behaviour.jobError || this.prepared.has(job.slide.id)) return;
    this.prepared.add(job.slide.id);
    this.madeAt.set(job.slide.id, this.at());
  }

  private slideFields(slide: FakeSlide): object {
    const isSvs = slide.path.endsWith('.svs');
    return {
      id: slide.id,
      digest: digestOf(`bytes of ${slide.path}`),
      name: slide.name,
      format: isSvs ? 'APERIO_SVS' : 'TIFF_PYRAMID',
      widthPx: 9288,
      heightPx: 9907,
      ...{ mpp: 0.688, mppSource: 'FILE' },
      sizeBytes: 8_700_000,
      levels: [{ widthPx: 9288, heightPx: 9907, downsample: 1 }],
      ...{ stain: 'HE', spatialMap: fakeSpatialMap },
      addedAt: this.at(),
      thumbnailHref: `/slides/${slide.id}/thumbnail.jpeg`,
      featureBags: () => (this.prepared.has(slide.id) ? [bag(slide, 'PREPARED', this.madeAt.get(slide.id))] : []),
      prediction: (asked: Asked) => this.predict(slide, asked),
      embedding: (asked: { model: string; region?: object | null }) => {
        this.requireFeatures(slide);
        return fakeEmbedding({ slide, region: asked.region ?? null, version: '1' });
      },
    };
  }

  private predict(slide: FakeSlide, asked: Asked): object {
    if (asked.model.startsWith('broken')) {
      throw refusal('MODEL_UNAVAILABLE', 'The model server cannot be reached.', { server: 'gpu-1' }, true);
    }
    if (!/demo-dense-focus/.test(asked.model)) {
      throw refusal('MODEL_NOT_FOUND', 'No model version matches the argument `model`.', { argument: 'model' });
    }
    this.requireFeatures(slide);
    const version = /@challenger$|\/2$/.test(asked.model) ? '2' : '1';
    const prevalence = asked.context?.prevalence ?? null;
    return fakePrediction({ slide, region: asked.region ?? null, version, prevalence });
  }

  private requireFeatures(slide: FakeSlide): void {
    if (this.prepared.has(slide.id)) return;
    const facts = { encoder: 'local:demo-lite0/1', foundEncoders: [], mutation: 'prepareFeatures' };
    throw refusal('FEATURES_MISSING', 'The slide has no features of the encoder local:demo-lite0/1.', facts);
  }

  private jobFields(job: FakeJob): object {
    const hasEnded = job.state === 'SUCCEEDED';
    const total = this.behaviour.jobLooks * 10;
    return {
      id: job.id,
      kind: 'PREPARE_FEATURES',
      state: job.state,
      stage: job.state === 'RUNNING' ? 'encoding' : null,
      done: hasEnded ? total : Math.min(total, job.looks * 10),
      total: job.state === 'QUEUED' ? null : total,
      featureBag: hasEnded ? bag(job.slide, 'PREPARED', this.madeAt.get(job.slide.id)) : null,
      error: job.state === 'FAILED' ? this.behaviour.jobError : null,
      createdAt: job.createdAt,
    };
  }

  private at(): string {
    this.now += 1000;
    return new Date(this.now).toISOString();
  }
}

function known<T extends { readonly id: string }>(noun: string, all: readonly T[], id: string): T {
  const found = all.find((one) => one.id === id);
  if (!found) throw refusal('NOT_FOUND', `There is no such ${noun}, or it is not yours.`, { noun });
  return found;
}

import { type BagDescription, type FeatureBag, FeatureStore } from '#gateway/feature-store';
import { type Slide, SlideCatalog } from '#gateway/slide-catalog';
import { addSlide, C6_FACTS, importCorner, referenceC6 } from './c6.js';
import { exampleSlide } from './examples.js';
import { cornerFeatures, type CornerFeatures } from './feature-files.js';
import { type TestGateway } from './open-test-gateway.js';

/** A slide, and the features that lie in the store for it: what a test sends to a model server by itself. */
export interface MadeSlide {
  readonly id: string;
  readonly bag: FeatureBag;
  /** `[bag.tileCount, bag.dim]`, row by row. */
  readonly features: Float32Array;
}

const TENANT = 'default';
const LEAST_TILES = 8;
const WRITTEN_AT_ONCE = 8;

/**
 * Makes slides by the hundred. One bag comes in by `importFeatures`, as PyTorch made it; the others are written into the gateway's own
 * stores with the same description, for a worker thread for each of hundreds of files would take a minute.
 */
export class SlideMaker {
  private made = 0;

  private constructor(
    private readonly slides: SlideCatalog,
    private readonly store: FeatureStore,
    /** The slide whose bag was imported. */
    readonly imported: MadeSlide,
    private readonly corner: CornerFeatures,
  ) {}

  static async of({ gateway, ...rest }: TestGateway): Promise<SlideMaker> {
    const slides = gateway.app.get(SlideCatalog, { strict: false });
    const store = gateway.app.get(FeatureStore, { strict: false });
    const id = await addSlide({ gateway, ...rest }, 'C6.tiff', C6_FACTS);
    const digest = await importCorner({ gateway, ...rest }, id);
    const bag = await store.byDigest(TENANT, digest);
    if (!bag) throw new Error('the imported bag was expected to be in the store');
    const corner = await cornerFeatures();
    return new SlideMaker(slides, store, { id, bag, features: corner.features }, corner);
  }

  /** So many slides, no two with the same features: 8 to 22 tiles of the quiet corner each, of another choice and strength. */
  async many(count: number): Promise<readonly MadeSlide[]> {
    const made: MadeSlide[] = [];
    while (made.length < count) {
      const some = Array.from({ length: Math.min(WRITTEN_AT_ONCE, count - made.length) }, () => this.next());
      made.push(...(await Promise.all(some.map(([slide, features]) => this.withBag(slide, features)))));
    }
    return made;
  }

  /** A slide that nobody has made features for. */
  async bare(): Promise<string> {
    return (await this.addSlide()).id;
  }

  /** A slide whose features are these, described as the imported ones are but for `changes`. */
  async withFeatures(features: Float32Array, changes: Partial<BagDescription> = {}): Promise<MadeSlide> {
    return this.withBag(this.addSlide(), features, changes);
  }

  private next(): readonly [Promise<Slide>, Float32Array] {
    const { features, count, dim } = this.corner;
    const number = this.made;
    const tiles = LEAST_TILES + (number % (count - LEAST_TILES + 1));
    const first = (number * 7) % count;
    // Tiles in turn from another start; slides that meet in both differ in strength.
    const strength = 1 + Math.floor(number / count) / 64;
    const own = Float32Array.from({ length: tiles * dim }, (_, i) => {
      const tile = (first + Math.floor(i / dim)) % count;
      return (features[tile * dim + (i % dim)] ?? NaN) * strength;
    });
    return [this.addSlide(), own];
  }

  private addSlide(): Promise<Slide> {
    this.made += 1;
    const { width: widthPx, height: heightPx, mpp } = referenceC6.slide;
    return this.slides.add(TENANT, exampleSlide(`many ${this.made}`, { ...C6_FACTS, widthPx, heightPx, mpp }));
  }

  private async withBag(
    adding: Promise<Slide>,
    features: Float32Array,
    changes: Partial<BagDescription> = {},
  ): Promise<MadeSlide> {
    const slide = await adding;
    const { encoderName: name, encoderVersion: version, encoderDigest: digest, ...described } = this.imported.bag;
    const writer = await this.store.beginBag({
      ...described,
      slide,
      encoder: { name, version, digest },
      ...changes,
    });
    const tiles = features.length / this.corner.dim;
    await writer.append(
      features,
      Int32Array.from({ length: tiles * 2 }, (_, i) => Math.floor(i / 2) * 326),
    );
    return { id: slide.id, bag: await writer.finish(null), features };
  }
}

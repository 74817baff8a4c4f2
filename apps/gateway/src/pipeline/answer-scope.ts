import { type ModelVersion, type RegistrySnapshot } from '#model-registry';
import { NotFound } from '#libs/errors';
import { type Answer, type AnswerStore } from '#gateway/answer-store';
import { type BlobStore } from '#gateway/blob-store';
import { type FeatureBag, type FeatureStore } from '#gateway/feature-store';
import { type CallerLicences, type LicenceGate } from '#gateway/licences';
import { type Slide, type SlideCatalog } from '#gateway/slide-catalog';
import { batchLoader, Turns } from './batch-loader.js';
import { Gathering } from './gathering.js';
import { ModelLanes } from './model-lanes.js';
import { type RawAnswer } from './raw-answer.js';
import { rawAnswerOf } from './stored-answer.js';

/** What one operation shares while it is answered: who asks, until when, one registry snapshot, and loaders that gather by key. */
export interface AnswerScope {
  readonly tenant: string;
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
  readonly snapshot: RegistrySnapshot;
  /** Tells the audit record that the operation asked this version, whatever comes of it. */
  readonly note: (version: ModelVersion) => void;
  /** What the caller may use. Whatever hands out numbers of a version asks `admit` first. */
  readonly licences: CallerLicences;
  /** @throws NotFound */
  readonly slide: (id: string) => Promise<Slide>;
  readonly bags: (slideId: string) => Promise<readonly FeatureBag[]>;
  /** The raw answer of an identical earlier question, or null. */
  readonly storedAnswer: (id: string) => Promise<RawAnswer | null>;
  /** The same, of what is in memory now; null says nothing about the store. */
  readonly keptAnswer: (id: string) => RawAnswer | null;
  /** Runs work at most once for a key within the operation. */
  readonly once: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  /** Runs a question to a version when the operation has a place for it on its way to the model servers. */
  readonly inLane: <T>(version: ModelVersion, work: () => Promise<T>) => Promise<T>;
  /** The same asker without the request: for work that nobody waits for, until a time of its own. It leaves no note in the audit record. */
  readonly apart: (signal: AbortSignal, deadlineAt: number) => AnswerScope;
  /** Waits for other answers of the operation that are still computed, so that they are stored together. */
  readonly together: () => Promise<void>;
}

/** The stores that a scope reads. */
export interface ScopeStores {
  readonly slides: SlideCatalog;
  readonly features: FeatureStore;
  readonly answers: AnswerStore;
  readonly blobs: BlobStore;
  readonly licences: LicenceGate;
}

export function createAnswerScope(
  stores: ScopeStores,
  asker: {
    readonly tenant: string;
    readonly caller: string;
    readonly signal: AbortSignal;
    readonly deadlineAt: number;
    readonly snapshot: RegistrySnapshot;
    readonly note: (version: ModelVersion) => void;
  },
): AnswerScope {
  const { tenant, caller, signal, deadlineAt, snapshot } = asker;
  const gathering = new Gathering(deadlineAt);
  const lanes = new ModelLanes(signal, () => gathering.release());
  const turns = new Turns();
  const slides = batchLoader<Slide | null>(turns, (ids) => stores.slides.byIds(tenant, ids));
  const bags = batchLoader<readonly FeatureBag[]>(turns, (ids) => stores.features.bagsOfSlides(tenant, ids));
  const answers = batchLoader<Answer | null>(turns, (ids) => stores.answers.findMany(tenant, ids));
  return {
    ...asker,
    licences: stores.licences.of({ tenant, id: caller }, snapshot),
    slide: async (id) => (await slides.load(id)) ?? Promise.reject(new NotFound('slide')),
    bags: (slideId) => bags.load(slideId),
    storedAnswer: async (id) => {
      const stored = await answers.load(id);
      return stored ? rawAnswerOf(stored, stores.blobs) : null;
    },
    keptAnswer: (id) => {
      const kept = stores.answers.kept(tenant, id);
      return kept && rawAnswerOf(kept, stores.blobs);
    },
    once: onceByKey(),
    inLane: (version, work) => lanes.run(version.digest, work),
    apart: (ownSignal, ownDeadlineAt) =>
      createAnswerScope(stores, {
        tenant,
        caller,
        snapshot,
        signal: ownSignal,
        deadlineAt: ownDeadlineAt,
        note: () => undefined,
      }),
    together: () => (lanes.isIdle || signal.aborted ? Promise.resolve() : gathering.wait()),
  };
}

function onceByKey(): AnswerScope['once'] {
  const running = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const known = running.get(key);
    if (known) return known as Promise<T>;
    const started = work();
    running.set(key, started);
    return started;
  };
}

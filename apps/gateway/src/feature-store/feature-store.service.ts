import { codeOf, insertOrIgnore, RowMemory, type Json } from '#libs/database';
import { Conflict, NotFound, StoreUnavailable } from '#libs/errors';
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DataSource, In } from 'typeorm';
import type { BlobStore } from '#gateway/blob-store';
import { BagCache } from './bag-cache.js';
import { bagDigestOf } from './bag-digest.js';
import { TileWriter, type BagDescription, type BagWriter, type WrittenTiles } from './bag-writer.js';
import { FeatureBag } from './feature-bag.entity.js';
import { readBag, readCoords, type LoadedBag } from './loaded-bag.js';

export type { LoadedBag } from './loaded-bag.js';

export interface FeatureStoreOptions {
  /** Bytes of loaded bags that are kept, 256 MiB when not given. */
  readonly cacheBytes?: number;
  /** Whether no other process writes to the store; false when not given. */
  readonly isAlone?: boolean;
}

/** Slides whose bags are kept in memory where nobody else writes: some ten kilobytes each. */
const MOST_KEPT = 2_000;

const CACHE_BYTES = 256 * 1024 * 1024;
const COORDS_CACHE_BYTES = 32 * 1024 * 1024;
const FOREIGN_KEY_VIOLATION = '23503';
// What a bag of one digest must agree in; how it is described (recipe, plan) may be said in other words.
const CONTENT = ['slideId', 'level', 'encoderDigest', 'preprocessingDigest', 'origin', 'tileCount', 'dim'] as const;
const ARRAYS = ['coordsDatatype', 'coordsUnit', 'featuresBlob', 'coordsBlob'] as const;

/** Feature bags by digest: the row in the database, the arrays in the blob store. Immutable. */
export class FeatureStore {
  private readonly loaded: BagCache;
  private readonly memory: RowMemory<readonly FeatureBag[]>;
  private readonly places = new LRUCache<string, LoadedBag['coords']>({
    maxSize: COORDS_CACHE_BYTES,
    sizeCalculation: ({ byteLength }) => byteLength,
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
    options: FeatureStoreOptions = {},
  ) {
    this.loaded = new BagCache((bag) => readBag(blobs, bag), options.cacheBytes ?? CACHE_BYTES);
    this.memory = new RowMemory(options.isAlone === true ? MOST_KEPT : 0);
  }

  /** Starts a bag that is written batch by batch. Nothing is visible to anybody before `finish`. */
  async beginBag(description: BagDescription): Promise<BagWriter> {
    const features = await this.blobs.writer();
    const coords = await this.blobs.writer();
    return new TileWriter(description, features, coords, (written, plan) =>
      this.save(bagOf(description, written, plan)),
    );
  }

  /**
   * Stores the row of a bag whose arrays are in the blob store.
   * @returns the stored bag: the earlier row when the same bag was there already
   * @throws Conflict when a bag of this digest has other content; nothing is overwritten
   * @throws NotFound when the tenant has no such slide
   */
  async save(bag: Omit<FeatureBag, 'slide' | 'createdAt'>): Promise<FeatureBag> {
    await this.memory.change(keyOf(bag.tenant, bag.slideId), () => this.insert(bag));
    const stored = await this.byDigest(bag.tenant, bag.digest);
    if (!stored) throw new StoreUnavailable();
    const differing = [...CONTENT, ...ARRAYS].filter((field) => stored[field] !== bag[field]);
    if (differing.length > 0) {
      throw new Conflict('A feature bag of this digest exists with other content. Nothing was overwritten.', {
        digest: bag.digest,
        fields: differing,
      });
    }
    return stored;
  }

  /** The bags of each slide, oldest first, in the order of the ids; one query at most. */
  async bagsOfSlides(tenant: string, slideIds: readonly string[]): Promise<readonly (readonly FeatureBag[])[]> {
    const byKey = new Map(slideIds.map((id) => [keyOf(tenant, id), id]));
    const bags = await this.memory.read([...byKey.keys()], async (missing) => {
      const wanted = missing.map((key) => byKey.get(key) ?? '');
      const found = await this.dataSource.manager
        .createQueryBuilder(FeatureBag, 'bag')
        .where({ tenant, slideId: In(wanted) })
        .orderBy({ 'bag.createdAt': 'ASC', 'bag.digest': 'ASC' })
        .getMany();
      const bySlide = new Map(wanted.map((id): [string, FeatureBag[]] => [id, []]));
      for (const bag of found) bySlide.get(bag.slideId)?.push(Object.freeze(bag));
      return wanted.map((id) => bySlide.get(id) ?? []);
    });
    const found = new Map([...byKey.values()].map((id, at) => [id, bags[at]]));
    return slideIds.map((id) => found.get(id) ?? []);
  }

  async byDigest(tenant: string, digest: string): Promise<FeatureBag | null> {
    return this.dataSource.manager.createQueryBuilder(FeatureBag, 'bag').where({ tenant, digest }).getOne();
  }

  /**
   * The arrays of a bag, from memory when they were loaded lately. Callers who ask at the same time share one reading, and a few bags are
   * read at a time.
   * @param signal ends this caller's wait
   * @throws StoreDamaged when the stored bytes are not the ones that were written
   */
  load(bag: FeatureBag, signal?: AbortSignal): Promise<LoadedBag> {
    return this.loaded.load(bag, signal);
  }

  /**
   * The places of a bag's tiles, `[tile_count, 2]` in the bag's unit: enough to tell which tiles a region holds, and read without the features.
   * @throws StoreDamaged when the stored bytes are not the ones that were written
   */
  async coords(bag: FeatureBag): Promise<LoadedBag['coords']> {
    const known = this.loaded.peek(bag)?.coords ?? this.places.get(bag.coordsBlob);
    if (known) return known;
    const coords = await readCoords(this.blobs, bag);
    this.places.set(bag.coordsBlob, coords);
    return coords;
  }

  private async insert(bag: Omit<FeatureBag, 'slide' | 'createdAt'>): Promise<void> {
    try {
      await insertOrIgnore(this.dataSource.manager, FeatureBag, [{ ...bag, createdAt: new Date() }]);
    } catch (error) {
      throw codeOf(error) === FOREIGN_KEY_VIOLATION ? new NotFound('slide') : error;
    }
  }
}

function keyOf(tenant: string, slideId: string): string {
  return JSON.stringify([tenant, slideId]);
}

function bagOf(
  description: BagDescription,
  written: WrittenTiles,
  plan: Json,
): Omit<FeatureBag, 'slide' | 'createdAt'> {
  const { slide, encoder, ...rest } = description;
  const { features, coords } = written;
  const contentDigest = createHash('sha256').update(`${features.digest}\n${coords.digest}`).digest('hex');
  return {
    ...rest,
    level: rest.level ?? 'TILE',
    digest: bagDigestOf({
      slideDigest: slide.digest,
      preprocessingDigest: rest.preprocessingDigest,
      encoderDigest: encoder.digest,
      ...(rest.origin === 'IMPORTED' ? { contentDigest } : {}),
    }),
    slideId: slide.id,
    encoderName: encoder.name,
    encoderVersion: encoder.version,
    encoderDigest: encoder.digest,
    datatype: 'FP32',
    tileCount: written.tileCount,
    featuresBlob: features.digest,
    coordsBlob: coords.digest,
    meanEmbedding: written.meanEmbedding,
    plan,
  };
}

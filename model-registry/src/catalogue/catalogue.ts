import { effectiveLicence, type EffectiveLicence } from '../effective-licence.js';
import type { ModelVersion, RegisteredModel } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import { compareKeys, modelKeyOf, versionKeyOf, type CatalogueOrder, type SortKey } from './sort-keys.js';
import { versionTest, type VersionFacts, type VersionFilter } from './version-filter.js';

/** A part of a sorted list. */
export interface CataloguePage<T> {
  readonly items: readonly T[];
  readonly hasNext: boolean;
  /** The key of the last item: pass it as `after` to go on. Null on an empty page. */
  readonly endKey: SortKey | null;
  /** How many there are on all pages; counted when it is asked for. */
  readonly count: () => number;
}

/** Which part of a list is wanted: `first` items behind the key `after`. */
export interface PageWish {
  readonly order: CatalogueOrder;
  readonly first: number;
  readonly after: SortKey | null;
}

interface Sorted<T> {
  readonly item: T;
  readonly key: SortKey;
  /** The versions that a filter is asked about. */
  readonly facts: readonly VersionFacts[];
}

/**
 * Searches one snapshot. Everything is in memory: a list is sorted once for each snapshot, and a page walks it from its place until it is
 * full, so that a page costs what it passes and not what there is.
 */
export class Catalogue {
  readonly #versions = new Map<CatalogueOrder, readonly Sorted<ModelVersion>[]>();
  readonly #models = new Map<CatalogueOrder, readonly Sorted<RegisteredModel>[]>();
  readonly #licences = new Map<ModelVersion, EffectiveLicence>();
  readonly #facts = new Map<ModelVersion, VersionFacts>();

  private constructor(private readonly snapshot: RegistrySnapshot) {}

  /** The catalogue of a snapshot; the same one as long as the snapshot lives. */
  static of(snapshot: RegistrySnapshot): Catalogue {
    const known = catalogues.get(snapshot);
    if (known) return known;
    const made = new Catalogue(snapshot);
    catalogues.set(snapshot, made);
    return made;
  }

  /** Versions that a filter lets through. */
  versions(filter: VersionFilter, wish: PageWish): CataloguePage<ModelVersion> {
    return pageOf(this.sortedVersions(wish.order), versionTest(filter), wish);
  }

  /** Models of which a filter lets at least one version through; the models are whole. */
  models(filter: VersionFilter, wish: PageWish): CataloguePage<RegisteredModel> {
    return pageOf(this.sortedModels(wish.order), versionTest(filter), wish);
  }

  /** The strictest terms of a version of this snapshot, worked out once. */
  licenceOf(version: ModelVersion): EffectiveLicence {
    return remember(this.#licences, version, () => effectiveLicence(version, this.snapshot));
  }

  private factsOf(version: ModelVersion): VersionFacts {
    return remember(this.#facts, version, () => ({
      version,
      text: `${version.name}\n${version.card.identity.title}`.toLowerCase(),
      organs: version.card.intendedUse.organs.map((organ) => organ.toLowerCase()),
      sourceState: this.snapshot.sources.find(({ id }) => id === version.source)?.state ?? 'DOWN',
      licence: () => this.licenceOf(version),
    }));
  }

  private sortedVersions(order: CatalogueOrder): readonly Sorted<ModelVersion>[] {
    return remember(this.#versions, order, () =>
      this.snapshot.models
        .flatMap((model) => model.versions)
        .map((item) => ({ item, key: versionKeyOf(order, item), facts: [this.factsOf(item)] }))
        .sort(byKey),
    );
  }

  private sortedModels(order: CatalogueOrder): readonly Sorted<RegisteredModel>[] {
    return remember(this.#models, order, () =>
      this.snapshot.models
        .map((item) => ({
          item,
          key: modelKeyOf(order, item),
          facts: item.versions.map((version) => this.factsOf(version)),
        }))
        .sort(byKey),
    );
  }
}

const catalogues = new WeakMap<RegistrySnapshot, Catalogue>();

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function byKey(a: Sorted<unknown>, b: Sorted<unknown>): number {
  return compareKeys(a.key, b.key);
}

function pageOf<T>(
  list: readonly Sorted<T>[],
  test: (facts: VersionFacts) => boolean,
  { first, after }: PageWish,
): CataloguePage<T> {
  const found: Sorted<T>[] = [];
  for (let i = after ? placeBehind(list, after) : 0; i < list.length && found.length <= first; i += 1) {
    const entry = list[i];
    if (entry?.facts.some(test)) found.push(entry);
  }
  const page = found.slice(0, first);
  return {
    items: page.map(({ item }) => item),
    hasNext: found.length > first,
    endKey: page.at(-1)?.key ?? null,
    count: () => list.reduce((sum, { facts }) => sum + Number(facts.some(test)), 0),
  };
}

/** The first place whose key comes after a key, which itself need not be in the list any more. */
function placeBehind(list: readonly Sorted<unknown>[], key: SortKey): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry && compareKeys(entry.key, key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

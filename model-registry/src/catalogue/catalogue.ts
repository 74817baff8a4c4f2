import { effectiveLicence, licensedParts, type EffectiveLicence } from '../effective-licence.js';
import type { ModelVersion, RegisteredModel } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { SnapshotEntries } from '../snapshot-entries.js';
import { byKey, pageOf, type CataloguePage, type Keyed, type PageWish } from './keyed-page.js';
import { modelKeyOf, versionKeyOf, type CatalogueOrder } from './sort-keys.js';
import { versionTest, type VersionFacts, type VersionFilter } from './version-filter.js';

interface Entry<T> extends Keyed<T> {
  /** The versions that a filter is asked about. */
  readonly facts: readonly VersionFacts[];
}

/**
 * Searches one snapshot. Everything is in memory: a list is sorted once for each snapshot, and a page walks it from its place until it is
 * full, so that a page costs what it passes and not what there is.
 */
export class Catalogue {
  readonly #versions = new Map<CatalogueOrder, readonly Entry<ModelVersion>[]>();
  readonly #models = new Map<CatalogueOrder, readonly Entry<RegisteredModel>[]>();
  readonly #licences = new Map<ModelVersion, EffectiveLicence>();
  readonly #parts = new Map<ModelVersion, readonly ModelVersion[]>();
  readonly #facts = new Map<ModelVersion, VersionFacts>();

  private constructor(private readonly snapshot: RegistrySnapshot) {}

  /** The catalogue of a snapshot; the same one as long as the entries and the states of the sources are the same. */
  static of(snapshot: RegistrySnapshot): Catalogue {
    const known = catalogues.get(snapshot.entries);
    if (known && statesOf(known.snapshot) === statesOf(snapshot)) return known;
    const made = new Catalogue(snapshot);
    catalogues.set(snapshot.entries, made);
    return made;
  }

  /** Versions that a filter lets through. */
  versions(filter: VersionFilter, wish: PageWish): CataloguePage<ModelVersion> {
    return pageOf(this.sortedVersions(wish.order), anyOf(filter), wish);
  }

  /** Models of which a filter lets at least one version through; the models are whole. */
  models(filter: VersionFilter, wish: PageWish): CataloguePage<RegisteredModel> {
    return pageOf(this.sortedModels(wish.order), anyOf(filter), wish);
  }

  /** The strictest terms of a version of this snapshot, worked out once. */
  licenceOf(version: ModelVersion): EffectiveLicence {
    return remember(this.#licences, version, () => effectiveLicence(version, this.snapshot));
  }

  /** Every version whose licence holds for a version's numbers, its own first. */
  licensedPartsOf(version: ModelVersion): readonly ModelVersion[] {
    return remember(this.#parts, version, () => licensedParts(version, this.snapshot));
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

  private sortedVersions(order: CatalogueOrder): readonly Entry<ModelVersion>[] {
    return remember(this.#versions, order, () =>
      this.snapshot.models
        .flatMap((model) => model.versions)
        .map((item) => ({ item, key: versionKeyOf(order, item), facts: [this.factsOf(item)] }))
        .sort(byKey),
    );
  }

  private sortedModels(order: CatalogueOrder): readonly Entry<RegisteredModel>[] {
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

const catalogues = new WeakMap<SnapshotEntries, Catalogue>();

function statesOf({ sources }: RegistrySnapshot): string {
  return sources.map(({ state }) => state).join();
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function anyOf(filter: VersionFilter): (entry: Entry<unknown>) => boolean {
  const test = versionTest(filter);
  return ({ facts }) => facts.some(test);
}

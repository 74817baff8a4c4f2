import { effectiveLicence, licenceTermsOf, type EffectiveLicence } from '../effective-licence.js';
import type { LicenceTerms } from '../licence-terms.js';
import type { ModelVersion, RegisteredModel } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { SnapshotEntries } from '../snapshot-entries.js';
import { Turns } from '../turns.js';
import { pageOf, type CataloguePage, type PageWish } from './keyed-page.js';
import type { CatalogueOrder } from './sort-keys.js';
import { mergeInTurns } from './sort-in-turns.js';
import { sourceLists, type CatalogueEntry, type SourceLists } from './source-lists.js';
import { versionTest, type VersionFilter } from './version-filter.js';

/**
 * Searches one snapshot. Everything is in memory. Each source's part is sorted once, when somebody asks first after a change of it, and the
 * parts are merged; a page walks the list from its place until it is full, so that it costs what it passes and not what there is. All of
 * that is done in turns: with thousands of versions it would keep the event loop.
 */
export class Catalogue {
  readonly #lists = new Map<CatalogueOrder, Promise<SourceLists>>();
  readonly #licences = new Map<ModelVersion, EffectiveLicence>();
  readonly #terms = new Map<ModelVersion, readonly LicenceTerms[]>();

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
  async versions(filter: VersionFilter, wish: PageWish): Promise<CataloguePage<ModelVersion>> {
    const { versions } = await this.lists(wish.order);
    return pageOf(versions, this.anyOf(filter), wish);
  }

  /** Models of which a filter lets at least one version through; the models are whole. */
  async models(filter: VersionFilter, wish: PageWish): Promise<CataloguePage<RegisteredModel>> {
    const { models } = await this.lists(wish.order);
    return pageOf(models, this.anyOf(filter), wish);
  }

  /** The strictest terms of a version of this snapshot, worked out once. */
  licenceOf(version: ModelVersion): EffectiveLicence {
    return remember(this.#licences, version, () => effectiveLicence(version, this.snapshot));
  }

  /** All terms that hold for a version's numbers, its own first. */
  termsOf(version: ModelVersion): readonly LicenceTerms[] {
    return remember(this.#terms, version, () => licenceTermsOf(version, this.snapshot));
  }

  private lists(order: CatalogueOrder): Promise<SourceLists> {
    return remember(this.#lists, order, () => joined(this.snapshot.entries, order));
  }

  private anyOf(filter: VersionFilter): (entry: CatalogueEntry<unknown>) => boolean {
    const states = new Map(this.snapshot.sources.map(({ id, state }) => [id, state]));
    const test = versionTest(filter, {
      stateOf: (source) => states.get(source) ?? 'DOWN',
      licenceOf: (version) => this.licenceOf(version),
    });
    return test ? ({ facts }) => facts.some(test) : () => true;
  }
}

const catalogues = new WeakMap<SnapshotEntries, Catalogue>();

async function joined({ parts }: SnapshotEntries, order: CatalogueOrder): Promise<SourceLists> {
  const turns = new Turns();
  const lists: SourceLists[] = [];
  for (const part of parts) lists.push(await sourceLists(part, order));
  return {
    versions: await mergeInTurns(
      lists.map(({ versions }) => versions),
      turns,
    ),
    models: await mergeInTurns(
      lists.map(({ models }) => models),
      turns,
    ),
  };
}

function statesOf({ sources }: RegistrySnapshot): string {
  return sources.map(({ state }) => state).join();
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

import type { ModelVersion, RegisteredModel } from '../registered-model.js';
import { Turns } from '../turns.js';
import type { Keyed } from './keyed-page.js';
import { modelKeyOf, versionKeyOf, type CatalogueOrder } from './sort-keys.js';
import { sortInTurns } from './sort-in-turns.js';
import { versionFacts, type VersionFacts } from './version-facts.js';

/** An entry of a sorted list, with what a filter is asked about: a version, or all versions of a model. */
export interface CatalogueEntry<T> extends Keyed<T> {
  readonly facts: readonly VersionFacts[];
}

/** What one source has, sorted. */
export interface SourceLists {
  readonly versions: readonly CatalogueEntry<ModelVersion>[];
  readonly models: readonly CatalogueEntry<RegisteredModel>[];
}

type Models = readonly RegisteredModel[];

const known: Readonly<Record<CatalogueOrder, WeakMap<Models, Promise<SourceLists>>>> = {
  NAME: new WeakMap(),
  NEWEST: new WeakMap(),
};
const facts = new WeakMap<ModelVersion, VersionFacts>();

/** The lists of one source's models in an order. They are made once, and live as long as the models are the same. */
export function sourceLists(models: Models, order: CatalogueOrder): Promise<SourceLists> {
  const lists = known[order].get(models) ?? makeLists(models, order);
  known[order].set(models, lists);
  return lists;
}

async function makeLists(models: Models, order: CatalogueOrder): Promise<SourceLists> {
  const turns = new Turns();
  const ofVersions: CatalogueEntry<ModelVersion>[] = [];
  const ofModels: CatalogueEntry<RegisteredModel>[] = [];
  for (const model of models) {
    const own = model.versions.map((item) => ({ item, key: versionKeyOf(order, item), facts: [factsOf(item)] }));
    ofVersions.push(...own);
    ofModels.push({ item: model, key: modelKeyOf(order, model), facts: own.flatMap((entry) => entry.facts) });
    await turns.rest();
  }
  return { versions: await sortInTurns(ofVersions, turns), models: await sortInTurns(ofModels, turns) };
}

function factsOf(version: ModelVersion): VersionFacts {
  const made = facts.get(version) ?? versionFacts(version);
  facts.set(version, made);
  return made;
}

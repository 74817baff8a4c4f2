import type { ModelVersion, RegisteredModel } from '../registered-model.js';

/** In which order a list is walked. NEWEST: the newest first. */
export type CatalogueOrder = 'NAME' | 'NEWEST';

/**
 * What an entry is sorted by: no two entries have the same key, and the key of a version never changes. A list that is walked by keys
 * stays right while entries come and go: what was passed is passed, wherever it would stand by number.
 */
export type SortKey = readonly (string | number)[];

/** By name, source, number; or by the time of registration, the newest first, and then so. */
export function versionKeyOf(order: CatalogueOrder, version: ModelVersion): SortKey {
  const identity = [version.name, version.source, Number(version.version)];
  return order === 'NAME' ? identity : [-Date.parse(version.registeredAt), ...identity];
}

/** By name and source; or by the time of the model's newest version, and then so. */
export function modelKeyOf(order: CatalogueOrder, model: RegisteredModel): SortKey {
  const identity = [model.name, model.source];
  if (order === 'NAME') return identity;
  const newest = model.versions.reduce((latest, { registeredAt }) => Math.max(latest, Date.parse(registeredAt)), 0);
  return [-newest, ...identity];
}

/** Below 0 where `a` comes first. Numbers by value, texts by their UTF-16 code units. */
export function compareKeys(a: SortKey, b: SortKey): number {
  // A plain loop: sorting 8,000 versions comes by here 100,000 times.
  for (let i = 0; i < a.length; i += 1) {
    const part = a[i];
    const other = b[i];
    if (part === undefined || other === undefined) break;
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** Whether a value that came from outside has the form of a key of this order. */
export function isSortKey(value: unknown, forms: readonly ('string' | 'number')[]): value is SortKey {
  return (
    Array.isArray(value) &&
    value.length === forms.length &&
    forms.every((form, i) => typeof value[i] === form && (form === 'string' || Number.isFinite(value[i])))
  );
}

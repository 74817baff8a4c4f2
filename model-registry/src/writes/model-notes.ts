import { groupBy } from '../group-by.js';
import { stampOf, type KnownStamp, type RegistryWrite } from './registry-write.js';

/** A remark on a model: a key and its value. No answer depends on one. */
export interface ModelTag extends KnownStamp {
  readonly key: string;
  readonly value: string;
}

/** What people wrote about a model, beside what its cards say. */
export interface ModelNotes {
  /** Sorted by key. */
  readonly tags: readonly ModelTag[];
  readonly description: string | null;
}

export const NO_NOTES: ModelNotes = { tags: [], description: null };

/** Reads writes, oldest first, into what is noted of each model, by name. */
export function notesOf(writes: readonly RegistryWrite[]): ReadonlyMap<string, ModelNotes> {
  const byName = groupBy(writes, ({ name }) => name);
  return new Map([...byName].map(([name, ofModel]) => [name, notesOfModel(ofModel)]));
}

/** As `notesOf`, of writes that are all on one model. */
export function notesOfModel(writes: readonly RegistryWrite[]): ModelNotes {
  const tags = new Map<string, ModelTag>();
  let description: string | null = null;
  for (const write of writes) {
    if (write.kind === 'DESCRIPTION_SET') description = write.document.text;
    if (write.kind !== 'TAG_SET') continue;
    const { value } = write.document;
    if (value === null) tags.delete(write.subject);
    else tags.set(write.subject, { ...stampOf(write), key: write.subject, value });
  }
  return { tags: [...tags.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), description };
}

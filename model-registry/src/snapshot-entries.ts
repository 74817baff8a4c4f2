import { groupBy } from './group-by.js';
import type { ModelVersion, RegisteredModel } from './registered-model.js';

/** The entries of a snapshot and the ways into them. Shared by snapshots that differ only in when their sources were read. */
export class SnapshotEntries {
  /** Sorted by name, then in the order of the sources. */
  readonly models: readonly RegisteredModel[];
  readonly #byName: ReadonlyMap<string, readonly RegisteredModel[]>;
  readonly #byDigest: ReadonlyMap<string, readonly ModelVersion[]>;

  /** @param parts the models of each source, in the order of the sources */
  constructor(
    readonly id: string,
    readonly parts: readonly (readonly RegisteredModel[])[],
  ) {
    this.models = Object.freeze(parts.flat().sort((a, b) => compareText(a.name, b.name)));
    this.#byName = groupBy(this.models, (model) => model.name);
    this.#byDigest = groupBy(
      this.models.flatMap((model) => model.versions),
      (version) => version.digest,
    );
    Object.freeze(this);
  }

  /** The models of this name, one for each source that has it. */
  named(name: string): readonly RegisteredModel[] {
    return this.#byName.get(name) ?? [];
  }

  withDigest(digest: string): readonly ModelVersion[] {
    return this.#byDigest.get(digest) ?? [];
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

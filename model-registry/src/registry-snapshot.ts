import { AmbiguousModel, ModelNotFound } from '#libs/errors';
import { groupBy } from './group-by.js';
import { formatModelRef, type ModelRef, type ModelSelector } from './model-ref.js';
import type { ModelVersion, RegisteredModel, SourceStatus } from './registered-model.js';

/**
 * What the registry knew at one moment, over all its sources. Immutable and swapped whole: a request takes one and keeps it. Nothing
 * here does any input or output.
 */
export class RegistrySnapshot {
  /** SHA-256 over the catalogue: two gateways with the same entries have the same id, whenever they read them. */
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly sources: readonly SourceStatus[];
  /** Sorted by name, then in the order of the sources. */
  readonly models: readonly RegisteredModel[];
  readonly #byName: ReadonlyMap<string, readonly RegisteredModel[]>;
  readonly #byDigest: ReadonlyMap<string, readonly ModelVersion[]>;

  constructor(contents: Pick<RegistrySnapshot, 'id' | 'takenAt' | 'sources' | 'models'>) {
    this.id = contents.id;
    this.takenAt = contents.takenAt;
    this.sources = contents.sources;
    this.models = contents.models;
    this.#byName = groupBy(this.models, (model) => model.name);
    this.#byDigest = groupBy(
      this.models.flatMap((model) => model.versions),
      (version) => version.digest,
    );
    Object.freeze(this);
  }

  /**
   * The version that a reference means now.
   * @param argument the name of the caller's argument, for the error
   * @throws ModelNotFound, or AmbiguousModel with the candidates if the reference names no source and several know the name
   */
  resolve(ref: ModelRef, argument = 'model'): ModelVersion {
    const models = (this.#byName.get(ref.name) ?? []).filter(
      (model) => ref.source === null || model.source === ref.source,
    );
    const found = models.flatMap((model) => select(model, ref.selector) ?? []);
    const [version] = found;
    if (!version) throw new ModelNotFound(argument);
    if (models.length === 1) return version;
    // Even if one source alone can resolve it: what a short reference means must not depend on what the others happen to have.
    throw new AmbiguousModel(found.map(({ source }) => formatModelRef({ ...ref, source })));
  }

  /** One version by its identity, or null. */
  find(source: string, name: string, version: string): ModelVersion | null {
    const model = this.#byName.get(name)?.find((candidate) => candidate.source === source);
    return (model && select(model, { kind: 'VERSION', version })) ?? null;
  }

  /** Every version with this digest: replicas of one version in several sources are the same model. Empty if there is none. */
  byDigest(digest: string): readonly ModelVersion[] {
    return this.#byDigest.get(digest) ?? [];
  }
}

function select({ versions, aliases }: RegisteredModel, selector: ModelSelector): ModelVersion | undefined {
  const version =
    selector.kind === 'VERSION'
      ? selector.version
      : aliases.find((candidate) => candidate.alias === selector.alias)?.version;
  return versions.find((candidate) => candidate.version === version);
}

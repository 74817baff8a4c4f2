import { AmbiguousModel, ModelNotFound } from '#libs/errors';
import { formatModelRef, type ModelRef, type ModelSelector } from './model-ref.js';
import type { ModelVersion, RegisteredModel, SourceStatus } from './registered-model.js';
import type { SnapshotEntries } from './snapshot-entries.js';

const NEVER = new Date(0).toISOString();

/**
 * What the registry knew at one moment, over all its sources. Immutable and swapped whole: a request takes one and keeps it. Nothing
 * here does any input or output.
 */
export class RegistrySnapshot {
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly sources: readonly SourceStatus[];
  /** The catalogue; the same object in every snapshot that has the same one. */
  readonly entries: SnapshotEntries;

  constructor(contents: Pick<RegistrySnapshot, 'takenAt' | 'sources' | 'entries'>) {
    this.takenAt = contents.takenAt;
    this.sources = contents.sources;
    this.entries = contents.entries;
    Object.freeze(this);
  }

  /** SHA-256 over the catalogue: two gateways with the same entries have the same id, whenever they read them. */
  get id(): string {
    return this.entries.id;
  }

  /** Sorted by name, then in the order of the sources. */
  get models(): readonly RegisteredModel[] {
    return this.entries.models;
  }

  /** When a source was last read with success, ISO 8601 in UTC: as old as that is what this snapshot knows of its versions. */
  readAt(source: string): string {
    return this.sources.find(({ id }) => id === source)?.lastSuccessAt ?? NEVER;
  }

  /**
   * The version that a reference means now.
   * @param argument the name of the caller's argument, for the error
   * @throws ModelNotFound, or AmbiguousModel with the candidates if the reference names no source and several know the name
   */
  resolve(ref: ModelRef, argument = 'model'): ModelVersion {
    const models = this.entries.named(ref.name).filter((model) => ref.source === null || model.source === ref.source);
    const found = models.flatMap((model) => select(model, ref.selector) ?? []);
    const [version] = found;
    if (!version) throw new ModelNotFound(argument);
    if (models.length === 1) return version;
    // Even if one source alone can resolve it: what a short reference means must not depend on what the others happen to have.
    throw new AmbiguousModel(found.map(({ source }) => formatModelRef({ ...ref, source })));
  }

  /** One model by its source and name, or null. */
  model(source: string, name: string): RegisteredModel | null {
    return this.entries.named(name).find((candidate) => candidate.source === source) ?? null;
  }

  /** One version by its identity, or null. */
  find(source: string, name: string, version: string): ModelVersion | null {
    const model = this.entries.named(name).find((candidate) => candidate.source === source);
    return (model && select(model, { kind: 'VERSION', version })) ?? null;
  }

  /** Every version with this digest: replicas of one version in several sources are the same model. Empty if there is none. */
  byDigest(digest: string): readonly ModelVersion[] {
    return this.entries.withDigest(digest);
  }
}

function select({ versions, aliases }: RegisteredModel, selector: ModelSelector): ModelVersion | undefined {
  const version =
    selector.kind === 'VERSION'
      ? selector.version
      : aliases.find((candidate) => candidate.alias === selector.alias)?.version;
  return versions.find((candidate) => candidate.version === version);
}

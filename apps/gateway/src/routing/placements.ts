import { type ModelVersion, type WrittenPlacement } from '#model-registry';
import { ModelNotReady } from '#libs/errors';
import { type ServedName } from './guarded-server.js';

/** A version's name on one server, as the operator placed it. */
export interface ConfiguredPlacement {
  /** `source:name/version` */
  readonly model: string;
  readonly server: string;
  readonly as: ServedName;
}

/** Who said where a version runs. */
export type PlacementOrigin = 'CONFIGURATION' | 'MUTATION' | 'CARD' | 'EMBEDDED';

/** Where a version runs: the server's id, and what the version is called there. */
export interface PlacedAt {
  readonly server: string;
  readonly as: ServedName;
  readonly origin: PlacementOrigin;
}

/** What the embedded server does with a version of its directories: serves it, has another one of the same name and number, or knows nothing of it. */
export type EmbeddedHolding = 'SERVED' | 'SHADOWED' | 'FOREIGN';

/**
 * Which versions run where. What people placed wins, the operator in the configuration and administrators by mutation; a version of a local directory otherwise runs on the embedded server, which
 * serves the same directories; a card may name a configured server, never an address.
 */
export class Placements {
  private readonly configured: ReadonlyMap<string, readonly PlacedAt[]>;

  constructor(
    configured: readonly ConfiguredPlacement[],
    private readonly embedded: (version: ModelVersion) => EmbeddedHolding,
    /** What writes of the registry say of a version. */
    private readonly written: (version: ModelVersion) => readonly WrittenPlacement[] = () => [],
  ) {
    const byModel = new Map<string, PlacedAt[]>();
    for (const { model, server, as } of configured)
      byModel.set(model, [...(byModel.get(model) ?? []), { server, as, origin: 'CONFIGURATION' }]);
    this.configured = byModel;
  }

  /** As `of`; empty when it runs nowhere. */
  find(version: ModelVersion): readonly PlacedAt[] {
    try {
      return this.of(version);
    } catch (error) {
      if (error instanceof ModelNotReady) return [];
      throw error;
    }
  }

  /** Where a version runs, one entry a replica. @throws ModelNotReady when it runs nowhere */
  of(version: ModelVersion): readonly PlacedAt[] {
    const placed = this.placedByPeople(version);
    if (placed.length > 0) return placed;
    const { serving, artifacts } = version.card;
    if (!artifacts.some(({ role }) => role === 'MODEL'))
      throw new ModelNotReady(version.ref, 'it has no model file of its own, only members');
    const as = {
      name: serving.modelName ?? version.name,
      version: serving.modelVersion ?? version.version,
    };
    if (serving.server !== null && serving.server !== 'embedded')
      return [{ server: serving.server, as, origin: 'CARD' }];
    this.refuseOthersName(version);
    return [{ server: 'embedded', as, origin: 'EMBEDDED' }];
  }

  /** By the operator and by administrators: both count, and on one server the operator's word. */
  private placedByPeople(version: ModelVersion): readonly PlacedAt[] {
    const configured = this.configured.get(version.ref) ?? [];
    const written = this.written(version)
      .filter(({ server }) => configured.every((placed) => placed.server !== server))
      .map(({ server, as }): PlacedAt => ({ server, as, origin: 'MUTATION' }));
    return [...configured, ...written];
  }

  /** Whoever has the name first answers to it: that would be another version's number under this one's digest. */
  private refuseOthersName(version: ModelVersion): void {
    switch (this.embedded(version)) {
      case 'SERVED':
        return;
      case 'SHADOWED':
        throw new ModelNotReady(version.ref, 'an earlier models directory has a version of the same name and number');
      case 'FOREIGN':
        throw new ModelNotReady(
          version.ref,
          'no configured model server holds it, and its files are not in a models directory',
        );
    }
  }
}

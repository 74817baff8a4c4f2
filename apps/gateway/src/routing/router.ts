import { type ModelVersion } from '#model-registry';
import { ModelNotReady } from '#libs/errors';
import { type ModelServer } from './model-server.js';

/** A version's name on one server, as the operator placed it. */
export interface ConfiguredPlacement {
  /** `source:name/version` */
  readonly model: string;
  readonly server: string;
  readonly as: { readonly name: string; readonly version: string };
}

/** Where a version runs: the server, and what the version is called there. */
export interface Placement {
  readonly server: ModelServer;
  readonly modelName: string;
  readonly modelVersion: string;
}

/**
 * From a version to where it runs. What the operator placed wins; a version of a local directory otherwise runs on the embedded server,
 * which serves the same directories; a card may name a configured server, never an address.
 */
export class Router {
  private readonly servers: ReadonlyMap<string, ModelServer>;

  constructor(
    servers: readonly ModelServer[],
    private readonly placements: readonly ConfiguredPlacement[],
    /** Why the embedded server does not serve a version under its name, or null: it knows names, not sources. */
    private readonly whyUnserved: (version: ModelVersion) => string | null = () => null,
  ) {
    this.servers = new Map(servers.map((server) => [server.id, server]));
  }

  /** @throws ModelNotReady when no server holds the version */
  route(version: ModelVersion): Placement {
    const { serving, artifacts } = version.card;
    const named = {
      modelName: serving.modelName ?? version.name,
      modelVersion: serving.modelVersion ?? version.version,
    };
    const placed = this.placements.find((placement) => placement.model === version.ref);
    if (placed)
      return {
        server: this.serverOf(placed.server, version),
        modelName: placed.as.name,
        modelVersion: placed.as.version,
      };
    if (!artifacts.some((artifact) => artifact.role === 'MODEL'))
      throw new ModelNotReady(version.ref, 'it has no model file of its own, only members');
    const unserved = (serving.server ?? 'embedded') === 'embedded' ? this.whyUnserved(version) : null;
    if (unserved !== null) throw new ModelNotReady(version.ref, unserved);
    return { server: this.serverOf(serving.server ?? 'embedded', version), ...named };
  }

  /** Whether a server holds the version right now. A server that cannot be asked holds nothing. */
  async isReady(version: ModelVersion, signal: AbortSignal): Promise<boolean> {
    try {
      const { server, modelName, modelVersion } = this.route(version);
      return await server.client().modelReady(modelName, modelVersion, signal);
    } catch {
      return false;
    }
  }

  private serverOf(id: string, version: ModelVersion): ModelServer {
    const server = this.servers.get(id);
    if (!server) throw new ModelNotReady(version.ref, 'no configured model server holds it');
    return server;
  }
}

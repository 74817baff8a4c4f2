import { type ModelVersion } from '#model-registry';
import { type CallLimits } from '#libs/inference-client';
import { ModelNotReady } from '#libs/errors';
import { askReplicas, type ServedAnswer, type Tensors } from './ask-replicas.js';
import { type Clock, systemClock } from './clock.js';
import { type GuardedServer } from './guarded-server.js';
import { Placements } from './placements.js';
import { type Rank, type Replica } from './replica.js';

/** What a router needs to know beside where versions are placed. */
export interface RouterOptions {
  readonly hedgeAfterMs: number | null;
  readonly clock?: Clock;
}

/** From a version to an answer of a server that holds it. */
export class Router {
  private readonly clock: Clock;
  private readonly servers: ReadonlyMap<string, GuardedServer>;
  private turn = 0;

  constructor(
    servers: readonly GuardedServer[],
    private readonly placements: Placements,
    private readonly options: RouterOptions,
  ) {
    this.clock = options.clock ?? systemClock;
    this.servers = new Map(servers.map((server) => [server.id, server]));
  }

  /**
   * Asks a server that holds the version. Failures that a second try can mend are tried once more, on another replica where there is one.
   * @throws ModelNotReady when no server holds the version, and the errors of `InferenceClient`
   */
  infer(version: ModelVersion, tensors: Tensors, limits: CallLimits): Promise<ServedAnswer> {
    const { clock } = this;
    const { hedgeAfterMs } = this.options;
    this.turn += 1;
    return askReplicas(this.replicas(version), tensors, limits, { clock, hedgeAfterMs, rank: RANK, turn: this.turn });
  }

  /** Where a version runs. @throws ModelNotReady when no server holds it */
  replicas(version: ModelVersion): readonly Replica[] {
    const replicas = this.placements.of(version).flatMap(({ server: id, as }) => {
      const server = this.servers.get(id);
      return server ? [{ server, as }] : [];
    });
    if (replicas.length === 0) throw new ModelNotReady(version.ref, 'no configured model server holds it');
    return replicas;
  }

  /** Whether a server holds the version right now. A server that cannot be asked holds nothing. */
  async isReady(version: ModelVersion, signal: AbortSignal): Promise<boolean> {
    try {
      const states = this.replicas(version).map(({ server, as }) =>
        server.client().modelReady(as.name, as.version, signal),
      );
      return (await Promise.all(states)).some((isReady) => isReady);
    } catch {
      return false;
    }
  }
}

const RANK: Rank = () => 0;

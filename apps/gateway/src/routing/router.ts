import { type ModelVersion } from '#model-registry';
import { type CallLimits } from '#libs/inference-client';
import { ModelNotReady } from '#libs/errors';
import { type ServedAnswer, type Tensors } from './ask-one.js';
import { askReplicas } from './ask-replicas.js';
import { type Clock, systemClock } from './clock.js';
import { type Fleet } from './fleet.js';
import { type PlacementState, rankByState } from './placement-state.js';
import { type Replica } from './replica.js';
import { RowBatchers } from './row-batchers.js';

/** How a router asks. */
export interface RouterOptions {
  readonly hedgeAfterMs: number | null;
  readonly clock?: Clock;
}

/** From a version to an answer of a server that holds it. */
export class Router {
  private readonly clock: Clock;
  /** Where rows of several questions travel in one call. */
  readonly batchers: RowBatchers;
  private turn = 0;

  constructor(
    private readonly fleet: Fleet,
    private readonly options: RouterOptions,
  ) {
    this.clock = options.clock ?? systemClock;
    this.batchers = new RowBatchers(this.clock);
  }

  /**
   * Asks a server that holds the version. Failures that a second try can mend are tried once more, on another replica where there is one.
   * @throws ModelNotReady when no server holds the version, and the errors of `InferenceClient`
   */
  async infer(version: ModelVersion, tensors: Tensors, limits: CallLimits): Promise<ServedAnswer> {
    const { clock, turn } = this;
    const { hedgeAfterMs } = this.options;
    this.turn += 1;
    const rank = rankByState((replica) => this.stateOf(replica, version));
    return askReplicas(this.replicas(version), tensors, limits, { clock, hedgeAfterMs, rank, turn });
  }

  /** The places that may answer for a version. @throws ModelNotReady when there is none, with the reason */
  replicas(version: ModelVersion): readonly Replica[] {
    const placed = this.fleet.placements.of(version).flatMap(({ server: id, as }) => {
      const server = this.fleet.server(id);
      return server ? [{ server, as, batcher: this.batchers.of(server, as, version) }] : [];
    });
    if (placed.length === 0) throw new ModelNotReady(version.ref, 'no configured model server holds it');
    const states = placed.map((replica) => ({ replica, state: this.stateOf(replica, version) }));
    const routable = states.filter(({ state }) => state.kind !== 'UNROUTABLE');
    if (routable.length === 0) throw new ModelNotReady(version.ref, reasonOf(states.map(({ state }) => state)));
    return routable.map(({ replica }) => replica);
  }

  /** Whether a server held the version when it was last looked at. Nothing is asked for this. */
  isReady(version: ModelVersion): boolean {
    const { fleet } = this;
    return fleet.placements
      .find(version)
      .some(({ server, as }) => fleet.stateOf(server, as, version.digest).kind === 'READY');
  }

  private stateOf({ server, as }: Replica, { digest }: ModelVersion): PlacementState {
    return this.fleet.stateOf(server.id, as, digest);
  }
}

function reasonOf(states: readonly PlacementState[]): string {
  for (const state of states) if (state.kind === 'UNROUTABLE') return state.reason;
  return 'no model server holds it';
}

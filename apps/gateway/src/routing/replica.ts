import { type GuardedServer, type ServedName } from './guarded-server.js';
import { type RowBatcher } from './row-batcher.js';

/** One place where a version runs. All replicas of a version hold the same files, so each may answer for another. */
export interface Replica {
  readonly server: GuardedServer;
  readonly as: ServedName;
  /** Joins rows of questions to the version there; without one they are never joined. */
  readonly batcher?: RowBatcher | null;
}

/** Orders replicas by how well they are known to be; the lower, the sooner asked. */
export type Rank = (replica: Replica) => number;

/**
 * The replica to ask next: of those that may be asked, the best by rank, and of equals the one with the fewest calls under way. `turn` goes
 * round among equals, so that an idle fleet is used evenly.
 * @returns null when every breaker says no
 */
export function pickReplica(replicas: readonly Replica[], rank: Rank, turn: number): Replica | null {
  const passable = replicas.filter(({ server, as }) => server.isPassable(as));
  const best = Math.min(...passable.map(rank));
  const equals = passable.filter((replica) => rank(replica) === best);
  const leastLoad = Math.min(...equals.map(({ server }) => server.load));
  const idlest = equals.filter(({ server }) => server.load === leastLoad);
  return idlest[turn % Math.max(1, idlest.length)] ?? null;
}

import { type Rank } from './replica.js';

/** What is known of a version on a server, by the last look at it. */
export type PlacementState =
  /** Nobody has looked yet. */
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'READY' }
  /** The server answers, and the model is not ready there: it loads, or it is not there. */
  | { readonly kind: 'LOADING' }
  /** The server holds something else under this name: it is never asked. */
  | { readonly kind: 'UNROUTABLE'; readonly reason: string }
  | { readonly kind: 'UNREACHABLE' };

const ORDER: Readonly<Record<PlacementState['kind'], number>> = {
  READY: 0,
  UNKNOWN: 1,
  LOADING: 2,
  UNREACHABLE: 3,
  UNROUTABLE: 4,
};

/**
 * Those that were ready when they were looked at are asked first. The others are asked when there is nothing better: a look is seconds old,
 * and the server itself knows now.
 */
export function rankByState(stateOf: (replica: Parameters<Rank>[0]) => PlacementState): Rank {
  return (replica) => ORDER[stateOf(replica).kind];
}

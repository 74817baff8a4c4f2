import type { ArmBuckets } from './rollout-buckets.js';
import { stampOf, type RegistryWrite, type WriteStamp } from './registry-write.js';

/** Where a write placed a version. */
export interface WrittenPlacement extends WriteStamp {
  readonly version: string;
  /** Id of a configured model server. */
  readonly server: string;
  /** What the version is called there; without a number on a server that takes none. */
  readonly as: { readonly name: string; readonly version: string | null };
}

/** A copy of some questions goes to this version too; its values are stored and never returned. */
export interface Shadow {
  readonly version: string;
  /** Of 10,000 slides, how many. */
  readonly buckets: number;
}

/** What an alias means under traffic. */
export interface Rollout extends WriteStamp {
  readonly alias: string;
  /** Place of its write in the journal: what the next write must name. */
  readonly revision: string;
  /** Where the alias pointed when it was written. It is in force as long as the alias points there. */
  readonly target: string;
  readonly salt: string;
  readonly arms: readonly ArmBuckets[];
  readonly shadow: Shadow | null;
  /** Versions that may answer, in this order, for a caller who allows it, when the chosen one cannot. */
  readonly fallback: readonly string[];
}

/** How the versions of a model are served, as far as writes say it. */
export interface ModelServing {
  readonly placements: readonly WrittenPlacement[];
  readonly rollouts: readonly Rollout[];
}

export const NOT_SERVED_APART: ModelServing = { placements: [], rollouts: [] };

/** Reads writes on one model, oldest first. */
export function servingOfModel(writes: readonly RegistryWrite[]): ModelServing {
  const placements = new Map<string, WrittenPlacement>();
  const rollouts = new Map<string, Rollout>();
  for (const write of writes) {
    switch (write.kind) {
      case 'PLACEMENT_SET': {
        const { version, subject: server, document } = write;
        placements.set(`${version} ${server}`, { ...stampOf(write), version, server, as: document.as });
        break;
      }
      case 'PLACEMENT_REMOVED':
        placements.delete(`${write.version} ${write.subject}`);
        break;
      case 'ROLLOUT_SET':
        rollouts.set(write.subject, {
          ...stampOf(write),
          ...write.document,
          alias: write.subject,
          revision: String(write.seq),
        });
        break;
      case 'ROLLOUT_REMOVED':
        rollouts.delete(write.subject);
        break;
    }
  }
  return { placements: [...placements.values()], rollouts: [...rollouts.values()] };
}

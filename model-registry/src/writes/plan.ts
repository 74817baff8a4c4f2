import { BadUserInput } from '#libs/errors';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { Decide } from './registry-journal.js';
import type { ThroughPlan } from './through/through-plan.js';
import type { RegistryChange } from './write-result.js';

/** A write that was checked against a snapshot: on which model, how to decide on it, and what it comes to. */
export interface WritePlan {
  readonly source: string;
  readonly name: string;
  /** Throws what the snapshot alone cannot know: what others wrote meanwhile. */
  readonly decide: Decide;
  /**
   * The same write on a server that the source is written through to. Left out by what is this gateway's own business: where versions run.
   * @throws BadUserInput for what a server does not take
   */
  readonly through?: () => ThroughPlan;
  /** Whether it writes a proposal that somebody else approves. */
  readonly isProposal?: boolean;
  readonly changes: readonly RegistryChange[];
  readonly notices: readonly string[];
  /** Whether a snapshot shows what was written. */
  readonly isShownBy: (snapshot: RegistrySnapshot) => boolean;
}

/** @throws BadUserInput for a source that this gateway does not write to */
export function requireWritable(snapshot: RegistrySnapshot, source: string): void {
  const status = snapshot.sources.find(({ id }) => id === source);
  if (status?.isWritable) return;
  throw new BadUserInput(
    'model',
    'must be of a source that this gateway writes to: whoever runs it sets `registrySources[].writable`, or the model is changed at its own place and read again from there',
    { source, kind: status?.kind },
  );
}

import { BadUserInput } from '#libs/errors';
import type { SourceKind } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { Decide } from './registry-journal.js';
import type { RegistryChange } from './write-result.js';

/** A write that was checked against a snapshot: on which model, how to decide on it, and what it comes to. */
export interface WritePlan {
  readonly source: string;
  readonly name: string;
  /** Throws what the snapshot alone cannot know: what others wrote meanwhile. */
  readonly decide: Decide;
  /** Whether it writes a proposal that somebody else approves. */
  readonly isProposal?: boolean;
  readonly changes: readonly RegistryChange[];
  readonly notices: readonly string[];
  /** Whether a snapshot shows what was written. */
  readonly isShownBy: (snapshot: RegistrySnapshot) => boolean;
}

/** @throws BadUserInput for a source that this gateway does not write to */
export function requireWritable(snapshot: RegistrySnapshot, source: string, argument = 'model'): void {
  const kind: SourceKind | undefined = snapshot.sources.find(({ id }) => id === source)?.kind;
  if (kind === 'LOCAL') return;
  throw new BadUserInput(
    argument,
    'must be of a LOCAL source: what is registered elsewhere is changed there, and this gateway reads it again by itself',
    { source, kind },
  );
}

import { stampOf, type RegistryWrite, type WriteStamp } from './registry-write.js';

/** A move of an alias that waits for a second person. */
export interface AliasProposal extends WriteStamp {
  /** Its place in the journal. */
  readonly seq: number;
  readonly tenant: string;
  readonly source: string;
  readonly name: string;
  readonly alias: string;
  /** Where the alias shall point; null to remove it. */
  readonly version: string | null;
  /** Where it pointed when the move was proposed; null for nowhere. */
  readonly before: string | null;
}

/** The proposals that can still be approved: the last of each alias, unless the alias was moved since. */
export function openProposals(writes: readonly RegistryWrite[]): readonly AliasProposal[] {
  const open = new Map<string, AliasProposal>();
  for (const write of writes) {
    const key = `${write.name}@${write.subject}`;
    if (write.kind === 'ALIAS_PROPOSED') open.set(key, proposalOf(write));
    if (write.kind === 'ALIAS_SET' || write.kind === 'ALIAS_REMOVED') open.delete(key);
  }
  return [...open.values()];
}

function proposalOf(write: Extract<RegistryWrite, { kind: 'ALIAS_PROPOSED' }>): AliasProposal {
  const { seq, tenant, source, name, subject, version, document } = write;
  return { ...stampOf(write), seq, tenant, source, name, alias: subject, version, before: document.before };
}

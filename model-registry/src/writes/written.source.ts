import { versionKey } from '../accepted-version.js';
import { jsonDigest } from '../digests.js';
import { groupBy } from '../group-by.js';
import type { QuarantinedEntry, SourceKind } from '../registered-model.js';
import type { ProposedDocument, ProposedVersion, RegistrySource, SourceProposal } from '../sources/registry-source.js';
import type { ManagedVersions } from '../packages/managed-versions.js';
import { managedRegistrationsIn, registeredVersions, withRegistered } from './registered-versions.js';
import type { RegistryJournal } from './registry-journal.js';
import type { RegistryWrite } from './registry-write.js';
import { layerOf } from './written-layer.js';

type AddedRecord = Extract<RegistryWrite, { kind: 'CALIBRATION_ADDED' }>;

/**
 * A source with the writes of the journal over it. The source itself is left as it is; what was written goes the same way into the
 * snapshot as a file of the source, through the same judges. Without the journal there is no proposal: to serve the source alone would
 * be to use records that were retired.
 */
export class WrittenSource implements RegistrySource {
  readonly id: string;
  readonly kind: SourceKind;
  readonly pollMs: number;
  readonly isRemote: boolean;

  constructor(
    private readonly inner: RegistrySource,
    private readonly journal: RegistryJournal,
    private readonly managed: ManagedVersions,
  ) {
    this.id = inner.id;
    this.kind = inner.kind;
    this.pollMs = inner.pollMs;
    this.isRemote = inner.isRemote;
  }

  watch(onChange: () => void): () => void {
    const ends = [this.inner.watch?.(onChange), this.managed.watch(this.id, onChange)];
    return () => ends.forEach((end) => end?.());
  }

  /**
   * @throws RegistryUnavailable if the source cannot be read
   * @throws StoreUnavailable if the journal cannot
   */
  async propose(signal: AbortSignal): Promise<SourceProposal> {
    const [proposal, writes] = await Promise.all([this.inner.propose(signal), this.journal.read(this.id, signal)]);
    const registered = await registeredVersions(managedRegistrationsIn(writes), this.managed);
    return layWrites(withRegistered(proposal, registered), writes);
  }
}

function layWrites(proposal: SourceProposal, writes: readonly RegistryWrite[]): SourceProposal {
  const added = groupBy(
    writes.filter((write): write is AddedRecord => write.kind === 'CALIBRATION_ADDED'),
    ({ name, version }) => versionKey(name, version),
  );
  const refused: QuarantinedEntry[] = [];
  const versions = proposal.versions.map((proposed) => {
    const records = added.get(versionKey(proposed.name, proposed.version)) ?? [];
    return records.length === 0 ? proposed : withRecords(proposed, records, refused);
  });
  const isProposed = ({ name, version }: AddedRecord): boolean =>
    proposal.unreadable.includes(name) ||
    proposal.versions.some((proposed) => proposed.name === name && proposed.version === version);
  for (const [key, records] of added) if (!records.some(isProposed)) refused.push(orphaned(key));
  return { ...proposal, versions, refused: [...proposal.refused, ...refused], written: layerOf(writes) };
}

function withRecords(
  proposed: ProposedVersion,
  added: readonly AddedRecord[],
  refused: QuarantinedEntry[],
): ProposedVersion {
  const files = proposed.calibrations.filter((file) => {
    const rival = added.find(({ subject }) => subject === idOf(file));
    if (!rival) return true;
    // The same content twice is one record. Other content under the id of an acknowledged record never takes its place.
    if (file.kind === 'JSON' && jsonDigest(file.json) !== jsonDigest(rival.document))
      refused.push(rivalFile(file.path));
    return false;
  });
  return { ...proposed, calibrations: [...files, ...added.map(documentOf)] };
}

function documentOf({ name, version, subject, document, at }: AddedRecord): ProposedDocument {
  return { kind: 'JSON', path: `${name}/${version}/calibrations/${subject} (added)`, json: document, since: at };
}

function idOf(file: ProposedDocument): unknown {
  if (file.kind !== 'JSON' || typeof file.json !== 'object' || file.json === null || !('id' in file.json)) return null;
  return file.json.id;
}

function rivalFile(path: string): QuarantinedEntry {
  const reason =
    'a record of this id was added by a mutation and has other content; that one stays, so give the record of the file a new id';
  return { path, code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] };
}

function orphaned(path: string): QuarantinedEntry {
  const reason =
    'calibration records were added to this version by a mutation, and the source does not have it any more';
  return { path, code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] };
}

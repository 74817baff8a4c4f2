import { versionKey } from '../accepted-version.js';
import type { ManagedPlace, ManagedVersions } from '../packages/managed-versions.js';
import type { QuarantinedEntry } from '../registered-model.js';
import type { ProposedDocument, ProposedVersion, SourceProposal, VersionFiles } from '../sources/registry-source.js';
import type { RegistryWrite } from './registry-write.js';

/** The write that registered a version. */
export type Registration = Extract<RegistryWrite, { kind: 'VERSION_REGISTERED' }>;

/** A registration whose files this gateway keeps. */
export type ManagedRegistration = Registration & { readonly document: { readonly place: string } };

export function registrationsIn(writes: readonly RegistryWrite[]): readonly Registration[] {
  return writes.filter((write): write is Registration => write.kind === 'VERSION_REGISTERED');
}

/** Those of local sources. A version of a server is the server's, files and all. */
export function managedRegistrationsIn(writes: readonly RegistryWrite[]): readonly ManagedRegistration[] {
  return registrationsIn(writes).filter((write): write is ManagedRegistration => write.document.place !== null);
}

/** Where the files of a registered version are. */
export function managedPlace({ source, name, version, document }: ManagedRegistration): ManagedPlace {
  return { source, name, version, place: document.place };
}

/**
 * Proposes what was registered: documents from the journal, files from where they were copied to. Whether those files are the card's is found out
 * by the same judge as for any other source, at every reading.
 * @throws RegistryUnavailable
 */
export async function registeredVersions(
  registrations: readonly ManagedRegistration[],
  managed: ManagedVersions,
): Promise<readonly ProposedVersion[]> {
  const [first] = registrations;
  if (!first) return [];
  const files = await managed.filesOf(first.source, registrations.map(managedPlace));
  return registrations.flatMap((registration, i) => {
    const own = files[i];
    return own ? [proposalOf(registration, own)] : [];
  });
}

/** A directory never takes the place of a version that was acknowledged, nor adds to it. */
export function withRegistered(proposal: SourceProposal, registered: readonly ProposedVersion[]): SourceProposal {
  const taken = new Set(registered.map(({ name, version }) => versionKey(name, version)));
  const isRival = ({ name, version }: ProposedVersion): boolean => taken.has(versionKey(name, version));
  const rivals = proposal.versions.filter(isRival);
  return {
    ...proposal,
    versions: [...proposal.versions.filter((version) => !isRival(version)), ...registered],
    refused: [...proposal.refused, ...rivals.map(rivalVersion)],
  };
}

function proposalOf(registration: Registration, files: VersionFiles): ProposedVersion {
  const { name, version, document } = registration;
  const folder = `${name}/${version}`;
  return {
    name,
    version,
    card: asProposed(`${folder}/model-card.json (registered)`, document.card, registration),
    calibrations: document.records.map((record) =>
      asProposed(`${folder}/calibrations/${String(record['id'])} (registered)`, record, registration),
    ),
    files,
  };
}

function asProposed(path: string, json: unknown, { at }: Registration): ProposedDocument {
  return { kind: 'JSON', path, json, since: at };
}

function rivalVersion({ card }: ProposedVersion): QuarantinedEntry {
  const reason =
    'a version of this number was registered by a mutation, and that one stays; nothing of this folder is read, so release it under the next number';
  return { path: card.path, code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] };
}

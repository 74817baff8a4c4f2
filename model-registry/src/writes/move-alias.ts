import { BadUserInput, Conflict, ModelNotFound } from '#libs/errors';
import type { MlflowPlace } from '#libs/mlflow-client';
import { isAlias, isVersion } from '../model-ref.js';
import type { ModelVersion, RegisteredModel } from '../registered-model.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { ModelRegistry } from '../registry.js';
import { aliasBook, isContradicted, movesOf, type AliasEntry } from './alias-book.js';
import { findModel } from './find-model.js';
import { noticesOfMove } from './notices-of-move.js';
import { requireWritable, type WritePlan } from './plan.js';
import type { WriteDecision } from './registry-journal.js';
import { openProposals } from './alias-proposals.js';
import type { AliasDocument, RegistryWrite, WriteContent } from './registry-write.js';

/** The rule of two people: an alias of this list is moved by one caller's proposal and another's approval. */
export type NeedsApproval = (alias: string) => boolean;

export interface MoveAlias {
  /** The model without a version: `source:name`, or `name` where it is unique. */
  readonly model: string;
  readonly alias: string;
  /** The version that it shall point at; null removes the alias. */
  readonly version: string | null;
  /** The version that the caller believes it points at now; null for no such alias. */
  readonly expectedVersion: string | null;
}

/**
 * Plans that an alias points at another version, or at none. Of two callers who believe the same, the second is refused.
 * @throws BadUserInput, ModelNotFound, AmbiguousModel; and, when it is decided, Conflict with where the alias points
 */
export function planMoveAlias(registry: ModelRegistry, asked: MoveAlias, needsApproval: NeedsApproval): WritePlan {
  const snapshot = registry.snapshot();
  const isProposal = needsApproval(asked.alias);
  const model = findModel(snapshot, asked.model);
  requireWritable(snapshot, model.source);
  checkWords(asked);
  const target = asked.version === null ? null : versionOf(model, asked.version);
  const known = model.aliasEntries.find(({ alias }) => alias === asked.alias);
  const from = model.versions.find(({ version }) => version === known?.version) ?? null;
  const { source, name } = model;
  return {
    source,
    name,
    decide: (writes) => decide(asked, { sourceVersion: known?.sourceVersion ?? null, isProposal, entryOf }, writes),
    through: () => ({
      place: aliasPlace(name, asked.alias),
      value: asked.version,
      decide: ({ value }, writes) =>
        decide(asked, { sourceVersion: value, isProposal, entryOf: entryOnServer }, writes),
    }),
    isProposal,
    changes: [
      { subject: `alias ${asked.alias} of ${source}:${name}`, before: shown(from, known), after: shown(target) },
    ],
    notices: [...(isProposal ? [IS_PROPOSED] : []), ...(target ? noticesOfMove(from, target) : [])],
    isShownBy: (later) => pointsAt(later, model, asked.alias, asked.version),
  };
}

const IS_PROPOSED =
  'This alias is moved by two people: another administrator approves the proposal with `approveAliasChange`, and it stays where it is until then.';

function checkWords({ alias, version, expectedVersion }: MoveAlias): void {
  if (!isAlias(alias)) {
    throw new BadUserInput(
      'alias',
      'must be letters, digits, dots, dashes and underscores, and not latest or like a version',
    );
  }
  if (version !== null && !isVersion(version)) throw new BadUserInput('version', 'must be a version, as in 3');
  if (expectedVersion !== null && !isVersion(expectedVersion)) {
    throw new BadUserInput('expectedVersion', 'must be a version, as in 3, or null for an alias that does not exist');
  }
}

function versionOf({ versions }: RegisteredModel, version: string): ModelVersion {
  const found = versions.find((candidate) => candidate.version === version);
  if (!found) throw new ModelNotFound('version');
  return found;
}

interface Circumstances {
  /** What the source itself says of the alias. */
  readonly sourceVersion: string | null;
  readonly isProposal: boolean;
  readonly entryOf: typeof entryOf;
}

function decide(asked: MoveAlias, found: Circumstances, writes: readonly RegistryWrite[]): WriteDecision {
  const { alias, version, expectedVersion } = asked;
  const { sourceVersion, isProposal } = found;
  const entry = found.entryOf(alias, sourceVersion, writes);
  const current = entry?.version ?? null;
  if (current !== expectedVersion) throw movedMeanwhile(asked, entry);
  // Said once more where source and write contradict each other: that settles it.
  if (current === version && !(entry && isContradicted(entry))) return { kind: 'UNCHANGED' };
  const document = { sourceVersion, before: current };
  if (isProposal) return propose(asked, document, writes);
  return { kind: 'WRITE', content: moveContent(alias, version, document) };
}

/** What both layers say of an alias, by the writes as they are now. */
export function entryOf(
  alias: string,
  sourceVersion: string | null,
  writes: readonly RegistryWrite[],
): AliasEntry | undefined {
  const source = new Map(sourceVersion === null ? [] : [[alias, sourceVersion]]);
  const [moves] = movesOf(writes).values();
  return aliasBook(source, moves).find((candidate) => candidate.alias === alias);
}

/** As `entryOf`, on a server: it says where the alias points, and a write that it does not agree with is history. */
export function entryOnServer(
  alias: string,
  serverVersion: string | null,
  writes: readonly RegistryWrite[],
): AliasEntry | undefined {
  const entry = entryOf(alias, serverVersion, writes);
  return entry && entry.version !== serverVersion ? { ...entry, version: serverVersion, move: null } : entry;
}

/** @throws BadUserInput for an alias that MLflow does not take */
export function aliasPlace(name: string, alias: string): MlflowPlace {
  if (alias.includes('.')) {
    throw new BadUserInput('alias', 'must be letters, digits, dashes and underscores on an MLflow server');
  }
  return { kind: 'ALIAS', name, alias };
}

/** The write that moves an alias. */
export function moveContent(alias: string, version: string | null, document: AliasDocument): WriteContent {
  return version === null
    ? { kind: 'ALIAS_REMOVED', version, subject: alias, document }
    : { kind: 'ALIAS_SET', version, subject: alias, document };
}

/** Whether an alias of a model points at a version, or at none, in a snapshot. */
export function pointsAt(
  snapshot: RegistrySnapshot,
  { source, name }: Pick<RegisteredModel, 'source' | 'name'>,
  alias: string,
  version: string | null,
): boolean {
  const aliases = snapshot.models.find((found) => found.source === source && found.name === name)?.aliases ?? [];
  return (aliases.find((target) => target.alias === alias)?.version ?? null) === version;
}

function propose(
  { alias, version }: MoveAlias,
  document: AliasDocument,
  writes: readonly RegistryWrite[],
): WriteDecision {
  const [open] = openProposals(writes).filter((proposal) => proposal.alias === alias);
  if (open && open.version === version && open.before === document.before) return { kind: 'UNCHANGED' };
  return { kind: 'WRITE', content: { kind: 'ALIAS_PROPOSED', version, subject: alias, document } };
}

function movedMeanwhile({ alias, expectedVersion }: MoveAlias, entry: AliasEntry | undefined): Conflict {
  const current = entry?.version ?? null;
  const is = current === null ? 'does not exist' : `points at version ${current}`;
  const expected = expectedVersion === null ? 'not to exist' : `to point at version ${expectedVersion}`;
  const by = entry?.move ? `: ${entry.move.by} wrote that at ${entry.move.at}` : '';
  return new Conflict(
    `You expected the alias ${expected}, and it ${is}${by}. Nothing was changed. Look at the versions again, and state as expectedVersion what is true now.`,
    {
      alias,
      expectedVersion,
      currentVersion: current,
      movedBy: entry?.move?.by ?? null,
      movedAt: entry?.move?.at ?? null,
    },
  );
}

function shown(version: ModelVersion | null, entry?: AliasEntry) {
  if (version) return { version: version.version, digest: version.digest };
  return entry && entry.version !== null ? { version: entry.version, digest: null } : null;
}

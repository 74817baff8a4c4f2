import { createHash } from 'node:crypto';
import { RegistryBadResponse } from '#libs/errors';
import { aliasesInService, refusedAliases } from './aliases-in-service.js';
import type { AcceptedCalibration, AcceptedVersion } from './accepted-version.js';
import { deepFreeze } from './deep-freeze.js';
import { groupBy } from './group-by.js';
import { formatModelRef } from './model-ref.js';
import type {
  AliasTarget,
  ModelVersion,
  QuarantinedEntry,
  RegisteredCalibration,
  RegisteredModel,
} from './registered-model.js';
import { resolveReferences } from './resolve-references.js';
import type { SourceContents } from './source-ledger.js';
import { aliasBook } from './writes/alias-book.js';
import { NOT_SERVED_APART } from './writes/model-serving.js';
import { NO_NOTES } from './writes/model-notes.js';
import { recordKey, type WrittenLayer } from './writes/written-layer.js';

/** What one source gives to a snapshot. Frozen. */
export interface SourceView {
  readonly models: readonly RegisteredModel[];
  readonly quarantined: readonly QuarantinedEntry[];
  /** SHA-256 over both, in a fixed order: not over the time of the reading. */
  readonly digest: string;
}

const views = new WeakMap<SourceContents, SourceView>();

/** The view of a source's contents: the same one as long as they are the same. */
export function viewOf(source: string, contents: SourceContents): SourceView {
  const known = views.get(contents);
  if (known) return known;
  const made = deepFreeze(makeView(source, contents));
  views.set(contents, made);
  return made;
}

function makeView(source: string, contents: SourceContents): SourceView {
  const resolved = resolveReferences(contents.versions);
  const byName = groupBy(resolved.versions, ({ accepted }) => accepted.name);
  const models = [...byName].map(([name, versions]): RegisteredModel => {
    const numbers = versions.map(({ accepted }) => accepted.version);
    const entries = aliasBook(contents.aliases.get(name), contents.written.moves.get(name));
    const aliases = aliasesInService(entries, numbers);
    const proposals = contents.written.proposals.filter((proposal) => proposal.name === name);
    const remarks = contents.written.notes.get(name) ?? NO_NOTES;
    const registered = versions.map(({ accepted, notes }) => ({
      ...toVersion(accepted, notes, source, aliases),
      calibrations: accepted.calibrations.map((found) => toCalibration(accepted, found, contents.written)),
    }));
    return {
      source,
      name,
      aliases,
      aliasEntries: entries,
      proposals,
      notes: remarks,
      serving: contents.written.serving.get(name) ?? NOT_SERVED_APART,
      versions: registered.sort(byNumber),
    };
  });
  const named = [...new Set([...contents.aliases.keys(), ...contents.written.moves.keys()])];
  const aliases = named.flatMap((name) => {
    const own = contents.aliases.get(name);
    const numbers = byName.get(name)?.map(({ accepted }) => accepted.version) ?? [];
    return refusedAliases(name, own, aliasBook(own, contents.written.moves.get(name)), numbers);
  });
  const quarantined = [...contents.quarantined, ...resolved.quarantined, ...aliases];
  return { models, quarantined, digest: digestOf(models, quarantined) };
}

function toVersion(
  accepted: AcceptedVersion,
  notes: readonly string[],
  source: string,
  aliases: readonly AliasTarget[],
): Omit<ModelVersion, 'calibrations'> {
  const { name, version, digest, card, registeredAt } = accepted;
  return {
    ref: formatModelRef({ source, name, selector: { kind: 'VERSION', version } }),
    source,
    name,
    version,
    aliases: aliases.filter((target) => target.version === version).map((target) => target.alias),
    digest,
    card,
    notes,
    registeredAt,
    artifactFile: (path) => artifactFile(accepted, path),
  };
}

function toCalibration(
  { name, version }: AcceptedVersion,
  { record, digest }: AcceptedCalibration,
  written: WrittenLayer,
): RegisteredCalibration {
  const key = recordKey(name, version, record.id);
  const retirement = written.retirements.get(key) ?? null;
  const addition = written.additions.get(key) ?? null;
  return { record, digest, retiredAt: retirement?.at ?? null, retirement, addition };
}

function artifactFile({ card, files, changedFiles }: AcceptedVersion, path: string): string {
  if (!card.artifacts.some((artifact) => artifact.path === path)) {
    throw new RegistryBadResponse('its card lists no such artifact');
  }
  if (changedFiles.has(path)) throw new RegistryBadResponse('the file is no longer the one that was registered');
  return files.locate(path);
}

function digestOf(models: readonly RegisteredModel[], quarantined: readonly QuarantinedEntry[]): string {
  const rows = models.map(({ source, name, aliases, proposals, notes: remarks, serving, versions }) => [
    source,
    name,
    aliases.map(({ alias, version }) => [alias, version]),
    proposals,
    remarks,
    serving,
    versions.map(({ version, digest, calibrations, notes }) => [
      version,
      digest,
      notes,
      calibrations.map((calibration) => [calibration.digest, calibration.retiredAt]),
    ]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([rows, quarantined]))
    .digest('hex');
}

function byNumber(a: ModelVersion, b: ModelVersion): number {
  return Number(a.version) - Number(b.version);
}

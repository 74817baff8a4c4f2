import { RegistryBadResponse } from '#libs/errors';
import { aliasesInService, refusedAliases } from './aliases-in-service.js';
import type { AcceptedCalibration, AcceptedVersion } from './accepted-version.js';
import { deepFreeze } from './deep-freeze.js';
import { jsonDigest } from './digests.js';
import { groupBy } from './group-by.js';
import { formatModelRef } from './model-ref.js';
import type {
  AliasTarget,
  ModelVersion,
  QuarantinedEntry,
  RegisteredCalibration,
  RegisteredModel,
  SourceStatus,
} from './registered-model.js';
import { RegistrySnapshot } from './registry-snapshot.js';
import { resolveReferences } from './resolve-references.js';
import type { SourceLedger } from './source-ledger.js';
import { aliasBook } from './writes/alias-book.js';
import { NO_NOTES } from './writes/model-notes.js';
import { recordKey, type WrittenLayer } from './writes/written-layer.js';

interface SourceView {
  readonly status: SourceStatus;
  readonly models: readonly RegisteredModel[];
}

/** Joins the books on all sources into one immutable catalogue. */
export function takeSnapshot(ledgers: readonly SourceLedger[], nowMs: number): RegistrySnapshot {
  const views = ledgers.map(viewOf);
  const models = views.flatMap((view) => view.models);
  const sources = views.map((view) => view.status);
  return new RegistrySnapshot({
    id: jsonDigest(catalogueOf(models, sources)),
    takenAt: new Date(nowMs).toISOString(),
    sources: deepFreeze(sources),
    models: deepFreeze(models.sort((a, b) => compareText(a.name, b.name))),
  });
}

function viewOf(ledger: SourceLedger): SourceView {
  const { source, contents } = ledger;
  const resolved = resolveReferences(contents.versions);
  const byName = groupBy(resolved.versions, ({ accepted }) => accepted.name);
  const readAt = new Date(ledger.lastSuccessMs ?? 0).toISOString();
  const models = [...byName].map(([name, versions]): RegisteredModel => {
    const numbers = versions.map(({ accepted }) => accepted.version);
    const entries = aliasBook(contents.aliases.get(name), contents.written.moves.get(name));
    const aliases = aliasesInService(entries, numbers);
    const proposals = contents.written.proposals.filter((proposal) => proposal.name === name);
    const notes = contents.written.notes.get(name) ?? NO_NOTES;
    const registered = versions.map(({ accepted, notes }) => ({
      ...toVersion(accepted, notes, source.id, aliases, readAt),
      calibrations: accepted.calibrations.map((found) => toCalibration(accepted, found, contents.written)),
    }));
    return {
      source: source.id,
      name,
      aliases,
      aliasEntries: entries,
      proposals,
      notes,
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
  return { status: statusOf(ledger, models, quarantined), models };
}

function toVersion(
  accepted: AcceptedVersion,
  notes: readonly string[],
  source: string,
  aliases: readonly AliasTarget[],
  readAt: string,
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
    snapshotTakenAt: readAt,
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

function statusOf(
  { source, lastSuccessMs, lastError }: SourceLedger,
  models: readonly RegisteredModel[],
  quarantined: readonly QuarantinedEntry[],
): SourceStatus {
  const versions = models.flatMap((model) => model.versions);
  const everRead = lastSuccessMs !== null;
  return {
    id: source.id,
    kind: source.kind,
    state: lastError === null && everRead ? 'FRESH' : everRead ? 'STALE' : 'DOWN',
    lastSuccessAt: everRead ? new Date(lastSuccessMs).toISOString() : null,
    ageMs: (nowMs = Date.now()) => (everRead ? nowMs - lastSuccessMs : null),
    lastError,
    counts: {
      models: models.length,
      versions: versions.length,
      calibrations: versions.reduce((sum, version) => sum + version.calibrations.length, 0),
      quarantined: quarantined.length,
    },
    quarantined,
  };
}

/** What the id of a snapshot covers: the entries, not the time or the health of their sources. */
function catalogueOf(models: readonly RegisteredModel[], sources: readonly SourceStatus[]): unknown {
  return {
    models: models.map(({ source, name, aliases, proposals, notes: remarks, versions }) => ({
      source,
      name,
      aliases,
      proposals,
      remarks,
      versions: versions.map(({ version, digest, calibrations, notes }) => ({
        version,
        digest,
        notes,
        calibrations: calibrations.map((calibration) => [calibration.digest, calibration.retiredAt]),
      })),
    })),
    quarantined: sources.map(({ id, quarantined }) => ({ id, quarantined })),
  };
}

function byNumber(a: ModelVersion, b: ModelVersion): number {
  return Number(a.version) - Number(b.version);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

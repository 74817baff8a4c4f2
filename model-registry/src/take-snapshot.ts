import { RegistryBadResponse } from '#libs/errors';
import type { AcceptedVersion } from './accepted-version.js';
import { deepFreeze } from './deep-freeze.js';
import { jsonDigest } from './digests.js';
import type { Aliases } from './judge-aliases.js';
import { groupBy } from './group-by.js';
import { formatModelRef } from './model-ref.js';
import type { AliasTarget, ModelVersion, QuarantinedEntry, RegisteredModel, SourceStatus } from './registered-model.js';
import { RegistrySnapshot } from './registry-snapshot.js';
import { resolveReferences } from './resolve-references.js';
import type { SourceLedger } from './source-ledger.js';

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
    const aliases = aliasesInService(contents.aliases.get(name), numbers);
    const registered = versions.map(({ accepted, notes }) => toVersion(accepted, notes, source.id, aliases, readAt));
    return { source: source.id, name, aliases, versions: registered.sort(byNumber) };
  });
  const dangling = [...contents.aliases].flatMap(([name, aliases]) =>
    danglingAliases(name, aliases, byName.get(name)?.map(({ accepted }) => accepted.version) ?? []),
  );
  const quarantined = [...contents.quarantined, ...resolved.quarantined, ...dangling];
  return { status: statusOf(ledger, models, quarantined), models };
}

function toVersion(
  accepted: AcceptedVersion,
  notes: readonly string[],
  source: string,
  aliases: readonly AliasTarget[],
  readAt: string,
): ModelVersion {
  const { name, version, digest, card, registeredAt } = accepted;
  return {
    ref: formatModelRef({ source, name, selector: { kind: 'VERSION', version } }),
    source,
    name,
    version,
    aliases: aliases.filter((target) => target.version === version).map((target) => target.alias),
    digest,
    card,
    calibrations: accepted.calibrations.map(({ record, digest: of }) => ({ record, digest: of, retiredAt: null })),
    notes,
    registeredAt,
    snapshotTakenAt: readAt,
    artifactFile: (path) => artifactFile(accepted, path),
  };
}

function artifactFile({ card, files, changedFiles }: AcceptedVersion, path: string): string {
  if (!card.artifacts.some((artifact) => artifact.path === path)) {
    throw new RegistryBadResponse('its card lists no such artifact');
  }
  if (changedFiles.has(path)) throw new RegistryBadResponse('the file is no longer the one that was registered');
  return files.locate(path);
}

function aliasesInService(aliases: Aliases | undefined, versions: readonly string[]): readonly AliasTarget[] {
  return [...(aliases ?? [])]
    .filter(([, version]) => versions.includes(version))
    .map(([alias, version]) => ({ alias, version }))
    .sort((a, b) => compareText(a.alias, b.alias));
}

/** An alias on a version that is missing or in quarantine means nothing; it never falls back on another version. */
function danglingAliases(name: string, aliases: Aliases, versions: readonly string[]): readonly QuarantinedEntry[] {
  const problems = [...aliases.values()].flatMap((version, i) =>
    versions.includes(version)
      ? []
      : [{ pointer: '', problem: `the member at position ${i + 1} must name a version that is in service` }],
  );
  if (problems.length === 0) return [];
  const reason = 'an alias names a version that is not in service';
  return [{ path: `${name}/aliases.json`, code: 'REGISTRY_BAD_RESPONSE', reason, problems }];
}

function statusOf(
  { source, contents, lastSuccessMs, lastError }: SourceLedger,
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
      withoutCard: contents.withoutCard,
    },
    quarantined,
  };
}

/** What the id of a snapshot covers: the entries, not the time or the health of their sources. */
function catalogueOf(models: readonly RegisteredModel[], sources: readonly SourceStatus[]): unknown {
  return {
    models: models.map(({ source, name, aliases, versions }) => ({
      source,
      name,
      aliases,
      versions: versions.map(({ version, digest, calibrations, notes }) => ({
        version,
        digest,
        notes,
        calibrations: calibrations.map((calibration) => calibration.digest),
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

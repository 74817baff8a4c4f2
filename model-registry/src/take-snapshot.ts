import { deepFreeze } from './deep-freeze.js';
import { jsonDigest } from './digests.js';
import type { SourceStatus } from './registered-model.js';
import { RegistrySnapshot } from './registry-snapshot.js';
import { SnapshotEntries } from './snapshot-entries.js';
import type { SourceLedger } from './source-ledger.js';
import { type SourceView, viewOf } from './source-view.js';

/**
 * Joins the books on all sources into one immutable catalogue.
 * @param previous its entries are taken over where no source has others: a reading that brought nothing costs nothing
 */
export function takeSnapshot(
  ledgers: readonly SourceLedger[],
  nowMs: number,
  previous: RegistrySnapshot | null,
): RegistrySnapshot {
  const read = ledgers.map((ledger) => ({ ledger, view: viewOf(ledger.source.id, ledger.contents) }));
  const parts = read.map(({ view }) => view.models);
  const id = jsonDigest(read.map(({ ledger, view }) => [ledger.source.id, view.digest]));
  // Not by the id: files that moved are behind the same digests.
  const isSame = previous?.entries.id === id && parts.every((part, i) => part === previous.entries.parts[i]);
  return new RegistrySnapshot({
    takenAt: new Date(nowMs).toISOString(),
    sources: deepFreeze(read.map(({ ledger, view }) => statusOf(ledger, view))),
    entries: isSame ? previous.entries : new SnapshotEntries(id, parts),
  });
}

function statusOf(
  { source, contents, lastSuccessMs, lastError }: SourceLedger,
  { models, quarantined }: SourceView,
): SourceStatus {
  const versions = models.flatMap((model) => model.versions);
  const everRead = lastSuccessMs !== null;
  return {
    id: source.id,
    kind: source.kind,
    isWritable: source.kind === 'LOCAL' || source.server !== undefined,
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

import { CalibrationInvalid } from '#libs/errors';
import type { AcceptedCalibration } from './accepted-version.js';
import type { CalibrationRecord } from './card/calibration-record.js';
import type { ModelCard } from './card/model-card.js';
import { parseCalibrationRecord } from './card/parse-calibration-record.js';
import { deepFreeze } from './deep-freeze.js';
import type { DigestPins } from './digest-pins.js';
import { recordDigest } from './digests.js';
import { ParseMemory } from './parse-memory.js';
import type { QuarantinedEntry } from './registered-model.js';
import type { ProposedDocument, ProposedVersion } from './sources/registry-source.js';

interface JudgedRecords {
  readonly calibrations: readonly AcceptedCalibration[];
  readonly quarantined: readonly QuarantinedEntry[];
}

type RecordMemory = ParseMemory<{ readonly record: CalibrationRecord; readonly digest: string }>;

/** Whether a record is good depends on the card that it is held against. */
const memories = new WeakMap<ModelCard, RecordMemory>();

const TWICE = 'two records of the version have the same id';
const CHANGED = 'the digest changed for an existing record; add it under a new id';

type ReadRecord =
  | { readonly kind: 'READ'; readonly calibration: AcceptedCalibration }
  | { readonly kind: 'REFUSED'; readonly entry: QuarantinedEntry };

/**
 * Judges the calibration records of a version against its card, each by itself. A record that fails goes to quarantine and its last good
 * form stays; a record whose file is gone is withdrawn. Sorted by id.
 */
export function judgeRecords(
  { name, version, calibrations: documents }: ProposedVersion,
  card: ModelCard,
  known: readonly AcceptedCalibration[],
  pins: DigestPins,
): JudgedRecords {
  const read = documents.map((document) => readRecord(document, card));
  const ids = read.flatMap((record) => (record.kind === 'READ' ? [record.calibration.record.id] : []));
  const accepted = new Map<string, AcceptedCalibration>();
  const kept: AcceptedCalibration[] = [];
  const quarantined: QuarantinedEntry[] = [];
  for (const record of read) {
    if (record.kind === 'REFUSED') {
      quarantined.push(record.entry);
      kept.push(...known.filter((calibration) => calibration.path === record.entry.path));
      continue;
    }
    const { calibration } = record;
    const { id } = calibration.record;
    const isTwice = ids.filter((other) => other === id).length > 1;
    const isChanged = !pins.allowsRecord(name, version, id, calibration.digest);
    if (!isTwice && !isChanged) accepted.set(id, calibration);
    else {
      quarantined.push(refuse(calibration.path, isTwice ? TWICE : CHANGED));
      kept.push(...known.filter((candidate) => candidate.record.id === id));
    }
  }
  for (const calibration of kept) {
    if (!accepted.has(calibration.record.id)) accepted.set(calibration.record.id, calibration);
  }
  return { calibrations: [...accepted.values()].sort(byId), quarantined };
}

function readRecord(document: ProposedDocument, card: ModelCard): ReadRecord {
  const { path } = document;
  if (document.kind === 'UNREADABLE') return { kind: 'REFUSED', entry: refuse(path, document.reason) };
  try {
    const { record, digest } = memoryFor(card).recall(document.json, () => {
      const parsed = deepFreeze(parseCalibrationRecord(document.json, card));
      return { record: parsed, digest: recordDigest(parsed) };
    });
    return { kind: 'READ', calibration: { path, record, digest } };
  } catch (error) {
    if (!(error instanceof CalibrationInvalid)) throw error;
    const { code, problems } = error;
    return { kind: 'REFUSED', entry: { path, code, reason: 'the calibration record does not validate', problems } };
  }
}

function memoryFor(card: ModelCard): RecordMemory {
  const memory = memories.get(card) ?? new ParseMemory();
  memories.set(card, memory);
  return memory;
}

function refuse(path: string, reason: string): QuarantinedEntry {
  return { path, code: 'REGISTRY_BAD_RESPONSE', reason, problems: [] };
}

function byId(a: AcceptedCalibration, b: AcceptedCalibration): number {
  return a.record.id < b.record.id ? -1 : 1;
}

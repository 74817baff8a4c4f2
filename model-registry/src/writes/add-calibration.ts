import { BadUserInput, Conflict } from '#libs/errors';
import type { MlflowPlace } from '#libs/mlflow-client';
import type { CalibrationRecord } from '../card/calibration-record.js';
import { parseCalibrationRecord } from '../card/parse-calibration-record.js';
import { canonicalJson } from '../canonical-json.js';
import { jsonDigest, recordDigest } from '../digests.js';
import { parseModelRef } from '../model-ref.js';
import type { ModelVersion } from '../registered-model.js';
import type { ModelRegistry } from '../registry.js';
import { changeOfChoice } from './calibrations-in-force.js';
import { requireWritable, type WritePlan } from './plan.js';
import type { WriteDecision } from './registry-journal.js';
import type { RegistryWrite } from './registry-write.js';
import { calibrationPath } from '../sources/mlflow/published-files.js';
import { recordPlace, retirementPlace } from './through/record-places.js';
import type { Found } from './through/through-plan.js';

/** As many as a directory of records may hold. */
const MAX_RECORDS = 500;

export interface AddCalibration {
  /** The version, or an alias of it. */
  readonly model: string;
  /** The calibration record, as JSON gave it. */
  readonly record: unknown;
}

/**
 * Checks a record as the registry checks one in a directory, and plans its addition.
 * @throws ModelNotFound, AmbiguousModel
 * @throws BadUserInput for a source that is not written to
 * @throws CalibrationInvalid with JSON pointers
 */
export function planAddCalibration(registry: ModelRegistry, { model, record: json }: AddCalibration): WritePlan {
  const snapshot = registry.snapshot();
  const version = snapshot.resolve(parseModelRef(model));
  requireWritable(snapshot, version.source);
  const record = parseCalibrationRecord(json, version.card);
  const digest = recordDigest(record);
  const { source, name } = version;
  const taken = registry.pinnedRecord(source, name, version.version, record.id);
  const inForce = version.calibrations.filter(({ retiredAt }) => retiredAt === null).map((known) => known.record);
  return {
    source,
    name,
    decide: (writes) => decide(version, { record, digest, taken }, writes),
    through: () => ({
      place: newRecordPlace(version, record.id),
      value: digest,
      beside: retirementPlace(version, record.id),
      // Canonical JSON: then the digest of the bytes, which the tag holds, is that of the record.
      file: {
        version: version.version,
        path: calibrationPath(record.id),
        bytes: Buffer.from(canonicalJson(record), 'utf8'),
      },
      decide: (found, writes) => decideOnServer(version, { record, digest, taken }, found, writes),
    }),
    changes: [
      { subject: `calibration record ${record.id} of ${version.ref}`, before: null, after: { digest, record } },
      changeOfChoice(record, inForce, [...inForce.filter(({ id }) => id !== record.id), record]),
    ],
    notices: unknownFallbacks(record, version),
    isShownBy: (later) =>
      later
        .find(source, name, version.version)
        ?.calibrations.some((known) => known.record.id === record.id && known.digest === digest) ?? false,
  };
}

interface Addition {
  readonly record: CalibrationRecord;
  readonly digest: string;
  /** The digest of a record that ever had this id. */
  readonly taken: string | null;
}

function decide(version: ModelVersion, addition: Addition, writes: readonly RegistryWrite[]): WriteDecision {
  const { record, digest, taken } = addition;
  const ofVersion = writes.filter((write) => write.version === version.version);
  const retired = ofVersion.find((write) => write.kind === 'CALIBRATION_RETIRED' && write.subject === record.id);
  if (retired) throw isRetired(retired);
  const added = ofVersion.find((write) => write.kind === 'CALIBRATION_ADDED' && write.subject === record.id);
  const known = added ? jsonDigest(added.document) : taken;
  if (known === null) {
    const count = version.calibrations.length + ofVersion.filter((write) => write.kind === 'CALIBRATION_ADDED').length;
    if (count >= MAX_RECORDS) throw tooMany();
    return { kind: 'WRITE', content: addedContent(version, record) };
  }
  if (known === digest) return { kind: 'UNCHANGED' };
  throw new Conflict(
    'This version has a calibration record of this id with other content, and a record is never edited. Nothing was changed. Give the new ' +
      'record an id of its own, and retire the old one with `retireCalibration` if it must not be used any more.',
    { record: record.id, digest: known, sentDigest: digest },
  );
}

/** @throws BadUserInput for an id whose tag would retire another record */
function newRecordPlace(version: ModelVersion, id: string): MlflowPlace {
  if (id.endsWith('.retired'))
    throw new BadUserInput('record', 'must not have an id that ends with .retired on an MLflow server');
  return recordPlace(version, id);
}

/** The tags of the server say what there is; that a record came with its version stands in no tag, and was seen by a reading. */
function decideOnServer(
  version: ModelVersion,
  { record, digest, taken }: Addition,
  { value, beside }: Found,
  writes: readonly RegistryWrite[],
): WriteDecision {
  if (beside !== null) throw isRetiredOnServer(record.id);
  const others = writes.filter((write) => write.kind !== 'CALIBRATION_ADDED');
  if (value !== null) return decide(version, { record, digest, taken: digestIn(value) }, others);
  const isThere = version.calibrations.some((found) => found.record.id === record.id);
  // A tag that somebody took away frees its id for the same record alone: answers were made by it.
  return decide(version, { record, digest, taken: !isThere && taken === digest ? null : taken }, others);
}

function addedContent({ version }: ModelVersion, record: CalibrationRecord) {
  return { kind: 'CALIBRATION_ADDED', version, subject: record.id, document: { ...record } } as const;
}

function isRetired({ subject, at, caller }: RegistryWrite): Conflict {
  return new Conflict(
    `The calibration record of this id was retired at ${at} by ${caller}, and a retired record does not come back. Nothing was changed. ` +
      'Give the record an id of its own.',
    { record: subject, retiredAt: at, retiredBy: caller },
  );
}

function isRetiredOnServer(id: string): Conflict {
  return new Conflict(
    'A tag of the server says that the calibration record of this id was retired, and a retired record does not come back. Nothing was ' +
      'changed. Give the record an id of its own.',
    { record: id },
  );
}

/** A server's text is not repeated unless it is a digest. */
function digestIn(value: string): string {
  return /^[0-9a-f]{64}$/.test(value) ? value : 'no digest';
}

function tooMany(): Conflict {
  return new Conflict(
    `This version has ${MAX_RECORDS} calibration records, which is the most. Nothing was changed. Register a new version.`,
    { maximum: MAX_RECORDS },
  );
}

function unknownFallbacks({ fallback }: CalibrationRecord, { calibrations }: ModelVersion): readonly string[] {
  const isUsable = (id: string): boolean =>
    calibrations.some(({ record, retiredAt }) => record.id === id && retiredAt === null);
  const unknown = fallback.filter((id) => !isUsable(id));
  if (unknown.length === 0) return [];
  return [`Of its fallbacks, these are not in force now: ${unknown.join(', ')}. They are passed over until they are.`];
}

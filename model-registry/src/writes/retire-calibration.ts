import { BadUserInput } from '#libs/errors';
import { parseModelRef } from '../model-ref.js';
import type { ModelVersion, RegisteredCalibration } from '../registered-model.js';
import type { ModelRegistry } from '../registry.js';
import { changeOfChoice } from './calibrations-in-force.js';
import { requireWritable, type WritePlan } from './plan.js';
import { checkSentence } from './sentence.js';
import type { WriteDecision } from './registry-journal.js';
import type { RegistryWrite } from './registry-write.js';
import { retirementPlace } from './through/record-places.js';

export interface RetireCalibration {
  /** The version, or an alias of it. */
  readonly model: string;
  readonly id: string;
  /** Why, for whoever reads an old answer: 1 to 500 characters. */
  readonly reason: string;
}

/**
 * Plans that a record is chosen for no new call. It stays readable.
 * @throws ModelNotFound, AmbiguousModel
 * @throws BadUserInput for a source that is not written to, an id that the version does not have, a reason that is empty or too long
 */
export function planRetireCalibration(registry: ModelRegistry, asked: RetireCalibration): WritePlan {
  const snapshot = registry.snapshot();
  const version = snapshot.resolve(parseModelRef(asked.model));
  requireWritable(snapshot, version.source);
  const reason = checkSentence('reason', asked.reason);
  const known = version.calibrations.find(({ record }) => record.id === asked.id);
  if (!known) throw unknownRecord(version);
  const { source, name } = version;
  const inForce = version.calibrations.filter(({ retiredAt }) => retiredAt === null).map(({ record }) => record);
  const left = inForce.filter(({ id }) => id !== asked.id);
  return {
    source,
    name,
    decide: (writes) => decide(version, known, reason, writes),
    through: () => ({
      place: retirementPlace(version, asked.id),
      value: new Date().toISOString(),
      decide: ({ value }, writes) =>
        value === null ? decide(version, known, reason, onServer(writes)) : { kind: 'UNCHANGED' },
    }),
    changes: [
      {
        subject: `calibration record ${asked.id} of ${version.ref}`,
        before: { digest: known.digest, retiredAt: known.retiredAt },
        after: { digest: known.digest, retired: reason },
      },
      changeOfChoice(known.record, inForce, left),
    ],
    notices: nothingLeft(known, left),
    isShownBy: (later) =>
      later
        .find(source, name, version.version)
        ?.calibrations.some(({ record, retiredAt }) => record.id === asked.id && retiredAt !== null) ?? false,
  };
}

function decide(
  { version }: ModelVersion,
  { record, digest }: RegisteredCalibration,
  reason: string,
  writes: readonly RegistryWrite[],
): WriteDecision {
  const isSaid = writes.some(
    (write) => write.kind === 'CALIBRATION_RETIRED' && write.version === version && write.subject === record.id,
  );
  if (isSaid) return { kind: 'UNCHANGED' };
  const document = { reason, recordDigest: digest };
  return { kind: 'WRITE', content: { kind: 'CALIBRATION_RETIRED', version, subject: record.id, document } };
}

/** Where the server's tag is gone, it is set again. */
function onServer(writes: readonly RegistryWrite[]): readonly RegistryWrite[] {
  return writes.filter(({ kind }) => kind !== 'CALIBRATION_RETIRED');
}

function unknownRecord({ calibrations }: ModelVersion): BadUserInput {
  return new BadUserInput('id', 'must be the id of a calibration record of this version', {
    calibrations: calibrations.map(({ record }) => record.id),
  });
}

function nothingLeft({ record: { target } }: RegisteredCalibration, left: readonly { readonly target: string }[]) {
  if (left.some((record) => record.target === target)) return [];
  return [
    `No record of the target ${target} is left in force: its calls are UNCALIBRATED, with the raw score, from then on.`,
  ];
}

import { BadUserInput, CardInvalid } from '#libs/errors';
import { versionKey } from '../accepted-version.js';
import { jsonDigest } from '../digests.js';
import type { VersionPackage } from '../packages/version-package.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { ModelRegistry } from '../registry.js';
import { notesOn, referenceProblems, type Referable } from '../resolve-references.js';
import { contentOf, type Copy, type RegisterVersion } from './asked-registration.js';
import type { WritePlan } from './plan.js';
import { registrationsIn } from './registered-versions.js';
import {
  checkBelief,
  goneMeanwhile,
  inQuarantine,
  isQuarantined,
  numbersOf,
  otherContent,
  requireRead,
  sameOrRefused,
  versionsOf,
} from './registration-conflicts.js';
import type { WriteDecision } from './registry-journal.js';
import { stampOf, type RegistryWrite } from './registry-write.js';
import { planMakingVersion } from './release/plan-making-version.js';

/**
 * Plans that a source has one version more. Its card, records and files are the package's business; here it is held against what is there.
 * @throws BadUserInput for a source that is not written to
 * @throws RegistryUnavailable where the source cannot be read now: nobody can tell what it has
 * @throws CardInvalid for a card that does not agree with versions that it refers to; and, when it is decided, Conflict
 */
export function planRegisterVersion(registry: ModelRegistry, asked: RegisterVersion, copy: Copy): WritePlan {
  const { source, package: found } = asked;
  const { name, version, digest, card, records, files, sizeBytes } = found;
  const snapshot = registry.snapshot();
  requirePlace(snapshot, source);
  requireRead(snapshot, source);
  const others = versionsOf(snapshot, source);
  const problems = referenceProblems(card, others);
  if (problems.length > 0) throw new CardInvalid(problems);
  const after = { digest, files: files.length, sizeBytes, calibrations: records.map(({ record }) => record.id) };
  return {
    source,
    name,
    decide: (writes) => decide(registry, asked, copy, writes),
    through: () => planMakingVersion(registry, asked, copy),
    changes: [{ subject: `version ${source}:${name}/${version}`, before: null, after }],
    notices: [
      ...gap(others, found),
      ...notesOn({ card, calibrations: asCalibrations(found), changedFiles: NONE }, others),
    ],
    isShownBy: (later) => later.find(source, name, version)?.digest === digest,
  };
}

const NONE: ReadonlySet<string> = new Set();

function decide(
  registry: ModelRegistry,
  asked: RegisterVersion,
  copy: Copy,
  writes: readonly RegistryWrite[],
): WriteDecision {
  const { source, package: found } = asked;
  const { name, version, digest } = found;
  const registration = registrationsIn(writes).find((write) => write.version === version);
  if (registration) {
    const records = registration.document.records.map((record) => jsonDigest(record));
    return sameOrRefused(registration.document.digest, records, found, stamp(registration));
  }
  const snapshot = registry.snapshot();
  const known = snapshot.find(source, name, version);
  if (known)
    return sameOrRefused(
      known.digest,
      known.calibrations.map((each) => each.digest),
      found,
    );
  const earlier = registry.pinnedVersion(source, name, version) ?? digest;
  if (earlier !== digest) throw otherContent(found, { digest: earlier });
  if (isQuarantined(snapshot, source, `${name}/${version}/`)) throw inQuarantine(version);
  const numbers = registrationsIn(writes).map((write) => write.version);
  checkBelief([...numbersOf(snapshot, source, name), ...numbers], asked.expectedVersion);
  if (copy.kind === 'NEEDLESS') throw goneMeanwhile(version);
  return { kind: 'WRITE', content: contentOf(found, copy.kind === 'COPIED' ? copy.place : NOT_COPIED) };
}

/** Stands for a copy that is yet to be made, where it is only asked what would be written. */
const NOT_COPIED = '00000000-0000-4000-8000-000000000000';

function requirePlace({ sources }: RegistrySnapshot, source: string): void {
  const status = sources.find(({ id }) => id === source);
  if (status?.kind === 'LOCAL' || status?.isWritable) return;
  throw new BadUserInput(
    'source',
    'must be a LOCAL source, or an MLflow server that this gateway writes to: whoever runs it sets `registrySources[].writable`, or the version is published there with `publish.py version`',
    { source, kind: status?.kind },
  );
}

/** A gap is no fault: numbers may come from elsewhere. It may be a slip of the pen, and a number is for good. */
function gap(others: Referable, { name, version }: VersionPackage): readonly string[] {
  const before = String(Number(version) - 1);
  if (version === '1' || others.has(versionKey(name, before))) return [];
  return [`Version ${before} of this model is not in this source: the numbers have a gap.`];
}

function asCalibrations({ records }: VersionPackage) {
  return records.map(({ record, digest }) => ({ path: '', record, digest }));
}

function stamp(write: RegistryWrite) {
  const { by, at } = stampOf(write);
  return { registeredBy: by, registeredAt: at };
}

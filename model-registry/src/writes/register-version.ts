import { BadUserInput, CardInvalid, Conflict, RegistryUnavailable } from '#libs/errors';
import { versionKey } from '../accepted-version.js';
import { jsonDigest } from '../digests.js';
import type { VersionPackage } from '../packages/version-package.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { ModelRegistry } from '../registry.js';
import { notesOn, referenceProblems, type Referable } from '../resolve-references.js';
import type { WritePlan } from './plan.js';
import { registrationsIn } from './registered-versions.js';
import type { WriteDecision } from './registry-journal.js';
import { stampOf, type RegistryWrite } from './registry-write.js';

export interface RegisterVersion {
  readonly source: string;
  readonly package: VersionPackage;
  /** The highest version that the caller believes the model has; null for none; undefined where the caller does not say. */
  readonly expectedVersion?: string | null | undefined;
}

/** What is asked for, as the journal remembers it beside an idempotency key. */
export function askedToRegister({ source, package: version, expectedVersion }: RegisterVersion) {
  const { name, version: number, digest, records } = version;
  const belief = expectedVersion === undefined ? {} : { expectedVersion };
  return { source, name, version: number, digest, records: records.map((record) => record.digest), ...belief };
}

/** FORESEEN: it is only asked what would be written. NEEDLESS: the version was there already. COPIED: its files are under this name. */
export type Copy = { readonly kind: 'FORESEEN' | 'NEEDLESS' } | { readonly kind: 'COPIED'; readonly place: string };

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
  requireLocal(snapshot, source);
  requireRead(snapshot, source);
  const others = versionsOf(snapshot, source);
  const problems = referenceProblems(card, others);
  if (problems.length > 0) throw new CardInvalid(problems);
  const after = { digest, files: files.length, sizeBytes, calibrations: records.map(({ record }) => record.id) };
  return {
    source,
    name,
    decide: (writes) => decide(registry, asked, copy, writes),
    through: () => {
      throw notLocal(source);
    },
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
  checkBelief(snapshot, asked, writes);
  if (copy.kind === 'NEEDLESS') throw goneMeanwhile(version);
  return { kind: 'WRITE', content: contentOf(found, copy.kind === 'COPIED' ? copy.place : NOT_COPIED) };
}

/** Stands for a copy that is yet to be made, where it is only asked what would be written. */
const NOT_COPIED = '00000000-0000-4000-8000-000000000000';

function contentOf({ version, digest, card, records }: VersionPackage, place: string) {
  const document = { digest, place, card: { ...card }, records: records.map(({ record }) => ({ ...record })) };
  return { kind: 'VERSION_REGISTERED', version, subject: '', document } as const;
}

function sameOrRefused(
  digest: string,
  records: readonly string[],
  found: VersionPackage,
  facts: Readonly<Record<string, unknown>> = {},
): WriteDecision {
  if (digest !== found.digest) throw otherContent(found, { digest, ...facts });
  if (found.records.every((record) => records.includes(record.digest))) return { kind: 'UNCHANGED' };
  throw new Conflict(
    'This source has this version, without some calibration records of the directory. Nothing was changed. Add them with `addCalibration`.',
    { version: found.version, ...facts },
  );
}

function goneMeanwhile(version: string): Conflict {
  return new Conflict('This source had this version a moment ago and has it no more. Nothing was changed. Try again.', {
    version,
  });
}

function requireLocal({ sources }: RegistrySnapshot, source: string): void {
  const kind = sources.find(({ id }) => id === source)?.kind;
  if (kind !== 'LOCAL') throw notLocal(source, kind);
}

function notLocal(source: string, kind?: string): BadUserInput {
  return new BadUserInput('source', 'must be a LOCAL source: a version of a server is published there', {
    source,
    kind,
  });
}

function requireRead({ sources }: RegistrySnapshot, source: string): void {
  if (sources.find(({ id }) => id === source)?.state === 'FRESH') return;
  throw new RegistryUnavailable('the source could not be read just now, so nobody can tell which versions it has');
}

function otherContent({ version, digest }: VersionPackage, facts: Readonly<Record<string, unknown>>): Conflict {
  return new Conflict(
    'This source has other content under this number, and a released version never changes. Nothing was changed. Release it under the next number.',
    { version, ...facts, sentDigest: digest },
  );
}

function inQuarantine(version: string): Conflict {
  return new Conflict(
    "The source's directory has this number and the registry refused it: `registrySources { quarantined }` says why. Nothing was changed. Put that right, " +
      'or release under the next number.',
    { version },
  );
}

function checkBelief(
  snapshot: RegistrySnapshot,
  { source, package: { name }, expectedVersion }: RegisterVersion,
  writes: readonly RegistryWrite[],
): void {
  if (expectedVersion === undefined) return;
  const shown = [...versionsOf(snapshot, source).values()].filter(({ card }) => card.identity.name === name);
  const numbers = [
    ...shown.map(({ card }) => card.identity.version),
    ...registrationsIn(writes).map((write) => write.version),
  ];
  const current = numbers.sort((a, b) => Number(a) - Number(b)).at(-1) ?? null;
  if (current === expectedVersion) return;
  const is = current === null ? 'it has none' : `it is ${current}`;
  throw new Conflict(
    `You expected another highest version of this model: ${is}. Nothing was changed. Look at its versions again, and state as expectedVersion what is true now.`,
    { expectedVersion, currentVersion: current },
  );
}

function versionsOf({ models }: RegistrySnapshot, source: string): Referable {
  const own = models.filter((model) => model.source === source).flatMap(({ versions }) => versions);
  return new Map(own.map((version) => [versionKey(version.name, version.version), version]));
}

function isQuarantined({ sources }: RegistrySnapshot, source: string, folder: string): boolean {
  const entries = sources.find(({ id }) => id === source)?.quarantined ?? [];
  return entries.some(({ path }) => path.startsWith(folder));
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

import { Conflict, RegistryUnavailable } from '#libs/errors';
import { versionKey } from '../accepted-version.js';
import type { VersionPackage } from '../packages/version-package.js';
import type { RegistrySnapshot } from '../registry-snapshot.js';
import type { Referable } from '../resolve-references.js';
import type { WriteDecision } from './registry-journal.js';

export function sameOrRefused(
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

export function goneMeanwhile(version: string): Conflict {
  return new Conflict('This source had this version a moment ago and has it no more. Nothing was changed. Try again.', {
    version,
  });
}

export function requireRead({ sources }: RegistrySnapshot, source: string): void {
  if (sources.find(({ id }) => id === source)?.state === 'FRESH') return;
  throw new RegistryUnavailable('the source could not be read just now, so nobody can tell which versions it has');
}

export function otherContent({ version, digest }: VersionPackage, facts: Readonly<Record<string, unknown>>): Conflict {
  return new Conflict(
    'This source has other content under this number, and a released version never changes. Nothing was changed. Release it under the next number.',
    { version, ...facts, sentDigest: digest },
  );
}

export function inQuarantine(version: string): Conflict {
  return new Conflict(
    "The source's directory has this number and the registry refused it: `registrySources { quarantined }` says why. Nothing was changed. Put that right, " +
      'or release under the next number.',
    { version },
  );
}

/** @param numbers of the versions that the model has */
export function checkBelief(numbers: readonly string[], expectedVersion: string | null | undefined): void {
  if (expectedVersion === undefined) return;
  const current = [...numbers].sort((a, b) => Number(a) - Number(b)).at(-1) ?? null;
  if (current === expectedVersion) return;
  const is = current === null ? 'it has none' : `it is ${current}`;
  throw new Conflict(
    `You expected another highest version of this model: ${is}. Nothing was changed. Look at its versions again, and state as expectedVersion what is true now.`,
    { expectedVersion, currentVersion: current },
  );
}

/** The numbers of a model in a source, as it was last read. */
export function numbersOf({ models }: RegistrySnapshot, source: string, name: string): readonly string[] {
  const found = models.find((model) => model.source === source && model.name === name);
  return (found?.versions ?? []).map(({ version }) => version);
}

export function versionsOf({ models }: RegistrySnapshot, source: string): Referable {
  const own = models.filter((model) => model.source === source).flatMap(({ versions }) => versions);
  return new Map(own.map((version) => [versionKey(version.name, version.version), version]));
}

export function isQuarantined({ sources }: RegistrySnapshot, source: string, folder: string): boolean {
  const entries = sources.find(({ id }) => id === source)?.quarantined ?? [];
  return entries.some(({ path }) => path.startsWith(folder));
}

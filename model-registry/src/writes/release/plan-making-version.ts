import type { ModelRegistry } from '../../registry.js';
import { DIGEST_TAG } from '../../sources/mlflow/published-files.js';
import type { WriteDecision } from '../registry-journal.js';
import { contentOf, type Copy, type RegisterVersion } from '../asked-registration.js';
import {
  checkBelief,
  goneMeanwhile,
  inQuarantine,
  isQuarantined,
  numbersOf,
  otherContent,
  sameOrRefused,
} from '../registration-conflicts.js';
import type { Found, ThroughPlan } from '../through/through-plan.js';
import { checkReleasable } from './releasable.js';

/**
 * The registration of a version on a server: its number is the place, and its digest what the place shall hold.
 * @throws CardInvalid, CalibrationInvalid for what a server may not hold; and, when it is decided, Conflict
 */
export function planMakingVersion(registry: ModelRegistry, asked: RegisterVersion, copy: Copy): ThroughPlan {
  const { name, version, digest } = asked.package;
  checkReleasable(asked.package);
  return {
    place: { kind: 'VERSION', name, version, key: DIGEST_TAG },
    value: digest,
    ...(copy.kind === 'UPLOADED' ? { making: copy.making } : {}),
    decide: (found) => decide(registry, asked, copy, found),
  };
}

function decide(
  registry: ModelRegistry,
  { source, package: found, expectedVersion }: RegisterVersion,
  copy: Copy,
  { value }: Found,
): WriteDecision {
  const { name, version, digest } = found;
  const snapshot = registry.snapshot();
  if (value !== null && value !== digest) throw otherContent(found, { digest: value });
  if (isQuarantined(snapshot, source, `${name}/${version}/`)) throw inQuarantine(version);
  if (value !== null) {
    const known = snapshot.find(source, name, version);
    const records = known?.calibrations.map((each) => each.digest);
    return known && records ? sameOrRefused(known.digest, records, found) : { kind: 'UNCHANGED' };
  }
  const earlier = registry.pinnedVersion(source, name, version) ?? digest;
  if (earlier !== digest) throw otherContent(found, { digest: earlier });
  checkBelief(numbersOf(snapshot, source, name), expectedVersion);
  if (copy.kind === 'NEEDLESS') throw goneMeanwhile(version);
  return { kind: 'WRITE', content: contentOf(found, null) };
}

import { type LicenceAccess } from '#graphql/generated/schema-types';
import { licenceTermsDigest, type ModelVersion } from '#model-registry';

/** What the operator allows. */
export interface LicencePolicy {
  readonly allowNonCommercial: boolean;
  readonly allowGated: boolean;
}

/** Whether a version may be used, and if not, the part whose terms stand against it. */
export type LicenceVerdict =
  { readonly access: 'ALLOWED' } | { readonly access: Exclude<LicenceAccess, 'ALLOWED'>; readonly part: ModelVersion };

/**
 * Judges a version by every part that went into it. What the operator forbids goes before what the caller could still do.
 * @param parts the version itself, then its encoder, members and towers, and theirs in turn
 * @param accepted digests of the terms that the caller accepted
 */
export function judgeLicence(
  parts: readonly ModelVersion[],
  policy: LicencePolicy,
  accepted: ReadonlyMap<string, unknown>,
): LicenceVerdict {
  const nonCommercial = parts.find(({ card }) => card.licence.nonCommercial);
  if (nonCommercial && !policy.allowNonCommercial) return { access: 'NON_COMMERCIAL_REFUSED', part: nonCommercial };
  const gated = gatedOf(parts);
  const [anyGated] = gated;
  if (anyGated && !policy.allowGated) return { access: 'GATED_REFUSED', part: anyGated };
  const open = gated.find((part) => !accepted.has(licenceTermsDigest(part)));
  return open ? { access: 'ACCEPTANCE_NEEDED', part: open } : { access: 'ALLOWED' };
}

/** The parts whose terms each user must accept. */
export function gatedOf(parts: readonly ModelVersion[]): readonly ModelVersion[] {
  return parts.filter(({ card }) => card.licence.gated);
}

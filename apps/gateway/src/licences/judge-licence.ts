import { type LicenceAccess } from '#graphql/generated/schema-types';
import { licenceTermsDigest, type LicenceTerms } from '#model-registry';

/** What the operator allows. */
export interface LicencePolicy {
  readonly allowNonCommercial: boolean;
  readonly allowGated: boolean;
}

/** Whether a version may be used, and if not, the terms that stand against it. */
export type LicenceVerdict =
  { readonly access: 'ALLOWED' } | { readonly access: Exclude<LicenceAccess, 'ALLOWED'>; readonly terms: LicenceTerms };

/**
 * Judges a version by the terms of every part that went into it. What the operator forbids goes before what the caller could still do.
 * @param all the terms of the version itself, then those of its reference sets, its encoder, members and towers, and theirs in turn
 * @param accepted digests of the terms that the caller accepted
 */
export function judgeLicence(
  all: readonly LicenceTerms[],
  policy: LicencePolicy,
  accepted: ReadonlyMap<string, unknown>,
): LicenceVerdict {
  const nonCommercial = all.find(({ licence }) => licence.nonCommercial);
  if (nonCommercial && !policy.allowNonCommercial) return { access: 'NON_COMMERCIAL_REFUSED', terms: nonCommercial };
  const gated = gatedOf(all);
  const [anyGated] = gated;
  if (anyGated && !policy.allowGated) return { access: 'GATED_REFUSED', terms: anyGated };
  const open = gated.find((terms) => !accepted.has(licenceTermsDigest(terms)));
  return open ? { access: 'ACCEPTANCE_NEEDED', terms: open } : { access: 'ALLOWED' };
}

/** The terms that each user must accept. */
export function gatedOf(all: readonly LicenceTerms[]): readonly LicenceTerms[] {
  return all.filter(({ licence }) => licence.gated);
}

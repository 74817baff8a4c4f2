import { LicenceRefused } from '#libs/errors';
import {
  Catalogue,
  licenceTermsDigest,
  type LicenceTerms,
  type ModelVersion,
  type RegistrySnapshot,
} from '#model-registry';
import { type LicenceAcceptances } from './licence-acceptances.js';
import { gatedOf, judgeLicence, type LicencePolicy, type LicenceVerdict } from './judge-licence.js';

/** Terms that each user must accept, and when this one did. */
export interface GatedTerms {
  readonly terms: LicenceTerms;
  readonly digest: string;
  readonly acceptedAt: Date | null;
}

/** What one caller may use, in one operation. What was accepted is read once, and only if some part is gated at all. */
export class CallerLicences {
  private accepted: Promise<ReadonlyMap<string, Date>> | null = null;

  constructor(
    private readonly policy: LicencePolicy,
    private readonly acceptances: LicenceAcceptances,
    private readonly caller: { readonly tenant: string; readonly id: string },
    private readonly snapshot: RegistrySnapshot,
  ) {}

  /** Whether the caller may use a version, and if not, why. */
  async judge(version: ModelVersion): Promise<LicenceVerdict> {
    const all = this.allTerms(version);
    return judgeLicence(all, this.policy, await this.acceptedTerms(all));
  }

  /** @throws LicenceRefused when the caller may not use the version */
  async admit(version: ModelVersion): Promise<void> {
    const verdict = await this.judge(version);
    if (verdict.access !== 'ALLOWED') throw refusalOf(verdict);
  }

  /** The terms that stand between a caller and a version, the version's own first. */
  async termsOf(version: ModelVersion): Promise<readonly GatedTerms[]> {
    const gated = gatedOf(this.allTerms(version));
    const accepted = await this.acceptedTerms(gated);
    return gated.map((terms) => {
      const digest = licenceTermsDigest(terms);
      return { terms, digest, acceptedAt: accepted.get(digest) ?? null };
    });
  }

  /**
   * Accepts all terms that a version stands under.
   * @returns those that each user must accept; none where nobody has to accept anything
   * @throws LicenceRefused where the operator allows the version to nobody, so that accepting would promise what is not kept
   */
  async accept(version: ModelVersion): Promise<readonly LicenceTerms[]> {
    const verdict = await this.judge(version);
    if (verdict.access !== 'ALLOWED' && verdict.access !== 'ACCEPTANCE_NEEDED') throw refusalOf(verdict);
    const gated = gatedOf(this.allTerms(version));
    const { tenant, id } = this.caller;
    await this.acceptances.accept(tenant, id, gated);
    this.accepted = null;
    return gated;
  }

  private allTerms(version: ModelVersion): readonly LicenceTerms[] {
    return Catalogue.of(this.snapshot).termsOf(version);
  }

  private acceptedTerms(all: readonly LicenceTerms[]): Promise<ReadonlyMap<string, Date>> {
    if (gatedOf(all).length === 0) return NOTHING;
    const { tenant, id } = this.caller;
    this.accepted ??= this.acceptances.acceptedBy(tenant, id);
    return this.accepted;
  }
}

const NOTHING: Promise<ReadonlyMap<string, Date>> = Promise.resolve(new Map<string, Date>());

function refusalOf({ access, terms }: Exclude<LicenceVerdict, { readonly access: 'ALLOWED' }>): LicenceRefused {
  return new LicenceRefused(access, terms.licence.spdxOrName, terms.version.ref, terms.referenceSet);
}

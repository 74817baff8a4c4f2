import { insertOrIgnore } from '#libs/database';
import { licenceTermsDigest, type LicenceTerms } from '#model-registry';
import { DataSource } from 'typeorm';
import { LicenceAcceptance } from './licence-acceptance.entity.js';

/** Who accepted what. */
export class LicenceAcceptances {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores that a caller accepts each of these terms. What was accepted before keeps its time. */
  async accept(tenant: string, caller: string, all: readonly LicenceTerms[]): Promise<void> {
    if (all.length === 0) return;
    const acceptedAt = new Date();
    // Two versions may stand under the same terms.
    const byDigest = new Map(all.map((terms) => [licenceTermsDigest(terms), terms.version]));
    const rows = [...byDigest].map(([termsDigest, { ref, digest }]): LicenceAcceptance => {
      return { tenant, caller, termsDigest, modelRef: ref, modelDigest: digest, acceptedAt };
    });
    await insertOrIgnore(this.dataSource.manager, LicenceAcceptance, rows);
  }

  /** When a caller accepted which terms, by their digests. */
  async acceptedBy(tenant: string, caller: string): Promise<ReadonlyMap<string, Date>> {
    const rows = await this.dataSource.manager.findBy(LicenceAcceptance, { tenant, caller });
    return new Map(rows.map(({ termsDigest, acceptedAt }) => [termsDigest, acceptedAt]));
  }
}

import { type RegistrySnapshot } from '#model-registry';
import { CallerLicences } from './caller-licences.js';
import { type LicencePolicy } from './judge-licence.js';
import { type LicenceAcceptances } from './licence-acceptances.js';

/** Stands where numbers of a model leave the gateway, and lets through what the caller may use. */
export class LicenceGate {
  constructor(
    private readonly policy: LicencePolicy,
    private readonly acceptances: LicenceAcceptances,
  ) {}

  /** What a caller may use of one snapshot; one for each operation. */
  of(caller: { readonly tenant: string; readonly id: string }, snapshot: RegistrySnapshot): CallerLicences {
    return new CallerLicences(this.policy, this.acceptances, caller, snapshot);
  }
}

export { CallerLicences, type GatedTerms } from './caller-licences.js';
export { type LicencePolicy, type LicenceVerdict } from './judge-licence.js';
export { LicenceAcceptance } from './licence-acceptance.entity.js';
export { LicenceAcceptances } from './licence-acceptances.js';
export { LicenceGate } from './licence-gate.js';

import type { CaseContext } from '#gateway/targets';

/** Nothing is known of the case: what is stored is raw, and calls are made when it is read. */
export const UNKNOWN_CASE: CaseContext = {
  ...{ stain: null, organ: null, preservation: null, specimen: null, scanner: null, site: null },
  ...{ prevalence: null, operatingPoint: null, patient: null },
};

import { type Preservation, type Specimen, type Stain } from '#graphql/generated/schema-types';

/** What is known about the case; selects the calibration. */
export interface CaseContext {
  readonly stain: Stain | null;
  readonly organ: string | null;
  readonly preservation: Preservation | null;
  readonly specimen: Specimen | null;
  readonly scanner: string | null;
  readonly site: string | null;
  readonly prevalence: number | null;
  readonly operatingPoint: string | null;
  /** As the lists of training patients spell it. Never stored, logged or shown. */
  readonly patient: string | null;
}

/** How far the input lies from the version's reference; stored with the raw answer, because it needs the features. */
export interface DomainMeasure {
  readonly distance: number;
  readonly percentile: number;
}

/** The domain guard of one member of an ensemble. */
export interface MemberDomain {
  readonly ref: string;
  readonly domain: (DomainMeasure & { readonly limitPercentile: number }) | null;
}

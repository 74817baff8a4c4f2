import { type Preservation, type Specimen, type Stain } from '#graphql/generated/schema-types';

/** A rectangle in level-0 pixels, half open. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is asked of a model version. */
export interface Question {
  readonly slideId: string;
  /** A ModelRef as the caller wrote it. */
  readonly model: string;
  /** null stands for the whole slide. */
  readonly region: Rectangle | null;
  /** Digest of a certain feature bag, or null for the one that fits. */
  readonly features: string | null;
  /** Whether another version of the alias's fallback list may answer when the chosen one cannot. No, unless stated. */
  readonly allowFallback?: boolean;
}

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
}

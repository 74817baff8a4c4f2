import type { MeasuredScale } from './spot-statistics.js';
import type { SpotCounts } from './thin-counts.js';

/** What is compared with predictions. */
export interface SpotsTask {
  readonly counts: SpotCounts;
  readonly scale: MeasuredScale;
  /** Equal depth; null: as they are. */
  readonly thinning: { readonly depth: number; readonly seed: number } | null;
  /** Spots that have a prediction; the others are left out. */
  readonly matched: Uint32Array;
}

/** A page of genes: those of the sample, and what was predicted of each in the matched spots. */
export interface SpotsPage {
  readonly genes: Uint32Array;
  /** `[genes, matched spots]` */
  readonly predicted: Float32Array;
}

/** What the worker answers: once which spots it kept, then for each page `[genes, statistics]`; or measured values. */
export type SpotsAnswer =
  | { readonly kind: 'kept'; readonly spots: Uint32Array }
  | { readonly kind: 'page'; readonly statistics: Float64Array }
  | { readonly kind: 'measured'; readonly values: Float64Array };

/** What the worker is asked. */
export type SpotsQuestion =
  ({ readonly kind: 'page' } & SpotsPage) | { readonly kind: 'measured'; readonly genes: Uint32Array };

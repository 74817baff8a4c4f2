/** How files hold a spatial sample. */
export type SpatialSampleFormat = 'SPOT_TABLES' | 'H5AD' | 'VISIUM';

/** Most that a sample may hold. */
export const SPATIAL_SAMPLE_LIMITS = {
  spots: 20_000,
  genes: 100_000,
  entries: 20_000_000,
  fileBytes: 2 * 1024 ** 3,
} as const;

/** Where the parts of a sample are. */
export type SpatialSampleFiles =
  | { readonly format: 'SPOT_TABLES'; readonly counts: string; readonly spots: string }
  | { readonly format: 'H5AD'; readonly file: string }
  | { readonly format: 'VISIUM'; readonly matrix: string; readonly positions: string; readonly scaleFactors: string };

/** Numbers of genes in spots, those that are zero left out: the entries of gene `g` are `starts[g]` to `starts[g + 1]`. */
export interface SparseCounts {
  /** `[genes + 1]` */
  readonly starts: Uint32Array;
  readonly spots: Uint32Array;
  readonly values: Float32Array;
}

/** A spatial transcriptomics sample, as files have it. */
export interface SpatialSample {
  /** Each once, in the order of the file; a name that the file has twice has its Ensembl id instead, or a number after it. */
  readonly genes: readonly string[];
  readonly spots: readonly string[];
  /** `[spots, 2]`: x and y of each spot's centre in pixels of the image that the file was made on. */
  readonly centres: Float64Array;
  /** Of a spot, in the same pixels; null where the files do not say. */
  readonly diameterPx: number | null;
  readonly counts: SparseCounts;
}

/** What the worker answers. */
export type SpatialSampleOutcome =
  { readonly kind: 'read'; readonly sample: SpatialSample } | { readonly kind: 'refused'; readonly reason: string };

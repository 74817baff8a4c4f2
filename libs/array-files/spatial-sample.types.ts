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
  | {
      readonly format: 'VISIUM';
      /** `filtered_feature_bc_matrix.h5`, or the three files of the folder of that name. */
      readonly matrix: string | { readonly barcodes: string; readonly features: string; readonly entries: string };
      readonly positions: string;
      /** Null where somebody else says how large a spot is. */
      readonly scaleFactors: string | null;
    };

/** Numbers of genes in spots, those that are zero left out: the entries of gene `g` are `starts[g]` to `starts[g + 1]`. */
export interface SparseCounts {
  /** `[genes + 1]` */
  readonly starts: Uint32Array;
  readonly spots: Uint32Array;
  readonly values: Float32Array;
}

/** A spatial transcriptomics sample, as files have it, and what all of it says together. */
export interface SpatialSample extends SampleContent {
  /** Least distance of two spots' centres, in the same pixels; infinite for one spot. */
  readonly closest: number;
  /** Median over the spots of the sum of their values. */
  readonly medianDepth: number;
  /** Whether every value is a whole number. */
  readonly isWhole: boolean;
}

/** A spatial transcriptomics sample, as files have it. */
export interface SampleContent {
  /** Each once, in the order of the file; of a name that the file has twice none keeps it: each has its Ensembl id, or its place after it in brackets. */
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

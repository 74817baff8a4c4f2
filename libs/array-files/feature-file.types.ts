/**
 * By which program's conventions a file is laid out. TRIDENT covers CLAM (dataset `features`); STAMP is the STAMP protocol of KatherLab (dataset
 * `feats` or `patch_embeddings`); NPY is a bare matrix.
 */
export type FeatureFileLayout = 'TRIDENT' | 'STAMP' | 'NPY';

/** The unit of tile coordinates (top left corner): level-0 pixels, or micrometres. */
export type CoordsUnit = 'PX_LEVEL0' | 'UM';

/** How the features were stored. They are always handed out as float32: exact for FP16 and FP32, rounded for FP64. */
export type StoredDatatype = 'FP16' | 'FP32' | 'FP64';

/** What a file states about itself; a field that the file does not state is absent. Slide names and paths are never read: they may identify a patient. */
export interface FeatureFileDeclaration {
  /** the name of the encoder ("encoder" of TRIDENT, "extractor" of STAMP): printable ASCII, at most 200 characters, not to be trusted */
  readonly encoder?: string;
  /** what the rows are of, where the attribute `level` of the features says it */
  readonly level?: 'TILE' | 'CELL';
  /** tile edge in pixels as the encoder saw it, before its own resizing */
  readonly tileSizePx?: number;
  /** tile edge in micrometres */
  readonly tileSizeUm?: number;
  /** tile edge in level-0 pixels */
  readonly tileEdgePx?: number;
  /** overlap of neighbouring tiles in pixels of `tileSizePx` */
  readonly overlapPx?: number;
  /** micrometres per pixel of a tile: tileSizeUm / tileSizePx, only where the file states both */
  readonly mpp?: number;
  /** size of level 0 of the slide in pixels */
  readonly slideWidthPx?: number;
  readonly slideHeightPx?: number;
  /** nominal objective magnifications of TRIDENT: bucketed from mpp by that program, so no substitute for mpp */
  readonly level0Magnification?: number;
  readonly targetMagnification?: number;
  /** STAMP: the version that wrote the file, and its hash of the preprocessing code */
  readonly stampVersion?: string;
  readonly codeHash?: string;
}

/** The tile features of one slide, read from a file that another program made. */
export interface FeatureFile {
  readonly layout: FeatureFileLayout;
  /** row-major [count, dim], all finite */
  readonly features: Float32Array;
  readonly storedDatatype: StoredDatatype;
  /** number of tiles, >= 1 */
  readonly count: number;
  /** features per tile, >= 1 */
  readonly dim: number;
  /** row-major [count, 2] as x, y, all finite, in `coordsUnit`; null when the file has none */
  readonly coords: Float64Array | null;
  /** what the file states or its layout fixes; null when neither says, and then it must not be guessed */
  readonly coordsUnit: CoordsUnit | null;
  readonly declared: FeatureFileDeclaration;
  /** SHA-256 of the whole file, lower-case hex */
  readonly contentDigest: string;
  /** SHA-256 of the second .npy file with the coordinates, where one was given */
  readonly coordsDigest: string | null;
}

/** Bounds that hold before anything is allocated. */
export interface FeatureFileLimits {
  /** tiles; a 40x slide of 100,000 x 100,000 px has about 150,000 at 20x */
  readonly maxCount: number;
  /** features per tile; the widest encoder in use has 4,608 */
  readonly maxDim: number;
  /** bytes of the float32 matrix, count x dim x 4 */
  readonly maxBytes: number;
  /** bytes of the file on disk */
  readonly maxFileBytes: number;
}

/** 1,000,000 tiles, 16,384 features, 1 GiB as float32 (170,000 tiles of 1,536), 4 GiB on disk. */
export const FEATURE_FILE_LIMITS: FeatureFileLimits = {
  maxCount: 1_000_000,
  maxDim: 16_384,
  maxBytes: 1024 ** 3,
  maxFileBytes: 4 * 1024 ** 3,
};

/** What the worker is started with. */
export interface FeatureFileTask {
  readonly path: string;
  readonly coordsPath: string | null;
  readonly limits: FeatureFileLimits;
}

/** What the worker answers with, once. A refusal names a rule and never a text of the file. */
export type FeatureFileOutcome =
  { readonly kind: 'read'; readonly file: FeatureFile } | { readonly kind: 'refused'; readonly reason: string };

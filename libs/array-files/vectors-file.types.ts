/** Formats of a file of vectors that are made row by row. */
export type VectorsFileFormat = 'NPY' | 'SAFETENSORS' | 'ARROW' | 'PARQUET' | 'HDF5';

/** What a file of vectors is about. */
export interface VectorsFileOptions {
  readonly format: VectorsFileFormat;
  /** How many rows there will be. */
  readonly rows: number;
  readonly dimension: number;
  /** Numbers as float16, rounded to the nearest, ties to even. HDF5 takes float32 alone. */
  readonly isFloat16: boolean;
  /** Whether rows are tiles or cells, with `x` and `y`. */
  readonly hasPlaces: boolean;
  /** Whether rows are markers, with `marker`. */
  readonly hasMarkers?: boolean;
  /** What is written beside the numbers, where the format has a place for it: all but NPY. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Rows one after the other. */
export interface VectorRowsBatch {
  /** [rows, dimension], row-major. */
  readonly vectors: Float32Array;
  readonly items: readonly string[];
  /** Ids of the slides, with spaces between where a row is made of several. */
  readonly slides: readonly string[];
  readonly patients: readonly (string | null)[];
  /** [rows], for markers: their names. */
  readonly markers?: readonly string[];
  /** [rows], for tiles and cells: level-0 pixels. */
  readonly x?: Int32Array;
  readonly y?: Int32Array;
}

/** The embedding of one slide as TRIDENT stores it. */
export interface SlideVectorFile {
  /** [dimension] */
  readonly vector: Float32Array;
  /** [tiles, 2]: x and y of the tiles' top left corners in level-0 pixels. */
  readonly coords: Int32Array;
  /** Attributes of the dataset `features`, and of `coords`. */
  readonly featureAttributes: Readonly<Record<string, string | number>>;
  readonly coordsAttributes: Readonly<Record<string, string | number>>;
}

/** What the thread is told. */
export type VectorsFileOrder =
  | { readonly kind: 'OPEN'; readonly path: string; readonly options: VectorsFileOptions }
  | { readonly kind: 'APPEND'; readonly batch: VectorRowsBatch }
  | { readonly kind: 'SLIDE'; readonly path: string; readonly slide: SlideVectorFile }
  | { readonly kind: 'FINISH' };

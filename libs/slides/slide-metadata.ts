export type SlideFormatName = 'APERIO_SVS' | 'TIFF_PYRAMID';

/** One level of the pyramid. `downsample` is the mean of width and height ratio to level 0, as OpenSlide defines it. */
export interface LevelSize {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly downsample: number;
}

/** The technical fields of a slide: all that ever leaves a file. No free text, no associated image. */
export interface SlideMetadata {
  readonly format: SlideFormatName;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Micrometres per pixel of level 0, the mean of x and y; null when the file states none or nonsense. */
  readonly mpp: number | null;
  readonly objectivePower: number | null;
  readonly sizeBytes: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  readonly levels: readonly LevelSize[];
}

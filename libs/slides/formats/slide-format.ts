import type { SlideFormatName } from '../slide-metadata.js';
import type { SlideFile } from './slide-file.js';

/** One level of a pyramid of stored tiles. A tile on the right or lower edge may reach beyond the level; that part is never used. */
export interface SlideLevel {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  /**
   * Decodes one stored tile: RGB, shape [tileHeightPx, tileWidthPx, 3].
   * @throws {SlideUnreadable} when the tile is missing or broken
   */
  readTile(column: number, row: number): Promise<Uint8Array>;
}

/** An open slide: its tissue pyramid, finest level first, and nothing else of the file. */
export interface Slide {
  readonly format: SlideFormatName;
  readonly levels: readonly [SlideLevel, ...SlideLevel[]];
  /** Micrometres per pixel of level 0, or null when the file states none. */
  readonly mpp: number | null;
  readonly objectivePower: number | null;
}

/** One way in which slides are stored. A new format is a folder that exports one of these, and a line in `open-slide.ts`. */
export interface SlideFormat {
  readonly name: SlideFormatName;
  /**
   * @returns null when the file is of another format
   * @throws {SlideUnreadable | SlideTooLarge} when it is of this format and broken
   */
  open(file: SlideFile): Promise<Slide | null>;
}

import { SlideUnreadable } from '#libs/errors';
import { aperioSvs } from './aperio-svs/aperio-svs.js';
import { type SlideFile } from './slide-file.js';
import type { Slide, SlideFormat } from './slide-format.js';
import { tiffPyramid } from './tiff-pyramid/tiff-pyramid.js';

/** In this order: a vendor's format before the generic one that it resembles. */
const FORMATS: readonly SlideFormat[] = [aperioSvs, tiffPyramid];

/**
 * Tells the format by the file's content, never by its name, and reads its index.
 * @throws {SlideUnreadable | SlideTooLarge}
 */
export async function openSlide(file: SlideFile): Promise<Slide> {
  for (const format of FORMATS) {
    const slide = await format.open(file);
    if (slide) return slide;
  }
  throw new SlideUnreadable(
    'its content is neither Aperio SVS nor tiled pyramid TIFF, whatever its name says; check the file, or convert it to a tiled pyramidal TIFF with JPEG tiles',
  );
}

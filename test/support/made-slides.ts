import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { DEMO_SLIDES } from './open-test-gateway.js';

export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A piece of C6 as a tiled TIFF of its own, written by sharp.
 * @param mpp micrometres per pixel to write into it; null writes no resolution that a slide could have
 */
export async function writeCrop(file: string, crop: Crop, mpp: number | null): Promise<void> {
  const image = sharp(join(DEMO_SLIDES, 'C6.tiff'), { limitInputPixels: false }).extract(crop).removeAlpha();
  const tiles = { tile: true, tileWidth: 256, tileHeight: 256, compression: 'jpeg', quality: 90 } as const;
  // libtiff's unit is the centimetre here; sharp takes pixels per millimetre.
  const resolution = mpp === null ? {} : { xres: 1000 / mpp, yres: 1000 / mpp, resolutionUnit: 'cm' as const };
  await writeFile(file, await image.tiff({ ...tiles, ...resolution }).toBuffer());
}

/** A copy of a demonstration slide that a test may change or delete. */
export async function copySlide(folder: string, name: string): Promise<string> {
  const file = join(folder, `copy-of-${name}`);
  await copyFile(join(DEMO_SLIDES, name), file);
  return file;
}

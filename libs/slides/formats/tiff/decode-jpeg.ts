import sharp from 'sharp';
import { SlideUnreadable } from '#libs/errors';

// One thread per image: several tiles are decoded at once. The cache would keep pixels of slides that nobody reads any more.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes a JPEG of known size to RGB, shape [heightPx, widthPx, 3]. Embedded colour profiles are ignored, as OpenSlide does.
 * @throws {SlideUnreadable} on any warning of the decoder: half a tile must not pass for a whole one
 */
export async function decodeJpeg(jpeg: Uint8Array, widthPx: number, heightPx: number): Promise<Uint8Array> {
  const image = sharp(jpeg, { failOn: 'warning', ignoreIcc: true, limitInputPixels: widthPx * heightPx });
  const { data, info } = await image
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new SlideUnreadable('a tile is broken JPEG', { cause });
    });
  if (info.width !== widthPx || info.height !== heightPx || info.channels !== 3) {
    throw new SlideUnreadable('a tile has another size or number of channels than declared');
  }
  return data;
}

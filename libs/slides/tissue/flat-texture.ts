import type { FlatTextureFilter } from '../tiling-recipe.js';
import { boxMean } from './convolve.js';
import { greyOf, type TissueImage } from './tissue-image.js';

/** Takes out what has no texture: glass, smears of one colour. */
export function keepTextured(image: TissueImage, mask: Uint8Array, filter: FlatTextureFilter): void {
  const deviation = localDeviation(image, filter.windowUm / image.pixelUm);
  for (let i = 0; i < mask.length; i++) {
    if ((deviation[i] ?? 0) < filter.minStandardDeviation) mask[i] = 0;
  }
}

/** Standard deviation of the grey image in [0, 255] over a square window, with the window's own pixels as the population. */
export function localDeviation(image: TissueImage, windowPx: number): Float32Array {
  const { widthPx, heightPx } = image;
  // About the middle grey, so that the difference of two large squares does not eat the digits of a 32-bit float.
  const centred = greyOf(image).map((value) => value - 128);
  const mean = boxMean({ widthPx, heightPx, values: centred }, windowPx).values;
  const meanSquare = boxMean({ widthPx, heightPx, values: centred.map((value) => value * value) }, windowPx).values;
  return meanSquare.map((value, i) => Math.sqrt(Math.max(0, value - (mean[i] ?? 0) ** 2)));
}

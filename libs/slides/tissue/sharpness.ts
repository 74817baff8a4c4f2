import type { SharpnessFilter } from '../tiling-recipe.js';
import { boxMean, convolve, gaussianKernel, mirrored, type GreyImage } from './convolve.js';
import { greyOf, type TissueImage } from './tissue-image.js';

/** Takes out what is out of focus: low local energy of the Laplacian of the smoothed grey image. */
export function keepSharp(image: TissueImage, mask: Uint8Array, filter: SharpnessFilter): void {
  const energy = focusEnergy(image, filter.sigmaUm / image.pixelUm, filter.windowUm / image.pixelUm);
  for (let i = 0; i < mask.length; i++) {
    if ((energy[i] ?? 0) < filter.minEnergy) mask[i] = 0;
  }
}

/**
 * Local mean of the squared Laplacian (4 neighbours) of the Gaussian-smoothed grey image in [0, 255].
 * Subbarao and Tyan, IEEE PAMI 20(8), 1998: the energy of the Laplacian as a focus measure.
 */
export function focusEnergy(image: TissueImage, sigmaPx: number, windowPx: number): Float32Array {
  const grey: GreyImage = { widthPx: image.widthPx, heightPx: image.heightPx, values: greyOf(image) };
  const edges = laplacian(convolve(grey, gaussianKernel(sigmaPx)));
  const squared = { ...edges, values: edges.values.map((value) => value * value) };
  return boxMean(squared, windowPx).values;
}

function laplacian(image: GreyImage): GreyImage {
  const { widthPx, heightPx, values } = image;
  const result = new Float32Array(values.length);
  for (let y = 0; y < heightPx; y++) {
    const above = mirrored(y - 1, heightPx) * widthPx;
    const below = mirrored(y + 1, heightPx) * widthPx;
    for (let x = 0; x < widthPx; x++) {
      const i = y * widthPx + x;
      const left = values[y * widthPx + mirrored(x - 1, widthPx)] ?? 0;
      const right = values[y * widthPx + mirrored(x + 1, widthPx)] ?? 0;
      result[i] = left + right + (values[above + x] ?? 0) + (values[below + x] ?? 0) - 4 * (values[i] ?? 0);
    }
  }
  return { widthPx, heightPx, values: result };
}

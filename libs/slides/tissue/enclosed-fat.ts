import type { EnclosedFatFilter } from '../tiling-recipe.js';
import { paintPieces, type Piece } from './connected-pieces.js';
import { boxMean } from './convolve.js';
import { saturationOf, type TissueImage } from './tissue-image.js';

/**
 * Takes out enclosed low-density areas. Fat is a net of thin, stained membranes around empty cells, so the share of unsaturated pixels in
 * a window is asked and not the pixel itself; what touches the image's edge is the glass around the tissue, which other filters judge.
 */
export function dropEnclosedFat(image: TissueImage, mask: Uint8Array, filter: EnclosedFatFilter): void {
  const { widthPx, heightPx, pixelUm } = image;
  const saturation = saturationOf(image);
  const isPale = new Float32Array(mask.length).map((_, i) => ((saturation[i] ?? 1) <= filter.maxSaturation ? 1 : 0));
  const density = boxMean({ widthPx, heightPx, values: isPale }, filter.windowUm / pixelUm).values;
  const isLow = new Uint8Array(mask.length).map((_, i) => ((density[i] ?? 0) >= filter.minLowDensityFraction ? 1 : 0));
  const isMeant = (piece: Piece): boolean =>
    !piece.touchesEdge && piece.areaPx * image.pixelAreaUm2 >= filter.minAreaUm2;
  paintPieces(mask, isLow, image, { neighbours: 4, value: 0, isMeant });
}

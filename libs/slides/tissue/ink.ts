import type { InkFilter } from '../tiling-recipe.js';
import { paintPieces, type Piece } from './connected-pieces.js';
import { greyOf, saturationOf, type TissueImage } from './tissue-image.js';

/**
 * Takes out pen strokes and label edges: connected pieces (8 neighbours) that are dark or strongly saturated, and large and long, where
 * nuclei and pigment are dark but small.
 */
export function dropInk(image: TissueImage, mask: Uint8Array, filter: InkFilter): void {
  const grey = greyOf(image);
  const saturation = saturationOf(image);
  const isInk = new Uint8Array(mask.length);
  for (let i = 0; i < isInk.length; i++) {
    isInk[i] = (grey[i] ?? 255) <= filter.maxGrey || (saturation[i] ?? 0) >= filter.minSaturation ? 1 : 0;
  }
  const isMeant = (piece: Piece): boolean => {
    const lengthUm = Math.max(piece.widthPx, piece.heightPx) * image.pixelUm;
    return piece.areaPx * image.pixelAreaUm2 >= filter.minAreaUm2 && lengthUm >= filter.minLengthUm;
  };
  paintPieces(mask, isInk, image, { neighbours: 8, value: 0, isMeant });
}

import type { SmallObjectsFilter } from '../tiling-recipe.js';
import { paintPieces, type Piece } from './connected-pieces.js';
import type { TissueImage } from './tissue-image.js';

/** Takes out connected tissue (8 neighbours) smaller than an area: dust, debris, single cells. */
export function dropSmallObjects(image: TissueImage, mask: Uint8Array, filter: SmallObjectsFilter): void {
  const isMeant = (piece: Piece): boolean => piece.areaPx * image.pixelAreaUm2 < filter.minAreaUm2;
  paintPieces(mask, mask, image, { neighbours: 8, value: 0, isMeant });
}

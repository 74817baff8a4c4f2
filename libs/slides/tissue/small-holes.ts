import type { SmallHolesFilter } from '../tiling-recipe.js';
import { paintPieces, type Piece } from './connected-pieces.js';
import type { TissueImage } from './tissue-image.js';

/** Fills enclosed background (4 neighbours) up to an area: lumina, tears, pale nuclei. The one filter that adds to the mask. */
export function fillSmallHoles(image: TissueImage, mask: Uint8Array, filter: SmallHolesFilter): void {
  const background = mask.map((value) => (value === 0 ? 1 : 0));
  const isMeant = (piece: Piece): boolean =>
    !piece.touchesEdge && piece.areaPx * image.pixelAreaUm2 <= filter.maxAreaUm2;
  paintPieces(mask, background, image, { neighbours: 4, value: 1, isMeant });
}

import type { SpatialSample } from '#libs/array-files';
import { ArtifactInvalid, BadUserInput } from '#libs/errors';
import type { Slide } from '#gateway/slide-catalog';

/** Spots of an array never touch; bins of a grid do, within what rounding does to their places. */
const LEAST_GAP = 0.9;

interface Stated {
  readonly valueKind: 'COUNTS' | 'NORMALISED';
  readonly pxPerUnit: number;
  /** Diameter of a spot in level-0 pixels, whoever said it. */
  readonly spotDiameterPx: number | null;
}

/**
 * Whether a sample can be of this slide at this scale, and is what it was said to be.
 * @param centres of its spots in level-0 pixels
 * @throws BadUserInput, ArtifactInvalid
 */
export function checkSample(
  { closest, isWhole, counts }: SpatialSample,
  centres: Float64Array,
  slide: Slide,
  { valueKind, pxPerUnit, spotDiameterPx }: Stated,
): void {
  const spots = centres.length / 2;
  let outside = 0;
  for (let spot = 0; spot < spots; spot += 1) {
    const [x = NaN, y = NaN] = centres.subarray(spot * 2, spot * 2 + 2);
    if (!(x >= 0 && y >= 0 && x < slide.widthPx && y < slide.heightPx)) outside += 1;
  }
  if (outside > 0)
    throw new BadUserInput(
      'input.pxPerUnit',
      'must turn the places of spots into level-0 pixels of the slide: some lie beside it, so they are of another image or scale',
      { outside, spots },
    );
  const closestPx = closest * pxPerUnit;
  if (spotDiameterPx !== null && closestPx < spotDiameterPx * LEAST_GAP)
    throw new BadUserInput(
      'input.pxPerUnit',
      'must turn the places of spots into level-0 pixels of the slide: spots would overlap, so places and diameter are not of one scale',
      { closestPx, spotDiameterPx },
    );
  if (valueKind === 'COUNTS' && !isWhole)
    throw new ArtifactInvalid('it was stated to hold counts, and some of its values are no whole numbers');
  if (counts.values.length === 0) throw new ArtifactInvalid('it holds nothing but zeros');
}

import type { TissueFilter, TissueFilterReport } from '../tiling-recipe.js';
import { dropEnclosedFat } from './enclosed-fat.js';
import { keepTextured } from './flat-texture.js';
import { dropInk } from './ink.js';
import { keepSaturated } from './otsu-saturation.js';
import { keepSharp } from './sharpness.js';
import { fillSmallHoles } from './small-holes.js';
import { dropSmallObjects } from './small-objects.js';
import type { TissueImage } from './tissue-image.js';

export interface TissueMask {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 tissue, 0 not; row by row. */
  readonly values: Uint8Array;
  readonly report: readonly TissueFilterReport[];
}

/** Begins with "all is tissue" and applies the filters in their order, each reporting the area before and after it. */
export function makeTissueMask(
  image: TissueImage,
  filters: readonly TissueFilter[],
  onProgress: () => void = () => undefined,
): TissueMask {
  const values = new Uint8Array(image.widthPx * image.heightPx).fill(1);
  const report = filters.map((filter): TissueFilterReport => {
    const areaBeforeMm2 = areaMm2(image, values);
    applyFilter(image, values, filter);
    onProgress();
    return { filter: filter.kind, areaBeforeMm2, areaAfterMm2: areaMm2(image, values) };
  });
  return { widthPx: image.widthPx, heightPx: image.heightPx, values, report };
}

function applyFilter(image: TissueImage, mask: Uint8Array, filter: TissueFilter): void {
  switch (filter.kind) {
    case 'OTSU_SATURATION':
      return keepSaturated(image, mask);
    case 'SHARPNESS':
      return keepSharp(image, mask, filter);
    case 'FLAT_TEXTURE':
      return keepTextured(image, mask, filter);
    case 'SMALL_OBJECTS':
      return dropSmallObjects(image, mask, filter);
    case 'SMALL_HOLES':
      return fillSmallHoles(image, mask, filter);
    case 'ENCLOSED_FAT':
      return dropEnclosedFat(image, mask, filter);
    case 'INK':
      return dropInk(image, mask, filter);
  }
}

function areaMm2(image: TissueImage, mask: Uint8Array): number {
  let pixels = 0;
  for (const value of mask) pixels += value;
  return (pixels * image.pixelAreaUm2) / 1e6;
}

import { SlideUnreadable } from '#libs/errors';
import { meanMpp, plausibleMpp } from '../plausible-mpp.js';
import type { SlideFile } from '../slide-file.js';
import type { Slide, SlideFormat } from '../slide-format.js';
import { openLevels } from '../tiff/open-levels.js';
import type { TiffDirectory } from '../tiff/tiff-directory.js';
import { readTiff, type TiffFile } from '../tiff/tiff-file.js';
import { foreignVendor } from './foreign-vendor.js';

const REDUCED_RESOLUTION = 1;
const INCH = 2;
const CENTIMETRE = 3;

/**
 * Tiled pyramid TIFF without a vendor: levels are directories of the chain marked as reduced resolution, or SubIFDs of the first image.
 * The resolution is the one of the resolution tags, with a real unit. Source: TIFF 6.0, section 15 (tiles); Adobe TIFF Technical Note 1
 * (SubIFDs); OpenSlide's format page "Generic tiled TIFF".
 */
export const tiffPyramid: SlideFormat = { name: 'TIFF_PYRAMID', open };

async function open(file: SlideFile): Promise<Slide | null> {
  const tiff = await readTiff(file);
  if (!tiff) return null;
  for (const directory of tiff.chain) {
    const vendor = await foreignVendor(directory);
    if (vendor) throw new SlideUnreadable(`it is a ${vendor} slide, a format that is not read yet`);
  }
  const base = baseDirectory(tiff);
  const levels = await openLevels(file, [base, ...tiff.chain.filter(isReduced), ...base.children]);
  return { format: 'TIFF_PYRAMID', levels, mpp: await resolutionMpp(base), objectivePower: null };
}

/** The full image: by tiles and size, not by its place in the file. */
function baseDirectory(tiff: TiffFile): TiffDirectory {
  const whole = tiff.chain.filter((directory) => directory.isTiled && !isReduced(directory));
  const [largest] = whole.sort((a, b) => b.widthPx * b.heightPx - a.widthPx * a.heightPx);
  if (!largest) throw new SlideUnreadable('it holds no tiled image');
  return largest;
}

function isReduced(directory: TiffDirectory): boolean {
  return (directory.newSubfileType & REDUCED_RESOLUTION) !== 0;
}

async function resolutionMpp(directory: TiffDirectory): Promise<number | null> {
  const { x, y, unit } = await directory.resolution();
  const unitUm = unit === CENTIMETRE ? 10_000 : unit === INCH ? 25_400 : null;
  if (unitUm === null || x === null || y === null) return null;
  return meanMpp(plausibleMpp(unitUm / x), plausibleMpp(unitUm / y));
}

import type { SlideFile } from '../slide-file.js';
import type { Slide, SlideFormat } from '../slide-format.js';
import { openLevels } from '../tiff/open-levels.js';
import { readTiff } from '../tiff/tiff-file.js';
import type { TiffDirectory } from '../tiff/tiff-directory.js';
import { parseAperioDescription } from './aperio-description.js';

/**
 * Aperio SVS: a TIFF whose first directory describes itself as Aperio's. Tiled directories are levels; thumbnail, label and macro are
 * stored in strips. Source: OpenSlide's format page "Aperio format".
 */
export const aperioSvs: SlideFormat = { name: 'APERIO_SVS', open };

async function open(file: SlideFile): Promise<Slide | null> {
  const tiff = await readTiff(file);
  const description = await tiff?.chain[0]?.description();
  if (!tiff || !description?.startsWith('Aperio')) return null;
  const { mpp, objectivePower } = parseAperioDescription(description);
  const candidates: TiffDirectory[] = [];
  for (const directory of tiff.chain) {
    if (!(await isAssociatedImage(directory))) candidates.push(directory);
  }
  return { format: 'APERIO_SVS', levels: await openLevels(file, candidates), mpp, objectivePower };
}

/** Also by name and subfile type, not by strips alone: a label must not become a level because somebody stored it in tiles. */
async function isAssociatedImage(directory: TiffDirectory): Promise<boolean> {
  if (!directory.isTiled || directory.newSubfileType !== 0) return true;
  return /^(label|macro|thumbnail)\b/im.test(await directory.description());
}

import { SlideTooLarge, SlideUnreadable } from '#libs/errors';
import { SLIDE_LIMITS } from '../../limits.js';
import type { SlideFile } from '../slide-file.js';
import { TiffDirectory } from './tiff-directory.js';
import { readEntries, readUnsigned, type TiffFlavour } from './tiff-entries.js';

/** The directories of a TIFF or BigTIFF file, in file order: the chain, and the SubIFDs that hang on each. */
export interface TiffFile {
  readonly file: SlideFile;
  readonly chain: readonly TiffDirectory[];
}

/**
 * Reads every directory of the file (TIFF 6.0, section 2; BigTIFF), with the checks that need no table: number, loops, declared sizes.
 * @returns null when the file does not begin as a TIFF does
 * @throws {SlideUnreadable | SlideTooLarge}
 */
export async function readTiff(file: SlideFile): Promise<TiffFile | null> {
  const header = await readHeader(file);
  if (!header) return null;
  const chain = await new DirectoryWalk(file, header.flavour).chainFrom(header.firstOffset);
  if (chain.length === 0) throw new SlideUnreadable('its TIFF index is empty');
  return { file, chain };
}

const CLASSIC = 42;
const BIG = 43;

interface TiffHeader {
  readonly flavour: TiffFlavour;
  readonly firstOffset: number;
}

async function readHeader(file: SlideFile): Promise<TiffHeader | null> {
  const bytes = await file.read(0, 16);
  if (bytes.length < 4) return null;
  const view = new DataView(bytes.buffer);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const isLittleEndian = order === 0x4949;
  const magic = view.getUint16(2, isLittleEndian);
  if (magic !== CLASSIC && magic !== BIG) return null;
  const isBig = magic === BIG;
  if (bytes.length < (isBig ? 16 : 8)) throw new SlideUnreadable('it is truncated');
  const firstOffset = isBig ? readUnsigned(view, 8, 8, isLittleEndian) : view.getUint32(4, isLittleEndian);
  return { flavour: { isBig, isLittleEndian }, firstOffset };
}

/** One pass over the index; remembers where it has been, because offsets may point anywhere, backwards too. */
class DirectoryWalk {
  private readonly seen = new Set<number>();

  constructor(
    private readonly file: SlideFile,
    private readonly flavour: TiffFlavour,
  ) {}

  async chainFrom(firstOffset: number): Promise<TiffDirectory[]> {
    const chain: TiffDirectory[] = [];
    for (let offset = firstOffset; offset !== 0;) {
      const directory = await this.read(offset);
      for (const subOffset of await directory.subDirectoryOffsets()) {
        directory.children.push(await this.read(subOffset));
      }
      chain.push(directory);
      offset = directory.nextOffset;
    }
    return chain;
  }

  private async read(offset: number): Promise<TiffDirectory> {
    if (this.seen.has(offset)) throw new SlideUnreadable('its TIFF index runs in a circle');
    if (this.seen.size >= SLIDE_LIMITS.directories) {
      throw new SlideTooLarge(
        'a number of TIFF directories',
        `more than ${SLIDE_LIMITS.directories}`,
        SLIDE_LIMITS.directories,
      );
    }
    if (offset >= this.file.sizeBytes)
      throw new SlideUnreadable('its TIFF index points outside the file: it may be truncated');
    this.seen.add(offset);
    return new TiffDirectory(
      await readEntries(this.file, offset, this.flavour),
      this.file,
      this.flavour.isLittleEndian,
    );
  }
}

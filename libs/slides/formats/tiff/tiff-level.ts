import { SlideTooLarge, SlideUnreadable } from '#libs/errors';
import { SLIDE_LIMITS } from '../../limits.js';
import type { SlideFile } from '../slide-file.js';
import type { SlideLevel } from '../slide-format.js';
import { decodeJpeg } from './decode-jpeg.js';
import { readJpegFrame, spliceJpeg } from './jpeg-splice.js';
import { compressionName, JPEG_COMPRESSION } from './tiff-compression.js';
import type { TiffDirectory } from './tiff-directory.js';

const PHOTOMETRIC = { blackIsZero: 1, rgb: 2, yCbCr: 6 } as const;
const CHUNKY = 1;

/** A level of JPEG tiles in a TIFF file. */
export class TiffLevel implements SlideLevel {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;
  private readonly columns: number;

  private constructor(
    private readonly file: SlideFile,
    directory: TiffDirectory,
    private readonly offsets: readonly number[],
    private readonly byteCounts: readonly number[],
    private readonly encoding: {
      readonly tables: Uint8Array | null;
      readonly isRgb: boolean;
      readonly components: number;
    },
  ) {
    this.widthPx = directory.widthPx;
    this.heightPx = directory.heightPx;
    this.tileWidthPx = directory.tileWidthPx;
    this.tileHeightPx = directory.tileHeightPx;
    this.columns = Math.ceil(this.widthPx / this.tileWidthPx);
  }

  /**
   * Reads and checks the level's tables; decodes nothing.
   * @throws {SlideUnreadable} when the pixels are of a kind that is not read, or a tile lies outside the file
   * @throws {SlideTooLarge} when the declared sizes are beyond the limits
   */
  static async open(file: SlideFile, directory: TiffDirectory): Promise<TiffLevel> {
    await checkPixels(directory);
    const tiles = countTiles(directory);
    const offsets = await directory.tileOffsets();
    const byteCounts = await directory.tileByteCounts();
    checkTables(offsets, byteCounts, tiles, file.sizeBytes);
    const isRgb = directory.photometric === PHOTOMETRIC.rgb;
    const encoding = { tables: await directory.jpegTables(), isRgb, components: directory.samplesPerPixel };
    return new TiffLevel(file, directory, offsets, byteCounts, encoding);
  }

  async readTile(column: number, row: number): Promise<Uint8Array> {
    const index = row * this.columns + column;
    const byteCount = this.byteCounts[index];
    const offset = this.offsets[index];
    if (byteCount === undefined || offset === undefined || column >= this.columns) throw new RangeError('no such tile');
    // Aperio writes a length of zero for a tile that the scanner lost. White would be an invented pixel.
    if (byteCount === 0) throw new SlideUnreadable('a tile is missing from the file');
    const stored = await this.file.readExactly(offset, byteCount);
    const jpeg = spliceJpeg(this.encoding.tables, stored, this.encoding.isRgb);
    this.checkFrame(jpeg);
    return decodeJpeg(jpeg, this.tileWidthPx, this.tileHeightPx);
  }

  /** A tile's own header may declare other sizes than the directory: asked before the decoder allocates for it. */
  private checkFrame(jpeg: Uint8Array): void {
    const frame = readJpegFrame(jpeg);
    const longest = Math.max(frame.widthPx, frame.heightPx);
    if (longest > SLIDE_LIMITS.tileEdgePx) {
      throw new SlideTooLarge('a tile edge in pixels', longest, SLIDE_LIMITS.tileEdgePx);
    }
    const isAsDeclared =
      frame.widthPx === this.tileWidthPx &&
      frame.heightPx === this.tileHeightPx &&
      frame.components === this.encoding.components &&
      frame.precisionBits === 8;
    if (!isAsDeclared) throw new SlideUnreadable('a tile has another size or number of channels than declared');
  }
}

async function checkPixels(directory: TiffDirectory): Promise<void> {
  if (directory.compression !== JPEG_COMPRESSION) {
    throw new SlideUnreadable(
      `its tiles are compressed with ${compressionName(directory.compression)}, and only JPEG is read`,
    );
  }
  const { photometric, samplesPerPixel } = directory;
  const isColour = samplesPerPixel === 3 && (photometric === PHOTOMETRIC.rgb || photometric === PHOTOMETRIC.yCbCr);
  const isGrey = samplesPerPixel === 1 && photometric === PHOTOMETRIC.blackIsZero;
  if (!isColour && !isGrey) throw new SlideUnreadable('its pixels are neither RGB, YCbCr nor grey');
  if (directory.planarConfiguration !== CHUNKY)
    throw new SlideUnreadable('its colour channels are stored apart, which is not read');
  const bits = await directory.bitsPerSample();
  if (bits.some((value) => value !== 8)) throw new SlideUnreadable('its samples do not have 8 bits');
}

function countTiles(directory: TiffDirectory): number {
  const { widthPx, heightPx, tileWidthPx, tileHeightPx } = directory;
  const tileBytes = tileWidthPx * tileHeightPx * 3;
  const { decodedTileBytes, tilesPerLevel } = SLIDE_LIMITS;
  if (tileBytes > decodedTileBytes) throw new SlideTooLarge('a tile in bytes', tileBytes, decodedTileBytes);
  const tiles = Math.ceil(widthPx / tileWidthPx) * Math.ceil(heightPx / tileHeightPx);
  if (tiles > tilesPerLevel) throw new SlideTooLarge('a number of tiles in one level', tiles, tilesPerLevel);
  return tiles;
}

function checkTables(
  offsets: readonly number[],
  byteCounts: readonly number[],
  tiles: number,
  sizeBytes: number,
): void {
  if (offsets.length < tiles || byteCounts.length < tiles) throw new SlideUnreadable('its table of tiles is too short');
  for (let i = 0; i < tiles; i++) {
    const byteCount = byteCounts[i] ?? 0;
    if (byteCount > SLIDE_LIMITS.storedTileBytes) {
      throw new SlideTooLarge('a stored tile in bytes', byteCount, SLIDE_LIMITS.storedTileBytes);
    }
    if (byteCount > 0 && (offsets[i] ?? 0) + byteCount > sizeBytes) {
      throw new SlideUnreadable('a tile lies outside the file: the file may be truncated');
    }
  }
}

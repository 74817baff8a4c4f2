import { SlideTooLarge, SlideUnreadable } from '#libs/errors';
import { SLIDE_LIMITS } from '../../limits.js';
import type { SlideFile } from '../slide-file.js';
import { decodeUnsigned, readValueBytes, TIFF_TYPE, type TiffEntries } from './tiff-entries.js';

/** TIFF 6.0 tags that are read. Everything else in the file stays in the file. */
const TAG = {
  newSubfileType: 254,
  imageWidth: 256,
  imageLength: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  imageDescription: 270,
  samplesPerPixel: 277,
  xResolution: 282,
  yResolution: 283,
  planarConfiguration: 284,
  resolutionUnit: 296,
  software: 305,
  tileWidth: 322,
  tileLength: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  subIfds: 330,
  jpegTables: 347,
  xmp: 700,
} as const;

/** Descriptions carry whole XML documents in some formats. */
const MAX_TEXT_BYTES = 2 ** 24;

/** One directory of a TIFF file, with its fields as checked numbers. */
export class TiffDirectory {
  readonly children: TiffDirectory[] = [];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileWidthPx: number;
  readonly tileHeightPx: number;

  /** @throws {SlideTooLarge} when a declared size is beyond the limits */
  constructor(
    private readonly fields: TiffEntries,
    private readonly file: SlideFile,
    private readonly isLittleEndian: boolean,
  ) {
    this.widthPx = this.integer(TAG.imageWidth, 0);
    this.heightPx = this.integer(TAG.imageLength, 0);
    this.tileWidthPx = this.integer(TAG.tileWidth, 0);
    this.tileHeightPx = this.integer(TAG.tileLength, 0);
    const { edgePx, tileEdgePx } = SLIDE_LIMITS;
    const longest = Math.max(this.widthPx, this.heightPx);
    if (longest > edgePx) throw new SlideTooLarge('an image edge in pixels', longest, edgePx);
    const longestTile = Math.max(this.tileWidthPx, this.tileHeightPx);
    if (longestTile > tileEdgePx) throw new SlideTooLarge('a tile edge in pixels', longestTile, tileEdgePx);
  }

  get isTiled(): boolean {
    return this.tileWidthPx > 0 && this.tileHeightPx > 0 && this.widthPx > 0 && this.heightPx > 0;
  }

  get newSubfileType(): number {
    return this.integer(TAG.newSubfileType, 0);
  }

  get compression(): number {
    return this.integer(TAG.compression, 1);
  }

  get photometric(): number {
    return this.integer(TAG.photometric, -1);
  }

  get samplesPerPixel(): number {
    return this.integer(TAG.samplesPerPixel, 1);
  }

  get planarConfiguration(): number {
    return this.integer(TAG.planarConfiguration, 1);
  }

  get nextOffset(): number {
    return this.fields.nextOffset;
  }

  has(tag: number): boolean {
    return this.fields.entries.has(tag);
  }

  async bitsPerSample(): Promise<readonly number[]> {
    return this.integers(TAG.bitsPerSample, 16);
  }

  /** Free text of the file: for telling formats apart and for whitelisted numbers, never to be handed on. */
  async description(): Promise<string> {
    return this.text(TAG.imageDescription);
  }

  async software(): Promise<string> {
    return this.text(TAG.software);
  }

  /** The XMP packet, for telling formats apart only. */
  async xmp(): Promise<string> {
    return Buffer.from(await this.integers(TAG.xmp, 2 ** 24)).toString('latin1');
  }

  async subDirectoryOffsets(): Promise<readonly number[]> {
    return this.integers(TAG.subIfds, SLIDE_LIMITS.directories);
  }

  async tileOffsets(): Promise<readonly number[]> {
    return this.integers(TAG.tileOffsets, SLIDE_LIMITS.tilesPerLevel);
  }

  async tileByteCounts(): Promise<readonly number[]> {
    return this.integers(TAG.tileByteCounts, SLIDE_LIMITS.tilesPerLevel);
  }

  /** The shared quantisation and Huffman tables (TIFF Technical Note 2), or null when each tile carries its own. */
  async jpegTables(): Promise<Uint8Array | null> {
    const bytes = await this.integers(TAG.jpegTables, 65_536);
    return bytes.length === 0 ? null : Uint8Array.from(bytes);
  }

  /** Pixels per unit and the unit's code: 1 none, 2 inch, 3 centimetre. Null where the tag is missing or not a number above zero. */
  async resolution(): Promise<{ readonly x: number | null; readonly y: number | null; readonly unit: number }> {
    const unit = await this.integers(TAG.resolutionUnit, 1);
    return { x: await this.rational(TAG.xResolution), y: await this.rational(TAG.yResolution), unit: unit[0] ?? 2 };
  }

  private async rational(tag: number): Promise<number | null> {
    const entry = this.fields.entries.get(tag);
    if (entry?.type !== TIFF_TYPE.rational || entry.count !== 1) return null;
    const bytes = await readValueBytes(this.file, entry, 1);
    const [numerator, denominator] = decodeUnsigned(bytes, TIFF_TYPE.long, this.isLittleEndian) ?? [];
    const ratio = (numerator ?? 0) / (denominator ?? 0);
    return Number.isFinite(ratio) && ratio > 0 ? ratio : null;
  }

  private async text(tag: number): Promise<string> {
    const entry = this.fields.entries.get(tag);
    if (entry?.type !== TIFF_TYPE.ascii) return '';
    const bytes = await readValueBytes(this.file, entry, MAX_TEXT_BYTES);
    return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  }

  /** A single number that lies in the directory itself. */
  private integer(tag: number, absent: number): number {
    const entry = this.fields.entries.get(tag);
    if (!entry) return absent;
    const values = entry.inline && decodeUnsigned(entry.inline, entry.type, this.isLittleEndian);
    const [value] = values ?? [];
    if (value === undefined) throw new SlideUnreadable('a field of its TIFF index has the wrong type');
    return value;
  }

  /** All values of an integer tag; none when it is missing. */
  private async integers(tag: number, maxCount: number): Promise<readonly number[]> {
    const entry = this.fields.entries.get(tag);
    if (!entry) return [];
    const values = decodeUnsigned(await readValueBytes(this.file, entry, maxCount), entry.type, this.isLittleEndian);
    if (!values) throw new SlideUnreadable('a field of its TIFF index has the wrong type');
    return values;
  }
}

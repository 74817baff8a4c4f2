import { SlideTooLarge, SlideUnreadable } from '#libs/errors';
import type { SlideFile } from '../slide-file.js';

/** Byte order and flavour of a TIFF file: classic (32-bit offsets) or BigTIFF (64-bit). */
export interface TiffFlavour {
  readonly isLittleEndian: boolean;
  readonly isBig: boolean;
}

/** One entry of a directory: what it holds, and either its bytes (when they fit into the entry) or where they lie. */
export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  readonly inline: Uint8Array | null;
  readonly offset: number;
}

export interface TiffEntries {
  readonly entries: ReadonlyMap<number, TiffEntry>;
  /** Offset of the next directory of the chain, 0 after the last. */
  readonly nextOffset: number;
}

/** Bytes of one value by type number (TIFF 6.0, section 2; BigTIFF adds 16 to 18). */
const TYPE_BYTES: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};

export const TIFF_TYPE = {
  byte: 1,
  ascii: 2,
  short: 3,
  long: 4,
  rational: 5,
  undefined: 7,
  ifd: 13,
  long8: 16,
  ifd8: 18,
} as const;

/** No writer comes near; a directory of a hundred thousand entries is an attack. */
const MAX_ENTRIES = 4096;

/**
 * Reads the entries of the directory at an offset, without their values. Entries of unknown type are left out, as TIFF 6.0 asks.
 * @throws {SlideUnreadable | SlideTooLarge}
 */
export async function readEntries(file: SlideFile, offset: number, flavour: TiffFlavour): Promise<TiffEntries> {
  const { isBig, isLittleEndian } = flavour;
  const countBytes = isBig ? 8 : 2;
  const count = readUnsigned(viewOf(await file.readExactly(offset, countBytes)), 0, countBytes, isLittleEndian);
  if (count > MAX_ENTRIES) throw new SlideTooLarge('a TIFF directory with a number of entries', count, MAX_ENTRIES);
  const entryBytes = isBig ? 20 : 12;
  const wordBytes = isBig ? 8 : 4;
  const block = await file.readExactly(offset + countBytes, count * entryBytes + wordBytes);
  const view = viewOf(block);
  const entries = new Map<number, TiffEntry>();
  for (let at = 0; at < count * entryBytes; at += entryBytes) {
    const type = view.getUint16(at + 2, isLittleEndian);
    const typeBytes = TYPE_BYTES[type];
    if (typeBytes === undefined) continue;
    const valueCount = readUnsigned(view, at + 4, wordBytes, isLittleEndian);
    const valueAt = at + 4 + wordBytes;
    const isInline = valueCount * typeBytes <= wordBytes;
    const inline = isInline ? block.subarray(valueAt, valueAt + valueCount * typeBytes) : null;
    const valueOffset = isInline ? 0 : readUnsigned(view, valueAt, wordBytes, isLittleEndian);
    entries.set(view.getUint16(at, isLittleEndian), { type, count: valueCount, inline, offset: valueOffset });
  }
  return { entries, nextOffset: readUnsigned(view, count * entryBytes, wordBytes, isLittleEndian) };
}

/** The bytes of an entry's values. The count is checked before anything is allocated for it. */
export async function readValueBytes(file: SlideFile, entry: TiffEntry, maxCount: number): Promise<Uint8Array> {
  if (entry.count > maxCount) throw new SlideTooLarge('an index table with a number of entries', entry.count, maxCount);
  return entry.inline ?? file.readExactly(entry.offset, entry.count * (TYPE_BYTES[entry.type] ?? 0));
}

/**
 * An unsigned integer of 1, 2, 4 or 8 bytes.
 * @throws {SlideUnreadable} above 2^53 - 1: no file is that long
 */
export function readUnsigned(view: DataView, at: number, bytes: number, isLittleEndian: boolean): number {
  if (bytes === 4) return view.getUint32(at, isLittleEndian);
  if (bytes === 2) return view.getUint16(at, isLittleEndian);
  if (bytes === 1) return view.getUint8(at);
  const value = Number(view.getBigUint64(at, isLittleEndian));
  if (!Number.isSafeInteger(value)) throw new SlideUnreadable('its TIFF index points outside the file');
  return value;
}

/** Values of an integer type, or null for any other type. */
export function decodeUnsigned(bytes: Uint8Array, type: number, isLittleEndian: boolean): number[] | null {
  const { byte, short, long, undefined: raw, ifd, long8, ifd8 } = TIFF_TYPE;
  if (![byte, short, long, raw, ifd, long8, ifd8].some((known) => known === type)) return null;
  const size = TYPE_BYTES[type] ?? 1;
  const view = viewOf(bytes);
  const values = new Array<number>(Math.floor(bytes.length / size));
  for (let i = 0; i < values.length; i++) values[i] = readUnsigned(view, i * size, size, isLittleEndian);
  return values;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

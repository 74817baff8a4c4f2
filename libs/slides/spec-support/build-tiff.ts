/** Where things came to lie, for entries that point at them. */
export interface TiffLayout {
  readonly blobOffsets: readonly number[];
  readonly directoryOffsets: readonly number[];
}

export interface BuiltEntry {
  readonly tag: number;
  /** TIFF type: 2 ASCII, 3 SHORT, 4 LONG, 5 RATIONAL (two numbers each), 7 UNDEFINED, 16 LONG8. */
  readonly type: 2 | 3 | 4 | 5 | 7 | 16;
  readonly values: readonly number[] | ((layout: TiffLayout) => readonly number[]);
}

export interface BuiltDirectory {
  readonly entries: readonly BuiltEntry[];
  /** Not in the chain: reached by an entry only (a SubIFD). */
  readonly isDetached?: boolean;
  /** Offset of the next directory, where it shall lie. */
  readonly next?: (layout: TiffLayout) => number;
}

export interface TiffParts {
  readonly directories: readonly BuiltDirectory[];
  readonly blobs?: readonly Uint8Array[];
  readonly isBig?: boolean;
  readonly isBigEndian?: boolean;
}

const UNIT_BYTES = { 2: 1, 3: 2, 4: 4, 5: 4, 7: 1, 16: 8 } as const;

/** Writes a TIFF or BigTIFF byte by byte, right or wrong as asked: for specs, because no writer makes broken files on purpose. */
export function buildTiff(parts: TiffParts): Buffer {
  const { directories, blobs = [] } = parts;
  const blobOffsets: number[] = [];
  let end = 16;
  for (const blob of blobs) {
    blobOffsets.push(end);
    end += blob.length;
  }
  // Values may depend on the layout, their number may not: sizes are taken with a layout of zeros.
  const zeros = { blobOffsets: blobs.map(() => 0), directoryOffsets: directories.map(() => 0) };
  const directoryOffsets = directories.map((directory) => {
    const at = end;
    end += directoryBytes(directory, parts, zeros);
    return at;
  });
  const layout = { blobOffsets, directoryOffsets };
  const file = Buffer.alloc(end);
  const writer = new Writer(file, parts.isBig ?? false, parts.isBigEndian ?? false);
  writer.header(directoryOffsets[0] ?? 0);
  blobs.forEach((blob, i) => file.set(blob, blobOffsets[i] ?? 0));
  directories.forEach((directory, i) => {
    const following = directories.findIndex((other, k) => k > i && !other.isDetached);
    const next = directory.isDetached || following === -1 ? 0 : (directoryOffsets[following] ?? 0);
    writer.directory(directory, directoryOffsets[i] ?? 0, directory.next?.(layout) ?? next, layout);
  });
  return file;
}

function valuesOf(entry: BuiltEntry, layout: TiffLayout): readonly number[] {
  return typeof entry.values === 'function' ? entry.values(layout) : entry.values;
}

function directoryBytes(directory: BuiltDirectory, parts: TiffParts, layout: TiffLayout): number {
  const [countBytes, entryBytes, wordBytes] = parts.isBig ? [8, 20, 8] : [2, 12, 4];
  const outside = directory.entries.map((entry) => valuesOf(entry, layout).length * UNIT_BYTES[entry.type]);
  const outsideBytes = outside.filter((bytes) => bytes > wordBytes).reduce((sum, bytes) => sum + bytes, 0);
  return countBytes + directory.entries.length * entryBytes + wordBytes + outsideBytes;
}

class Writer {
  constructor(
    private readonly file: Buffer,
    private readonly isBig: boolean,
    private readonly isBigEndian: boolean,
  ) {}

  header(firstOffset: number): void {
    this.file.write(this.isBigEndian ? 'MM' : 'II', 0, 'latin1');
    this.number(2, 2, this.isBig ? 43 : 42);
    if (this.isBig) this.number(4, 2, 8);
    this.number(this.isBig ? 8 : 4, this.isBig ? 8 : 4, firstOffset);
  }

  directory(directory: BuiltDirectory, offset: number, next: number, layout: TiffLayout): void {
    const word = this.isBig ? 8 : 4;
    let at = offset + (this.isBig ? 8 : 2);
    this.number(offset, this.isBig ? 8 : 2, directory.entries.length);
    let outside = at + directory.entries.length * (4 + 2 * word) + word;
    for (const entry of directory.entries) {
      const values = valuesOf(entry, layout);
      const unit = UNIT_BYTES[entry.type];
      this.number(at, 2, entry.tag);
      this.number(at + 2, 2, entry.type);
      this.number(at + 4, word, entry.type === 5 ? values.length / 2 : values.length);
      const isInline = values.length * unit <= word;
      const valueAt = isInline ? at + 4 + word : outside;
      if (!isInline) this.number(at + 4 + word, word, outside);
      values.forEach((value, i) => this.number(valueAt + i * unit, unit, value));
      if (!isInline) outside += values.length * unit;
      at += 4 + 2 * word;
    }
    this.number(at, word, next);
  }

  private number(at: number, bytes: number, value: number): void {
    if (bytes === 8) {
      if (this.isBigEndian) this.file.writeBigUInt64BE(BigInt(value), at);
      else this.file.writeBigUInt64LE(BigInt(value), at);
    } else if (this.isBigEndian) this.file.writeUIntBE(value, at, bytes);
    else this.file.writeUIntLE(value, at, bytes);
  }
}

import { NumberReader, skipSpace } from './number-reader.js';

/** Datatypes whose lists are read straight from the bytes. */
export type ListedDatatype = 'FP32' | 'FP64';

type Numbers = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** The `data` of a tensor: its numbers row by row, and how they were nested. */
export interface NumberList {
  readonly datatype: ListedDatatype;
  readonly data: Numbers;
  /** Lengths of the lists, outermost first: `[6]` for a flat list of six, `[2, 3]` for two lists of three. */
  readonly lengths: readonly number[];
}

/** A list that ended before the text did. */
export interface FoundList {
  readonly list: NumberList;
  /** The first byte behind it. */
  readonly end: number;
  /** How many lists it is made of. */
  readonly lists: number;
}

const OPEN = 0x5b;
const CLOSE = 0x5d;
const COMMA = 0x2c;
const MAX_DEPTH = 32;
/** After so many numbers it is known how long they are. */
const SAMPLE = 1024;

/**
 * Reads a list of finite numbers, flat or nested evenly.
 * @param start of its opening bracket
 * @returns null for any other list, and for text that is not JSON: the caller reads it in another way, and finds out why
 */
export function readNumberList(bytes: Uint8Array, start: number, datatype: ListedDatatype): FoundList | null {
  const reader = new NumberReader(bytes, datatype === 'FP32');
  const nesting = new Nesting();
  let data: Numbers = datatype === 'FP32' ? new Float32Array(SAMPLE) : new Float64Array(SAMPLE);
  reader.at = start;
  for (;;) {
    if (!openLists(bytes, reader, nesting)) return null;
    const first = reader.count;
    for (let end = reader.readRow(data); end !== 'behind-last'; end = reader.readRow(data)) {
      if (end === 'not-a-number') return null;
      data = grown(data, (reader.at - start) / reader.count, bytes.length - reader.at);
    }
    nesting.count(reader.count - first);
    const isOver = closeLists(bytes, reader, nesting);
    if (isOver === null) return null;
    if (!isOver) continue;
    const { lengths, lists } = nesting;
    return { list: { datatype, data: data.subarray(0, reader.count), lengths }, end: reader.at, lists };
  }
}

/** Takes opening brackets up to the first number. @returns whether they are as deep as those before */
function openLists(bytes: Uint8Array, reader: NumberReader, nesting: Nesting): boolean {
  reader.at = skipSpace(bytes, reader.at);
  while (bytes[reader.at] === OPEN) {
    if (!nesting.open()) return false;
    reader.at = skipSpace(bytes, reader.at + 1);
  }
  return nesting.isAtLeaves();
}

/** Takes closing brackets up to a comma. @returns whether the outermost was closed; null where the lists are uneven or do not end */
function closeLists(bytes: Uint8Array, reader: NumberReader, nesting: Nesting): boolean | null {
  while (bytes[reader.at] === CLOSE) {
    reader.at += 1;
    if (!nesting.close()) return null;
    if (nesting.depth === 0) return true;
    nesting.count(1);
    reader.at = skipSpace(bytes, reader.at);
  }
  if (bytes[reader.at] !== COMMA) return null;
  reader.at = skipSpace(bytes, reader.at + 1);
  return bytes[reader.at] === OPEN ? false : null;
}

/** With room for as many numbers as the rest of the text holds if they are as long as those before, and some more. */
function grown(data: Numbers, bytesPerNumber: number, bytesLeft: number): Numbers {
  const length = Math.ceil(data.length + SAMPLE + (bytesLeft / Math.max(2, bytesPerNumber)) * 1.02);
  const larger = data instanceof Float32Array ? new Float32Array(length) : new Float64Array(length);
  larger.set(data);
  return larger;
}

/** How deep lists are nested, and how long those of each level are: one length a level, or they are not a tensor. */
class Nesting {
  depth = 0;
  lists = 0;
  private leaf = 0;
  private readonly counts: number[] = [];
  private readonly known: (number | null)[] = [];

  get lengths(): readonly number[] {
    return this.known.map((length) => length ?? 0);
  }

  open(): boolean {
    if (this.depth === MAX_DEPTH || (this.leaf > 0 && this.depth === this.leaf)) return false;
    this.counts[this.depth] = 0;
    this.known[this.depth] ??= null;
    this.depth += 1;
    this.lists += 1;
    return true;
  }

  /** Numbers stand at one level only: that of the first. */
  isAtLeaves(): boolean {
    if (this.leaf === 0) this.leaf = this.depth;
    return this.depth === this.leaf && this.depth > 0;
  }

  /** So many more items of the innermost open list. */
  count(items: number): void {
    this.counts[this.depth - 1] = (this.counts[this.depth - 1] ?? 0) + items;
  }

  close(): boolean {
    this.depth -= 1;
    const length = this.counts[this.depth] ?? 0;
    this.known[this.depth] ??= length;
    return this.known[this.depth] === length;
  }
}

import { randomUUID } from 'node:crypto';
import { InvalidInferenceMessage } from '#libs/errors';
import { type ListedDatatype, type NumberList, readNumberList } from './number-list.js';
import { skipSpace } from './number-reader.js';

const MAX_DEPTH = 64;
/** A tensor nested to its last dimension has one list for each row; nobody nests a million of them. */
const MAX_LISTS = 2 ** 20;
/** Tensors are objects in a list of an object. */
const TENSOR_DEPTH = 3;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;

// Nobody outside this process can write a string that begins like this.
const MARK = `${randomUUID()}:`;
const DATA = Buffer.from('"data"');
const DATATYPE = Buffer.from('"datatype"');
const LISTED: readonly (readonly [Buffer, ListedDatatype])[] = [
  [Buffer.from('"FP32"'), 'FP32'],
  [Buffer.from('"FP64"'), 'FP64'],
];

/** The JSON text of a message without the long lists of its tensors, and these. */
export interface LiftedMessage {
  /** JSON; where a list was, a string stands for it (see `listBehind`). */
  readonly json: Uint8Array;
  readonly lists: readonly NumberList[];
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly list: NumberList;
}

/**
 * Takes the numbers of FP32 and FP64 tensors out of a message's JSON before it is parsed: as objects they would take ten times their
 * memory and most of the time. A list that is not numbers alone, or whose datatype stands behind it, is left for the parser.
 *
 * Looks at the brackets of all of it on the way, for a few megabytes of them become gigabytes of empty lists.
 * @throws InvalidInferenceMessage for lists that are nested too deep, or too many
 */
export function liftNumberLists(bytes: Uint8Array): LiftedMessage {
  const cuts: Cut[] = [];
  let depth = 0;
  let lists = 0;
  let datatype: ListedDatatype | null = null;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      const start = at;
      at = endOfString(bytes, at);
      if (depth !== TENSOR_DEPTH) continue;
      if (isText(bytes, start, at, DATATYPE)) datatype = datatypeAt(bytes, valueBehind(bytes, at));
      if (datatype === null || !isText(bytes, start, at, DATA)) continue;
      const value = valueBehind(bytes, at);
      const found = bytes[value] === OPEN_LIST ? readNumberList(bytes, value, datatype) : null;
      if (found === null) continue;
      cuts.push({ start: value, end: found.end, list: found.list });
      lists = checkLists(lists + found.lists);
      at = found.end - 1;
    } else if ((byte | 0x20) === 0x7d) depth -= 1;
    else if ((byte | 0x20) === 0x7b) {
      depth += 1;
      if (depth === TENSOR_DEPTH) datatype = null;
      lists = checkLists(lists + 1);
      if (depth > MAX_DEPTH) throw new InvalidInferenceMessage(`the JSON part nests deeper than ${MAX_DEPTH} levels`);
    }
  }
  return { json: withoutCuts(bytes, cuts), lists: cuts.map(({ list }) => list) };
}

/** The list that a value of the parsed message stands for; null for any other value. */
export function listBehind(value: unknown, lists: readonly NumberList[]): NumberList | null {
  if (typeof value !== 'string' || !value.startsWith(MARK)) return null;
  return lists[Number(value.slice(MARK.length))] ?? null;
}

function checkLists(lists: number): number {
  if (lists > MAX_LISTS) throw new InvalidInferenceMessage(`the JSON part has more than ${MAX_LISTS} lists`);
  return lists;
}

function withoutCuts(bytes: Uint8Array, cuts: readonly Cut[]): Uint8Array {
  if (cuts.length === 0) return bytes;
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const [index, { start, end }] of cuts.entries()) {
    pieces.push(bytes.subarray(from, start), Buffer.from(`"${MARK}${index}"`));
    from = end;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** Where the value of a key begins, whose closing quote stands at `quote`; the end of the text where it has none. */
function valueBehind(bytes: Uint8Array, quote: number): number {
  const colon = skipSpace(bytes, quote + 1);
  return bytes[colon] === COLON ? skipSpace(bytes, colon + 1) : bytes.length;
}

function datatypeAt(bytes: Uint8Array, start: number): ListedDatatype | null {
  const found = LISTED.find(([text]) => isText(bytes, start, start + text.length - 1, text));
  return found?.[1] ?? null;
}

function isText(bytes: Uint8Array, start: number, last: number, text: Buffer): boolean {
  return last - start + 1 === text.length && text.every((byte, i) => bytes[start + i] === byte);
}

/** The index of the closing quote, or the end of the text where there is none. */
function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at += 1;
  }
  return bytes.length;
}

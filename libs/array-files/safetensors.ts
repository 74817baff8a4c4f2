import { ArtifactInvalid } from '#libs/errors';
import {
  arrayOfBytes,
  BYTES_OF_DATATYPE,
  bytesOfArray,
  elementCount,
  type ArrayDatatype,
  type DenseArray,
} from './array-datatypes.js';

// The format's own limit is 100 MB; no file of ours has more than a few hundred names.
const HEADER_LIMIT_BYTES = 16 * 1024 * 1024;

const DTYPE: Readonly<Record<ArrayDatatype, string>> = {
  FP16: 'F16',
  FP32: 'F32',
  FP64: 'F64',
  INT32: 'I32',
  INT64: 'I64',
  UINT8: 'U8',
};
const DATATYPE: ReadonlyMap<unknown, ArrayDatatype> = new Map([
  ['F16', 'FP16'],
  ['F32', 'FP32'],
  ['F64', 'FP64'],
  ['I32', 'INT32'],
  ['I64', 'INT64'],
  ['U8', 'UINT8'],
]);
// The reference implementation lays tensors out by its dtype's rank, widest first, then by name.
const LAYOUT_RANK: Readonly<Record<ArrayDatatype, number>> = {
  INT64: 0,
  FP64: 1,
  FP32: 2,
  INT32: 3,
  FP16: 4,
  UINT8: 5,
};

/** The content of a .safetensors file: tensors by name in file order, and the free text of `__metadata__`. */
export interface Safetensors {
  readonly tensors: ReadonlyMap<string, DenseArray>;
  readonly metadata: ReadonlyMap<string, string>;
}

interface Entry {
  readonly name: string;
  readonly datatype: ArrayDatatype;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a .safetensors file (format of huggingface/safetensors: u64 header length, JSON, byte buffer). Tensors are views where aligned.
 * @throws ArtifactInvalid for a header beyond 16 MiB or beyond the file, JSON that is not the format's, an unsupported dtype, a shape that
 * disagrees with its offsets, and a byte buffer that is not covered exactly once (overlap, hole, bytes left over)
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const { header, bufferStart } = readHeader(bytes);
  const metadata = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') readMetadata(value, metadata);
    else entries.push(readEntry(name, value));
  }
  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkCoverage(entries, bytes.length - bufferStart);
  const tensors = new Map<string, DenseArray>();
  for (const { name, datatype, shape, begin, end } of entries) {
    tensors.set(name, arrayOfBytes(datatype, shape, bytes.subarray(bufferStart + begin, bufferStart + end)));
  }
  return { tensors, metadata };
}

/**
 * Writes a .safetensors file with the layout of the reference implementation, so that equal content gives equal bytes.
 * @throws Error when a tensor's data does not match its shape, or a name is `__metadata__`
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, DenseArray>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const sorted = [...tensors].sort(
    ([nameA, a], [nameB, b]) => LAYOUT_RANK[a.datatype] - LAYOUT_RANK[b.datatype] || compare(nameA, nameB),
  );
  const fields: string[] = [];
  if (metadata.size > 0) fields.push(`"__metadata__":${JSON.stringify(Object.fromEntries(metadata))}`);
  let offset = 0;
  for (const [name, { datatype, shape, data }] of sorted) {
    if (name === '__metadata__' || data.length !== elementCount(shape))
      throw new Error('A tensor has a reserved name, or data that do not match its shape.');
    const entry = { dtype: DTYPE[datatype], shape, data_offsets: [offset, offset + data.byteLength] };
    fields.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    offset += data.byteLength;
  }
  const json = Buffer.from(`{${fields.join(',')}}`, 'utf8');
  const headerLength = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(8 + headerLength + offset).fill(0x20, 8, 8 + headerLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true);
  file.set(json, 8);
  let position = 8 + headerLength;
  for (const [, { data }] of sorted) {
    file.set(bytesOfArray(data), position);
    position += data.byteLength;
  }
  return file;
}

/**
 * What stands before the bytes of a .safetensors file with one tensor, equal to the reference implementation's: followed by the raw little-endian C-order bytes it is a whole file.
 * @throws Error when the name is `__metadata__` or the shape is no shape
 */
export function encodeSafetensorsHeader(
  name: string,
  datatype: ArrayDatatype,
  shape: readonly number[],
  metadata: ReadonlyMap<string, string>,
): Uint8Array {
  const count = elementCount(shape);
  if (name === '__metadata__' || Number.isNaN(count)) throw new Error('A tensor has a reserved name, or no shape.');
  const entry = { dtype: DTYPE[datatype], shape, data_offsets: [0, count * BYTES_OF_DATATYPE[datatype]] };
  const about = metadata.size > 0 ? { __metadata__: Object.fromEntries(metadata) } : {};
  const json = Buffer.from(JSON.stringify({ ...about, [name]: entry }), 'utf8');
  const header = new Uint8Array(8 + Math.ceil(json.length / 8) * 8).fill(0x20, 8);
  new DataView(header.buffer).setBigUint64(0, BigInt(header.length - 8), true);
  header.set(json, 8);
  return header;
}

function readHeader(bytes: Uint8Array): { readonly header: object; readonly bufferStart: number } {
  if (bytes.length < 8) throw new ArtifactInvalid('it is too short for a .safetensors file');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true);
  if (length > BigInt(HEADER_LIMIT_BYTES)) throw new ArtifactInvalid('its .safetensors header is longer than 16 MiB');
  const bufferStart = 8 + Number(length);
  if (bufferStart > bytes.length) throw new ArtifactInvalid('its .safetensors header is cut off');
  const header = parseJson(bytes.subarray(8, bufferStart));
  if (!isObject(header)) throw new ArtifactInvalid('its .safetensors header is not a JSON object');
  return { header, bufferStart };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ArtifactInvalid('its .safetensors header is not JSON');
  }
}

function readMetadata(value: unknown, into: Map<string, string>): void {
  if (!isObject(value)) throw new ArtifactInvalid('the __metadata__ of its .safetensors header is not an object');
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string')
      throw new ArtifactInvalid('the __metadata__ of its .safetensors header holds something that is not text');
    into.set(key, text);
  }
}

function readEntry(name: string, value: unknown): Entry {
  if (!isObject(value)) throw new ArtifactInvalid('a tensor of its .safetensors header is not an object');
  const fields = new Map<string, unknown>(Object.entries(value));
  const shape = fields.get('shape');
  const offsets = fields.get('data_offsets');
  const datatype = DATATYPE.get(fields.get('dtype'));
  if (!datatype)
    throw new ArtifactInvalid('a tensor of its .safetensors header has a dtype other than F16, F32, F64, I32, I64, U8');
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2)
    throw new ArtifactInvalid('a tensor of its .safetensors header has no valid shape and data_offsets');
  const [begin = NaN, end = NaN] = offsets;
  if (end - begin !== elementCount(shape) * BYTES_OF_DATATYPE[datatype])
    throw new ArtifactInvalid('a tensor of its .safetensors header has a shape that disagrees with its data_offsets');
  return { name, datatype, shape, begin, end };
}

function checkCoverage(entries: readonly Entry[], bufferLength: number): void {
  let covered = 0;
  for (const { begin, end } of entries) {
    if (begin !== covered) throw new ArtifactInvalid('the tensors of its .safetensors header overlap or leave holes');
    covered = end;
  }
  if (covered !== bufferLength)
    throw new ArtifactInvalid(
      `its .safetensors header promises ${covered} bytes of tensors and ${bufferLength} follow`,
    );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

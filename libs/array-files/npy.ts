import { ArtifactInvalid } from '#libs/errors';
import {
  arrayOfBytes,
  BYTES_OF_DATATYPE,
  bytesOfArray,
  elementCount,
  type ArrayDatatype,
  type DenseArray,
} from './array-datatypes.js';

/** NEP 1 / numpy.lib.format: magic, version, header length, a Python dict as text padded to 64 bytes, then the raw array. */
const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59);
const HEADER_LIMIT_BYTES = 65_536;
// numpy leaves room for the first dimension to grow in place; done the same way so that files compare byte for byte.
const GROWTH_DIGITS = 21;

const DESCR: Readonly<Record<ArrayDatatype, string>> = {
  FP16: '<f2',
  FP32: '<f4',
  FP64: '<f8',
  INT32: '<i4',
  INT64: '<i8',
  UINT8: '|u1',
};

/** What a .npy header says. `headerBytes` is where the raw array begins. */
export interface NpyHeader {
  readonly datatype: ArrayDatatype;
  readonly shape: readonly number[];
  readonly headerBytes: number;
}

/**
 * The header of a version 1.0 .npy file, equal to numpy's own. Followed by the raw little-endian C-order bytes it is a whole file,
 * so that a route can send the header and then a stored buffer without copying it.
 * @param shape whole numbers >= 0; [] is a scalar
 * @throws Error when the shape is no shape
 */
export function encodeNpyHeader(datatype: ArrayDatatype, shape: readonly number[]): Uint8Array {
  if (Number.isNaN(elementCount(shape))) throw new Error('The shape of a .npy array must be whole numbers >= 0.');
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const dict = `{'descr': '${DESCR[datatype]}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const growth = shape.length > 0 ? GROWTH_DIGITS - String(shape[0]).length : 0;
  const bare = MAGIC.length + 4 + dict.length + growth + 1;
  // A header that already ends on the boundary gets 64 more bytes in numpy.
  const padding = 64 - (bare % 64);
  const text = `${dict}${' '.repeat(growth + padding)}\n`;
  const header = new Uint8Array(MAGIC.length + 4 + text.length);
  header.set(MAGIC);
  header.set([1, 0, text.length & 0xff, text.length >>> 8], MAGIC.length);
  header.set(Buffer.from(text, 'latin1'), MAGIC.length + 4);
  return header;
}

/** A whole .npy file. @throws Error when `data` does not have the product of `shape` elements */
export function encodeNpy(array: DenseArray): Uint8Array {
  if (array.data.length !== elementCount(array.shape))
    throw new Error('The data of a .npy array must match its shape.');
  const header = encodeNpyHeader(array.datatype, array.shape);
  const file = new Uint8Array(header.length + array.data.byteLength);
  file.set(header);
  file.set(bytesOfArray(array.data), header.length);
  return file;
}

/** Whether these are the first bytes of a .npy file. */
export function isNpy(start: Uint8Array): boolean {
  return start.length >= MAGIC.length && MAGIC.every((byte, i) => start[i] === byte);
}

/**
 * Reads a .npy file of version 1.0, 2.0 or 3.0. The array is a view on `bytes` where they are aligned.
 * @throws ArtifactInvalid for another magic, a header beyond 64 KiB, an object or structured or big-endian or unknown datatype, Fortran
 * order of two and more dimensions, and a length that is not exactly what the header says. Nothing is ever unpickled.
 */
export function decodeNpy(bytes: Uint8Array): DenseArray {
  const { datatype, shape, headerBytes } = decodeNpyHeader(bytes);
  const expected = elementCount(shape) * BYTES_OF_DATATYPE[datatype];
  const found = bytes.length - headerBytes;
  if (found !== expected)
    throw new ArtifactInvalid(`its .npy header promises ${expected} bytes of array and ${found} follow`);
  return arrayOfBytes(datatype, shape, bytes.subarray(headerBytes));
}

/** Reads the header alone, from the first bytes of a file (64 KiB suffice). @throws ArtifactInvalid as `decodeNpy` */
export function decodeNpyHeader(start: Uint8Array): NpyHeader {
  if (!isNpy(start)) throw new ArtifactInvalid('it does not begin like a .npy file');
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (start.length < 12) throw new ArtifactInvalid('its .npy header is cut off');
  const major = view.getUint8(6);
  if (major < 1 || major > 3) throw new ArtifactInvalid('its .npy version is not 1, 2 or 3');
  const textStart = major === 1 ? 10 : 12;
  const textLength = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (textLength > HEADER_LIMIT_BYTES) throw new ArtifactInvalid('its .npy header is longer than 64 KiB');
  if (textStart + textLength > start.length) throw new ArtifactInvalid('its .npy header is cut off');
  const text = Buffer.from(start.subarray(textStart, textStart + textLength)).toString('latin1');
  return { ...parseHeaderText(text), headerBytes: textStart + textLength };
}

const ENTRY = String.raw`'(?:descr|fortran_order|shape)'\s*:\s*(?:'[^']*'|True|False|\([0-9,\s]*\))`;
const HEADER = new RegExp(String.raw`^\{\s*${ENTRY}\s*,\s*${ENTRY}\s*,\s*${ENTRY}\s*,?\s*\}\s*$`);

function parseHeaderText(text: string): Omit<NpyHeader, 'headerBytes'> {
  if (/'descr'\s*:\s*\[/.test(text))
    throw new ArtifactInvalid('its .npy array is structured; only plain numbers are read');
  const descr = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const tuple = /'shape'\s*:\s*\(([0-9,\s]*)\)/.exec(text)?.[1];
  if (!HEADER.test(text) || descr === undefined || order === undefined || tuple === undefined) {
    throw new ArtifactInvalid('its .npy header is not the dictionary of descr, fortran_order and shape');
  }
  const shape = parseShape(tuple);
  if (order === 'True' && shape.length > 1)
    throw new ArtifactInvalid('its .npy array is in Fortran order; save it in C order');
  return { datatype: parseDescr(descr), shape };
}

function parseDescr(descr: string): ArrayDatatype {
  if (descr.includes('O')) throw new ArtifactInvalid('its .npy array holds Python objects, which are never loaded');
  if (descr.startsWith('>')) throw new ArtifactInvalid('its .npy array is big-endian; save it little-endian');
  // One byte has no order: numpy writes `|u1`, others `<u1`.
  const normal = descr === '<u1' || descr === 'u1' ? '|u1' : descr;
  for (const datatype of ['FP16', 'FP32', 'FP64', 'INT32', 'INT64', 'UINT8'] as const) {
    if (DESCR[datatype] === normal) return datatype;
  }
  throw new ArtifactInvalid('the datatype of its .npy array is none of float16, float32, float64, int32, int64, uint8');
}

function parseShape(tuple: string): readonly number[] {
  const parts = tuple.split(',').map((part) => part.trim());
  if (parts.at(-1) === '') parts.pop();
  const shape = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : NaN));
  if (shape.length > 32 || Number.isNaN(elementCount(shape)))
    throw new ArtifactInvalid('the shape in its .npy header is not a shape');
  return shape;
}

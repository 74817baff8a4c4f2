import { GatewayBadAnswer } from './tessera-error.js';

/** A numeric array as it came from a link. `data` is row-major and has the product of `shape` many numbers. */
export type NumericArrayData =
  | { readonly shape: readonly number[]; readonly datatype: 'FP32'; readonly data: Float32Array }
  | { readonly shape: readonly number[]; readonly datatype: 'INT32'; readonly data: Int32Array };

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/**
 * Decodes a NumPy `.npy` file, versions 1.0 to 3.0, of little-endian float32 or int32 in C order: what the gateway's links serve.
 * @throws GatewayBadAnswer for anything else, and when bytes are missing or left over
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function decodeNpy(bytes: Uint8Array): NumericArrayData {
  if (bytes.length < 12 || MAGIC.some((byte, index) => bytes[index] !== byte)) refuse('it is no .npy file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const major = view.getUint8(6);
  if (major < 1 || major > 3) refuse('its .npy version is not known');
  const headerStart = major === 1 ? 10 : 12;
  const dataStart = headerStart + (major === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (dataStart > bytes.length) refuse('its .npy header is cut off');
  const header = new TextDecoder().decode(bytes.subarray(headerStart, dataStart));
  const { descr, shape } = parseHeader(header);
  const count = shape.reduce((product, size) => product * size, 1);
  if (bytes.length - dataStart !== count * 4) refuse('its .npy data does not have the size that its shape says');
  if (descr === '<f4') {
    return { shape, datatype: 'FP32', data: Float32Array.from({ length: count }, (_, i) => float(view, dataStart, i)) };
  }
  return { shape, datatype: 'INT32', data: Int32Array.from({ length: count }, (_, i) => integer(view, dataStart, i)) };
}

function float(view: DataView, start: number, index: number): number {
  return view.getFloat32(start + index * 4, true);
}

function integer(view: DataView, start: number, index: number): number {
  return view.getInt32(start + index * 4, true);
}

function parseHeader(header: string): { descr: '<f4' | '<i4'; shape: readonly number[] } {
  const descr = /'descr':\s*'(<f4|<i4)'/.exec(header)?.[1];
  if (descr !== '<f4' && descr !== '<i4') return refuse('its .npy numbers are neither float32 nor int32');
  if (!/'fortran_order':\s*False/.test(header)) refuse('its .npy data is not in C order');
  const sizes = /'shape':\s*\(([\d,\s]*)\)/.exec(header)?.[1];
  if (sizes === undefined) return refuse('its .npy header has no shape');
  return {
    descr,
    shape: sizes
      .split(',')
      .filter((size) => size.trim() !== '')
      .map(Number),
  };
}

function refuse(rule: string): never {
  throw new GatewayBadAnswer(rule);
}

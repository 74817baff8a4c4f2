import { InvalidInferenceMessage } from '#libs/errors';
import { exactDoublesJson, exactFloatsJson } from '#libs/number-text';
import { ITEM_SIZES, type NumericArray, type NumericDatatype, type Tensor } from './datatypes.js';
import { exactInteger } from './exact-json.js';
import { halfToNumber, numberToHalf } from './float16.js';
import { unlikeShape } from './json/tensor-from-list.js';
import { countElements } from './shape.js';
import { tensorFromBytes, type TensorHead } from './tensor-bytes.js';

const INTEGER_RANGES = {
  UINT8: [0, 2 ** 8 - 1],
  UINT16: [0, 2 ** 16 - 1],
  UINT32: [0, 2 ** 32 - 1],
  UINT64: [0n, 2n ** 64n - 1n],
  INT8: [-(2 ** 7), 2 ** 7 - 1],
  INT16: [-(2 ** 15), 2 ** 15 - 1],
  INT32: [-(2 ** 31), 2 ** 31 - 1],
  INT64: [-(2n ** 63n), 2n ** 63n - 1n],
} as const;

type IntegerDatatype = keyof typeof INTEGER_RANGES;
type JsonDatatype = Exclude<NumericDatatype, 'BF16'>;

/**
 * The tensor whose elements are given as JSON, flat or nested (row-major either way). 64-bit integers come out exact; one that
 * a JSON reader had rounded already is refused. A scalar may stand without a list.
 * @param data the parsed `data` member
 * @param where names the tensor for the message, by position
 * @throws InvalidInferenceMessage
 */
export function tensorFromJson(head: TensorHead, data: unknown, where: string): Tensor {
  const { name, datatype, shape } = head;
  if (datatype === 'BF16') throw new InvalidInferenceMessage(`${where} is BF16, which JSON cannot carry`);
  if (!Array.isArray(data)) return scalarFromJson(head, data, where);
  const count = countElements(shape);
  const flat = flatten(data, shape, where);
  if (BigInt(flat.length) !== count)
    throw new InvalidInferenceMessage(`${where} has another number of values than its shape`);
  if (datatype === 'BYTES') return { name, datatype, shape, data: flat.map((value) => elementFromJson(value, where)) };
  const bytes = new Uint8Array(flat.length * ITEM_SIZES[datatype]);
  const write = elementWriter(datatype, new DataView(bytes.buffer), where);
  flat.forEach((value, i) => write(i, value));
  return tensorFromBytes(head, bytes, where);
}

function scalarFromJson(head: TensorHead, data: unknown, where: string): Tensor {
  const isScalar = head.shape.length === 0 && data !== null && typeof data !== 'object' && data !== undefined;
  if (!isScalar) throw new InvalidInferenceMessage(`${where} has no list \`data\``);
  return tensorFromJson(head, [data], where);
}

/**
 * The JSON text of a tensor's `data`, flat. Numbers are written so that they read back exactly, 64-bit integers with all digits.
 * @throws InvalidInferenceMessage when JSON cannot carry a value: NaN, infinity, BF16, or BYTES that are not UTF-8
 */
export function jsonOfData(tensor: Tensor, where: string): string {
  if (tensor.datatype === 'BF16') throw new InvalidInferenceMessage(`${where} is BF16, which JSON cannot carry`);
  if (tensor.datatype === 'BYTES') return JSON.stringify(tensor.data.map((element) => textOfElement(element, where)));
  if (tensor.datatype === 'FP32' || tensor.datatype === 'FP64') {
    if (!isAllNumbers(tensor.data)) throw notFinite(where);
    return tensor.datatype === 'FP32' ? exactFloatsJson(tensor.data) : exactDoublesJson(tensor.data);
  }
  const words: string[] = new Array<string>(tensor.data.length);
  const format = elementFormatter(tensor.datatype, where);
  forEachElement(tensor.data, (value, i) => {
    words[i] = format(value);
  });
  return `[${words.join(',')}]`;
}

function forEachElement(data: NumericArray, visit: (value: number | bigint, i: number) => void): void {
  for (let i = 0; i < data.length; i += 1) visit(data[i] ?? 0, i);
}

function flatten(data: readonly unknown[], shape: readonly number[], where: string): readonly unknown[] {
  if (!data.some((item) => Array.isArray(item))) return data;
  const flat: unknown[] = [];
  const visit = (level: unknown, depth: number): void => {
    const isLeaf = depth === shape.length;
    if (isLeaf !== !Array.isArray(level)) throw unlikeShape(where);
    if (!Array.isArray(level)) return void flat.push(level);
    if (level.length !== shape[depth]) throw unlikeShape(where);
    for (const item of level) visit(item, depth + 1);
  };
  visit(data, 0);
  return flat;
}

function elementWriter(datatype: JsonDatatype, view: DataView, where: string): (i: number, value: unknown) => void {
  switch (datatype) {
    case 'BOOL':
      return (i, value) => view.setUint8(i, booleanOf(value, where));
    case 'FP16':
      return (i, value) => view.setUint16(i * 2, finiteHalf(numberOf(value, where), where), true);
    case 'FP32':
      return (i, value) => view.setFloat32(i * 4, finite(Math.fround(numberOf(value, where)), where), true);
    case 'FP64':
      return (i, value) => view.setFloat64(i * 8, numberOf(value, where), true);
    default:
      return (i, value) => writeInteger(view, datatype, i, integerOf(value, datatype, where));
  }
}

function writeInteger(view: DataView, datatype: IntegerDatatype, i: number, value: number | bigint): void {
  const at = i * ITEM_SIZES[datatype];
  switch (ITEM_SIZES[datatype]) {
    case 1:
      return view.setUint8(at, Number(value) & 0xff);
    case 2:
      return view.setUint16(at, Number(value) & 0xffff, true);
    case 4:
      return view.setUint32(at, Number(value) >>> 0, true);
    case 8:
      return view.setBigInt64(at, BigInt(value), true);
  }
}

function elementFormatter(
  datatype: Exclude<JsonDatatype, 'FP32' | 'FP64'>,
  where: string,
): (value: number | bigint) => string {
  switch (datatype) {
    case 'BOOL':
      return (value) => (value === 0 ? 'false' : 'true');
    case 'FP16':
      return (value) => numberText(finite(halfToNumber(Number(value)), where));
    default:
      return String;
  }
}

/** A loop, for `every` takes three times as long. */
function isAllNumbers(data: Float32Array | Float64Array): boolean {
  for (let i = 0; i < data.length; i += 1) if (!Number.isFinite(data[i])) return false;
  return true;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function numberOf(value: unknown, where: string): number {
  if (typeof value !== 'number') throw new InvalidInferenceMessage(`${where} holds a value that is not a number`);
  return finite(value, where);
}

function integerOf(value: unknown, datatype: IntegerDatatype, where: string): number | bigint {
  const [least, most] = INTEGER_RANGES[datatype];
  const number = exactInteger(value) ?? numberOf(value, where);
  const isExact = typeof number === 'bigint' || Number.isSafeInteger(number);
  if (isExact && number >= least && number <= most) return number;
  throw new InvalidInferenceMessage(`${where} holds a value that JSON cannot carry as ${datatype}`);
}

function booleanOf(value: unknown, where: string): 0 | 1 {
  if (value === true || value === 1) return 1;
  if (value === false || value === 0) return 0;
  throw new InvalidInferenceMessage(`${where} holds a value that is not a boolean`);
}

function finite(value: number, where: string): number {
  if (Number.isFinite(value)) return value;
  throw notFinite(where);
}

function notFinite(where: string): InvalidInferenceMessage {
  return new InvalidInferenceMessage(`${where} holds a value that is not finite, which JSON cannot carry`);
}

function finiteHalf(value: number, where: string): number {
  const half = numberToHalf(value);
  finite(halfToNumber(half), where);
  return half;
}

function elementFromJson(value: unknown, where: string): Uint8Array {
  if (typeof value !== 'string' || exactInteger(value) !== null)
    throw new InvalidInferenceMessage(`${where} holds a BYTES value that is not a string`);
  if (/\p{Surrogate}/u.test(value))
    throw new InvalidInferenceMessage(`${where} holds a string that is not Unicode text`);
  return new TextEncoder().encode(value);
}

function textOfElement(element: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(element);
  } catch (error) {
    throw new InvalidInferenceMessage(`${where} holds BYTES that are not UTF-8, which JSON cannot carry`, {
      cause: error,
    });
  }
}

import {
  brainsToFloats,
  halvesToFloats,
  ITEM_SIZES,
  type NumericArray,
  type NumericDatatype,
  numberToBrain,
  numberToHalf,
  type Tensor,
  tensorFromBytes,
} from '#libs/inference-protocol';

/** An output of a model as it was served, bit by bit. */
export interface ServedArray {
  readonly datatype: NumericDatatype;
  /** FP16 and BF16 are the raw 16 bits. */
  readonly data: NumericArray;
}

/** @throws TypeError for BYTES, which nobody is asked for */
export function servedArrayOf({ name, datatype, data }: Tensor): ServedArray {
  if (datatype === 'BYTES' || !ArrayBuffer.isView(data))
    throw new TypeError(`the output ${name} was expected to be numbers`);
  return { datatype, data };
}

/** Single precision: exact for FP32, FP16, BF16 and integers up to 2^24, else rounded to nearest. */
export function singlesOf({ datatype, data }: ServedArray): Float32Array {
  if (data instanceof Float32Array) return data;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float32Array.from(data, Number);
  if (datatype === 'FP16') return halvesToFloats(Uint16Array.from(data));
  if (datatype === 'BF16') return brainsToFloats(Uint16Array.from(data));
  return Float32Array.from(data);
}

/** The very numbers, as doubles; null where a 64-bit integer is beyond 2^53 and has none. */
export function exactNumbersOf(array: ServedArray): readonly number[] | null {
  const { datatype, data } = array;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) {
    const numbers = Array.from<bigint, number>(data, Number);
    return numbers.every(Number.isSafeInteger) ? numbers : null;
  }
  return Array.from(datatype === 'FP16' || datatype === 'BF16' ? singlesOf(array) : data);
}

/** The reverse of `exactNumbersOf`: the same bits. */
export function servedArrayFrom(datatype: NumericDatatype, numbers: readonly number[]): ServedArray {
  const bits = (of: (value: number) => number): Uint16Array => Uint16Array.from(numbers, of);
  switch (datatype) {
    case 'FP16':
      return { datatype, data: bits(numberToHalf) };
    case 'BF16':
      return { datatype, data: bits(numberToBrain) };
    case 'INT64':
      return { datatype, data: BigInt64Array.from(numbers, BigInt) };
    case 'UINT64':
      return { datatype, data: BigUint64Array.from(numbers, BigInt) };
    case 'FP32':
      return { datatype, data: Float32Array.from(numbers) };
    default: {
      const empty = tensorFromBytes(
        { name: '', datatype, shape: [numbers.length] },
        zeroes(datatype, numbers.length),
        '',
      );
      const array = servedArrayOf(empty);
      numbers.forEach((value, i) => Reflect.set(array.data, i, value));
      return array;
    }
  }
}

/** Little-endian bytes, as they are stored and served. */
export function bytesOfServed({ data }: ServedArray): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/** Stored bytes as what was served. */
export function servedFromBytes(datatype: NumericDatatype, bytes: Uint8Array): ServedArray {
  const shape = [bytes.byteLength / ITEM_SIZES[datatype]];
  return servedArrayOf(tensorFromBytes({ name: '', datatype, shape }, bytes, 'a stored array'));
}

/** Several arrays of one datatype, one after the other. */
export function joinedArrays(arrays: readonly ServedArray[]): ServedArray {
  const [first] = arrays;
  if (!first) throw new Error('an array was expected');
  const bytes = Buffer.concat(arrays.map(bytesOfServed));
  return servedFromBytes(first.datatype, bytes);
}

/** Whether a name of a stored row is a datatype of numbers. */
export function isNumericDatatype(name: string): name is NumericDatatype {
  return name in ITEM_SIZES && name !== 'BYTES';
}

function zeroes(datatype: NumericDatatype, count: number): Uint8Array {
  return new Uint8Array(count * ITEM_SIZES[datatype]);
}

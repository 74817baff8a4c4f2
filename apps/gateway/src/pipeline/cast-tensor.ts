import { type Tensor } from '#libs/inference-protocol';

/** Datatypes that numbers of the gateway are sent in. */
export type CastDatatype = 'FP32' | 'FP64' | 'INT32' | 'INT64' | 'UINT8' | 'BOOL';

/** Numbers as a tensor of a datatype; whole numbers are rounded to the nearest. Features that are FP32 already are not copied. */
export function castTensor(
  name: string,
  datatype: CastDatatype,
  shape: readonly number[],
  numbers: Float32Array | Float64Array,
): Tensor {
  switch (datatype) {
    case 'FP32':
      return { name, datatype, shape, data: numbers instanceof Float32Array ? numbers : Float32Array.from(numbers) };
    case 'FP64':
      return { name, datatype, shape, data: Float64Array.from(numbers) };
    case 'INT32':
      return { name, datatype, shape, data: Int32Array.from(numbers, Math.round) };
    case 'INT64':
      return { name, datatype, shape, data: BigInt64Array.from(numbers, (value) => BigInt(Math.round(value))) };
    case 'UINT8':
    case 'BOOL':
      return { name, datatype, shape, data: Uint8Array.from(numbers) };
  }
}

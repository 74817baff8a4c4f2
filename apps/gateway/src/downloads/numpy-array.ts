import { type ArrayDatatype, type bytesOfArray } from '#libs/array-files';
import { type NumericDatatype } from '#libs/inference-protocol';
import { type ServedArray, singlesOf } from '#gateway/pipeline';

/** Datatypes whose stored bytes are those of a file of numpy; a BOOL is a byte of 0 or 1. */
export const NUMPY_DATATYPES: Readonly<Partial<Record<NumericDatatype, ArrayDatatype>>> = {
  FP16: 'FP16',
  FP32: 'FP32',
  FP64: 'FP64',
  INT32: 'INT32',
  INT64: 'INT64',
  UINT8: 'UINT8',
  BOOL: 'UINT8',
};

/** An output as a file of numpy holds it: bit by bit where it has the datatype, else in a wider one that holds every number exactly. */
export function numpyArrayOf(array: ServedArray): {
  readonly datatype: ArrayDatatype;
  readonly data: Parameters<typeof bytesOfArray>[0];
} {
  const { datatype, data } = array;
  const numpy = NUMPY_DATATYPES[datatype];
  // The columns of the table above and of libs/array-files have the same arrays.
  if (numpy) return { datatype: numpy, data: data as Parameters<typeof bytesOfArray>[0] };
  if (datatype === 'BF16') return { datatype: 'FP32', data: singlesOf(array) };
  return { datatype: 'FP64', data: Float64Array.from<number | bigint>(data, Number) };
}

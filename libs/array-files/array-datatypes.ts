/** Datatypes by their Open Inference Protocol names, with the typed array that carries each. FP16 is carried as raw bits. */
export interface ArrayOfDatatype {
  readonly FP16: Uint16Array;
  readonly FP32: Float32Array;
  readonly FP64: Float64Array;
  readonly INT32: Int32Array;
  readonly INT64: BigInt64Array;
  readonly UINT8: Uint8Array;
}

export type ArrayDatatype = keyof ArrayOfDatatype;

/** A dense row-major (C order) array. `data.length` is the product of `shape`; a scalar has the shape []. */
export type DenseArray = {
  readonly [D in ArrayDatatype]: {
    readonly datatype: D;
    readonly shape: readonly number[];
    readonly data: ArrayOfDatatype[D];
  };
}[ArrayDatatype];

/** Bytes of one element. */
export const BYTES_OF_DATATYPE: Readonly<Record<ArrayDatatype, number>> = {
  FP16: 2,
  FP32: 4,
  FP64: 8,
  INT32: 4,
  INT64: 8,
  UINT8: 1,
};

/** The product of a shape; NaN when a dimension is no whole number >= 0 or the product cannot be held exactly. */
export function elementCount(shape: readonly number[]): number {
  let count = 1;
  for (const dimension of shape) {
    if (!Number.isSafeInteger(dimension) || dimension < 0) return NaN;
    count *= dimension;
  }
  return Number.isSafeInteger(count) ? count : NaN;
}

/** The raw bytes under an array, without a copy. */
export function bytesOfArray(data: ArrayOfDatatype[ArrayDatatype]): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

/**
 * Little-endian bytes as an array: a view where the bytes are aligned for the datatype, a copy where they are not.
 * @param bytes exactly the product of `shape` elements; checked by the caller
 */
export function arrayOfBytes(datatype: ArrayDatatype, shape: readonly number[], bytes: Uint8Array): DenseArray {
  const size = BYTES_OF_DATATYPE[datatype];
  const aligned = bytes.byteOffset % size === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const length = aligned.byteLength / size;
  switch (datatype) {
    case 'FP16':
      return { datatype, shape, data: new Uint16Array(buffer, byteOffset, length) };
    case 'FP32':
      return { datatype, shape, data: new Float32Array(buffer, byteOffset, length) };
    case 'FP64':
      return { datatype, shape, data: new Float64Array(buffer, byteOffset, length) };
    case 'INT32':
      return { datatype, shape, data: new Int32Array(buffer, byteOffset, length) };
    case 'INT64':
      return { datatype, shape, data: new BigInt64Array(buffer, byteOffset, length) };
    case 'UINT8':
      return { datatype, shape, data: new Uint8Array(buffer, byteOffset, length) };
  }
}

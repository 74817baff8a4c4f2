/**
 * The tensor datatypes of the Open Inference Protocol v2 that Tessera speaks, with the bytes of one element. BYTES has no fixed
 * size: each element carries its own length.
 */
export const ITEM_SIZES = {
  BOOL: 1,
  UINT8: 1,
  UINT16: 2,
  UINT32: 4,
  UINT64: 8,
  INT8: 1,
  INT16: 2,
  INT32: 4,
  INT64: 8,
  FP16: 2,
  BF16: 2,
  FP32: 4,
  FP64: 8,
  BYTES: null,
} as const;

/** A datatype by its protocol name. */
export type Datatype = keyof typeof ITEM_SIZES;

/** A datatype whose elements are fixed-size numbers or booleans. */
export type NumericDatatype = Exclude<Datatype, 'BYTES'>;

/** The array that holds a tensor's elements. BOOL is 0 or 1; FP16 and BF16 are the raw 16 bits (see `halfToNumber`, `brainToNumber`). */
export interface TensorArrays {
  readonly BOOL: Uint8Array;
  readonly UINT8: Uint8Array;
  readonly UINT16: Uint16Array;
  readonly UINT32: Uint32Array;
  readonly UINT64: BigUint64Array;
  readonly INT8: Int8Array;
  readonly INT16: Int16Array;
  readonly INT32: Int32Array;
  readonly INT64: BigInt64Array;
  readonly FP16: Uint16Array;
  readonly BF16: Uint16Array;
  readonly FP32: Float32Array;
  readonly FP64: Float64Array;
  readonly BYTES: readonly Uint8Array[];
}

/** Any fixed-size element array. */
export type NumericArray = TensorArrays[NumericDatatype];

/** A tensor of one known datatype. */
export interface TensorOf<D extends Datatype> {
  readonly name: string;
  readonly datatype: D;
  readonly shape: readonly number[];
  /** Row-major; as many elements as the product of `shape`. */
  readonly data: TensorArrays[D];
}

/** A named, row-major tensor; `datatype` says which array `data` is. */
export type Tensor = { [D in Datatype]: TensorOf<D> }[Datatype];

/** Whether it is the name of a datatype that this library encodes and decodes. */
export function isDatatype(name: unknown): name is Datatype {
  return typeof name === 'string' && Object.hasOwn(ITEM_SIZES, name);
}

import { describe, expect, it } from 'vitest';
import { type NumericDatatype } from '#libs/inference-protocol';
import {
  bytesOfServed,
  exactNumbersOf,
  joinedArrays,
  servedArrayFrom,
  servedFromBytes,
  singlesOf,
} from './served-array.js';

const CASES: readonly (readonly [NumericDatatype, readonly number[], number])[] = [
  ['BOOL', [0, 1, 1], 1],
  ['UINT8', [0, 255], 1],
  ['INT8', [-128, 127], 1],
  ['UINT16', [0, 65535], 2],
  ['INT16', [-32768, 32767], 2],
  ['UINT32', [0, 4294967295], 4],
  ['INT32', [-2147483648, 2147483647], 4],
  ['UINT64', [0, Number.MAX_SAFE_INTEGER], 8],
  ['INT64', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], 8],
  ['FP16', [-65504, 0.5, 2 ** -24], 2],
  ['BF16', [-1.5, 3.3895313892515355e38], 2],
  ['FP32', [Math.fround(0.1), -1e-40].map(Math.fround), 4],
  ['FP64', [0.1, Number.MIN_VALUE], 8],
];

describe('a served array', () => {
  it.each(CASES)('of %s is the same numbers, and the same bytes, after it was stored', (datatype, numbers, size) => {
    const array = servedArrayFrom(datatype, numbers);
    const bytes = bytesOfServed(array);
    expect(bytes.byteLength).toBe(size * numbers.length);
    expect(exactNumbersOf(array)).toEqual(numbers);
    const stored = servedFromBytes(datatype, Uint8Array.from(bytes));
    expect(exactNumbersOf(stored)).toEqual(numbers);
    expect([...bytesOfServed(stored)]).toEqual([...bytes]);
    expect(exactNumbersOf(joinedArrays([array, stored]))).toEqual([...numbers, ...numbers]);
    expect(singlesOf(array)).toEqual(Float32Array.from(numbers));
  });

  it('has no exact numbers for whole numbers beyond 2^53', () => {
    expect(exactNumbersOf({ datatype: 'INT64', data: BigInt64Array.of(2n ** 53n) })).toBeNull();
  });
});

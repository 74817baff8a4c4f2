import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Datatype, Tensor } from './datatypes.js';

/** About half a millisecond of looking at numbers. */
const SLICE = 2 ** 19;

/** Of the floating-point datatypes, which elements are finite. */
const FINITE: Readonly<Partial<Record<Datatype, (value: number) => boolean>>> = {
  FP16: (half) => (half & 0x7c00) !== 0x7c00,
  BF16: (brain) => (brain & 0x7f80) !== 0x7f80,
  FP32: Number.isFinite,
  FP64: Number.isFinite,
};

/**
 * Whether every value of a tensor is finite; integers, booleans and BYTES always are. Large tensors are looked at in slices, so that
 * the event loop is not held up.
 */
export async function isAllFinite(tensor: Tensor): Promise<boolean> {
  if (tensor.data instanceof BigInt64Array || tensor.data instanceof BigUint64Array) return true;
  const isFiniteValue = FINITE[tensor.datatype];
  if (isFiniteValue === undefined || tensor.datatype === 'BYTES') return true;
  for (let start = 0; start < tensor.data.length; start += SLICE) {
    if (start > 0) await nextTurn();
    if (!tensor.data.subarray(start, start + SLICE).every((value) => isFiniteValue(value))) return false;
  }
  return true;
}

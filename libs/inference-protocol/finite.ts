import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Tensor } from './datatypes.js';

/** About half a millisecond of looking at numbers. */
const SLICE = 2 ** 19;

/**
 * Whether every value of a tensor is finite; integers, booleans and BYTES always are. Large tensors are looked at in slices, so that
 * the event loop is not held up.
 */
export async function isAllFinite(tensor: Tensor): Promise<boolean> {
  if (tensor.datatype !== 'FP16' && tensor.datatype !== 'FP32' && tensor.datatype !== 'FP64') return true;
  const isFiniteValue = tensor.datatype === 'FP16' ? isFiniteHalf : Number.isFinite;
  for (let start = 0; start < tensor.data.length; start += SLICE) {
    if (start > 0) await nextTurn();
    if (!tensor.data.subarray(start, start + SLICE).every((value) => isFiniteValue(value))) return false;
  }
  return true;
}

function isFiniteHalf(half: number): boolean {
  return (half & 0x7c00) !== 0x7c00;
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadUserInput } from '#libs/errors';
import { type Datatype, numberToBrain, numberToHalf, type Tensor } from '#libs/inference-protocol';

/** What features may be sent in. FP64 holds them exactly; FP16 and BF16 round to nearest, ties to even, as `tensor.half()` and `numpy.astype` do. */
export const FEATURE_DATATYPES: readonly Datatype[] = ['FP32', 'FP64', 'FP16', 'BF16'];

/** About a millisecond of conversion. */
const NUMBERS_AT_ONCE = 2 ** 15;

/**
 * Features as a tensor of a floating-point datatype.
 * @param shape of the rows, `[bags, tiles, dim]`
 * @throws BadUserInput for another datatype, and for features that are beyond the range of FP16
 */
export async function featureTensor(
  { name, datatype }: Pick<Tensor, 'name' | 'datatype'>,
  rows: Float32Array,
  shape: readonly number[],
): Promise<Tensor> {
  switch (datatype) {
    case 'FP32':
      return { name, datatype, shape, data: rows };
    case 'FP64':
      return { name, datatype, shape, data: await piecewise(new Float64Array(rows.length), rows, copied) };
    case 'FP16':
      return { name, datatype, shape, data: await piecewise(new Uint16Array(rows.length), rows, finiteHalf) };
    case 'BF16':
      return { name, datatype, shape, data: await piecewise(new Uint16Array(rows.length), rows, numberToBrain) };
    default:
      throw new BadUserInput('model', `must name a version that takes features as ${FEATURE_DATATYPES.join(', ')}`, {
        datatype,
      });
  }
}

function finiteHalf(value: number): number {
  const half = numberToHalf(value);
  if ((half & 0x7c00) === 0x7c00)
    throw new BadUserInput(
      'model',
      'must name a version whose input can hold the features: some are beyond the range of FP16',
    );
  return half;
}

function copied(value: number): number {
  return value;
}

/** A bag has millions of numbers: others have their turn in between. */
async function piecewise<T extends Float64Array | Uint16Array>(
  into: T,
  rows: Float32Array,
  convert: (value: number) => number,
): Promise<T> {
  for (let from = 0; from < rows.length; from += NUMBERS_AT_ONCE) {
    if (from > 0) await nextTurn();
    const to = Math.min(rows.length, from + NUMBERS_AT_ONCE);
    for (let i = from; i < to; i += 1) into[i] = convert(rows[i] ?? 0);
  }
  return into;
}

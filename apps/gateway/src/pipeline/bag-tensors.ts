import { setImmediate as nextTurn } from 'node:timers/promises';
import { type OutputExpectation } from '#libs/inference-client';
import { BadUserInput } from '#libs/errors';
import { numberToBrain, numberToHalf, type Tensor } from '#libs/inference-protocol';
import { type CardTensor, type ModelCard } from '#model-registry';
import { demandDatatypes, isAsked } from './served-datatypes.js';

/** How many bags go in, and how many tiles each has. */
export interface BagShape {
  readonly bags: number;
  readonly tiles: number;
}

/** About a millisecond of rounding. */
const NUMBERS_AT_ONCE = 2 ** 15;

/**
 * Features as the one input of a bag model, `[bags, tiles, dim]`, in the floating-point datatype that its card declares. FP64 holds them exactly; FP16 and
 * BF16 round to nearest, ties to even, as `tensor.half()` and `numpy.astype` do.
 * @throws BadUserInput for an input of another datatype, and for features that are beyond the range of FP16
 */
export async function bagTensor(
  card: ModelCard,
  rows: Float32Array,
  { bags, tiles, dim }: BagShape & { readonly dim: number },
): Promise<Tensor> {
  const [input, ...others] = card.input.tensors;
  if (!input || others.length > 0) throw new BadUserInput('model', 'must name a version that takes one tensor');
  if (isFeatureFirst(input))
    throw new BadUserInput(
      'model',
      'must name a version that takes tiles row by row; features before tiles are served for expression alone',
      { axes: input.axes },
    );
  const { name, datatype } = input;
  const shape = [bags, tiles, dim];
  switch (datatype) {
    case 'FP32':
      return { name, datatype, shape, data: rows };
    case 'FP64':
      return { name, datatype, shape, data: Float64Array.from(rows) };
    case 'FP16':
      return { name, datatype, shape, data: await roundedTo(rows, finiteHalf) };
    case 'BF16':
      return { name, datatype, shape, data: await roundedTo(rows, numberToBrain) };
    default:
      throw new BadUserInput('model', 'must name a version that takes features as FP32, FP64, FP16 or BF16', {
        datatype,
      });
  }
}

/** Whether a card states that its tensor has features before tiles (or clusters of them), as HE2RNA's `[bag, feature, tile]` does: rows of features are turned for it. */
export function isFeatureFirst({ axes }: Pick<CardTensor, 'axes'>): boolean {
  const feature = axes.indexOf('feature');
  return feature >= 0 && feature < Math.max(axes.indexOf('tile'), axes.indexOf('cluster'));
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

async function roundedTo(rows: Float32Array, round: (value: number) => number): Promise<Uint16Array> {
  const rounded = new Uint16Array(rows.length);
  for (let from = 0; from < rows.length; from += NUMBERS_AT_ONCE) {
    if (from > 0) await nextTurn();
    const to = Math.min(rows.length, from + NUMBERS_AT_ONCE);
    for (let i = from; i < to; i += 1) rounded[i] = round(rows[i] ?? 0);
  }
  return rounded;
}

/**
 * Every output that the card declares, with its variable dimensions filled in by the meaning of its axes. Outputs that nothing of the card refers to are asked
 * for and stored as they are; text and integers that no file of numbers holds are not.
 * @throws BadUserInput for an output that the card gives a meaning which its datatype does not have
 */
export function expectedOutputs(card: ModelCard, shape: BagShape): readonly OutputExpectation[] {
  demandDatatypes(card);
  return card.output.tensors
    .filter((tensor) => isAsked(card, tensor))
    .map((tensor) => ({
      name: tensor.name,
      datatype: tensor.datatype,
      shape: tensor.shape.map((size, axis) => sizeOf(tensor, size, axis, shape)),
    }));
}

function sizeOf(tensor: CardTensor, size: number, axis: number, { bags, tiles }: BagShape): number {
  if (size !== -1) return size;
  if (tensor.axes[axis] === 'bag') return bags;
  if (tensor.axes[axis] === 'tile') return tiles;
  return -1;
}

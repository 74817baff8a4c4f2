import { type OutputExpectation } from '#libs/inference-client';
import { BadUserInput } from '#libs/errors';
import { type Tensor } from '#libs/inference-protocol';
import { type CardTensor, type ModelCard } from '#model-registry';

/** How many bags go in, and how many tiles each has. */
export interface BagShape {
  readonly bags: number;
  readonly tiles: number;
}

/** Features as the one input of a bag model: `[bags, tiles, dim]` FP32. */
export function bagTensor(
  card: ModelCard,
  rows: Float32Array,
  { bags, tiles, dim }: BagShape & { readonly dim: number },
): Tensor {
  const [input, ...others] = card.input.tensors;
  if (!input || others.length > 0 || input.datatype !== 'FP32')
    throw new Error('the card was expected to take one FP32 tensor');
  if (isFeatureFirst(input))
    throw new BadUserInput(
      'model',
      'must name a version that takes tiles row by row; features before tiles are served for expression alone',
      { axes: input.axes },
    );
  return { name: input.name, datatype: 'FP32', shape: [bags, tiles, dim], data: rows };
}

/** Whether a card states that its tensor has features before tiles (or clusters of them), as HE2RNA's `[bag, feature, tile]` does: rows of features are turned for it. */
export function isFeatureFirst({ axes }: Pick<CardTensor, 'axes'>): boolean {
  const feature = axes.indexOf('feature');
  return feature >= 0 && feature < Math.max(axes.indexOf('tile'), axes.indexOf('cluster'));
}

/** Every output that the card declares, with its variable dimensions filled in by the meaning of its axes. */
export function expectedOutputs(card: ModelCard, shape: BagShape): readonly OutputExpectation[] {
  return card.output.tensors.map((tensor) => ({
    name: tensor.name,
    datatype: servedDatatype(tensor),
    shape: tensor.shape.map((size, axis) => sizeOf(tensor, size, axis, shape)),
  }));
}

function servedDatatype({ datatype }: CardTensor): 'FP32' {
  if (datatype !== 'FP32')
    throw new BadUserInput('model', 'must name a version that answers in FP32; other datatypes are not served yet', {
      datatype,
    });
  return datatype;
}

function sizeOf(tensor: CardTensor, size: number, axis: number, { bags, tiles }: BagShape): number {
  if (size !== -1) return size;
  if (tensor.axes[axis] === 'bag') return bags;
  if (tensor.axes[axis] === 'tile') return tiles;
  return -1;
}

import { BadUserInput } from '#libs/errors';
import { type Tensor } from '#libs/inference-protocol';
import { membersAsked, type ModelCard } from '#model-registry';
import { expectedOutputs, isFeatureFirst, type LoadedFeatures, type Task } from '#gateway/pipeline';

/** The image tower of an alignment head: the features of each tile in, a vector of the shared space for each out. */
export const imageTowerTask: Task<() => Promise<Float32Array>> = {
  kind: 'TILE_EMBEDDING',
  demand: (card) => void embeddingTensorOf(card),
  toTensors: (features, rows, card) => [toTensor(features, rows, card)],
  expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
  decode: (raw, card) => ({ value: () => raw.array(embeddingTensorOf(card)), scores: [] }),
};

/** The tensor that holds the vectors. @throws BadUserInput for a tower that cannot be asked here */
function embeddingTensorOf(card: ModelCard): string {
  const { input, output } = card;
  const [tensor, ...others] = input.tensors;
  const takesTiles =
    input.unit === 'TILE_FEATURES' &&
    others.length === 0 &&
    tensor?.datatype === 'FP32' &&
    tensor.axes.includes('tile') &&
    !isFeatureFirst(tensor);
  if (!output.embedding || !takesTiles || membersAsked(card).length > 0)
    throw new BadUserInput(
      'model',
      'must name a head whose image tower takes the features of tiles as its one FP32 input and gives a vector for each; others are not served yet',
      { unit: input.unit },
    );
  return output.embedding.tensor;
}

function toTensor(features: LoadedFeatures, rows: Float32Array, card: ModelCard): Tensor {
  const [input] = card.input.tensors;
  const sizes: Readonly<Record<string, number>> = { bag: 1, tile: features.tileCount, feature: features.bag.dim };
  const shape = (input?.axes ?? []).map((axis) => sizes[axis] ?? 1);
  return { name: input?.name ?? '', datatype: 'FP32', shape, data: rows };
}

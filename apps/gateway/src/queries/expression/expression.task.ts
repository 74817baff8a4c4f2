import type { Tensor } from '#libs/inference-protocol';
import { BadUserInput } from '#libs/errors';
import type { ModelCard } from '#model-registry';
import { type LoadedFeatures, type Task, expectedOutputs } from '#gateway/pipeline';

type Numbers = () => Promise<Float32Array>;

/** Expression of each tile, or of the slide as a whole: `[tiles, genes]` or `[1, genes]`, in the unit of the card. */
export const expressionTasks = { TILE: taskOf('TILE'), SLIDE: taskOf('SLIDE') } as const;

/** The level at which a card predicts expression. @throws BadUserInput for a version that predicts none */
export function levelOf({ task }: ModelCard): 'TILE' | 'SLIDE' {
  const { kind, level } = task;
  if (kind === 'EXPRESSION' && (level === 'TILE' || level === 'SLIDE')) return level;
  throw new BadUserInput(
    'model',
    'must name a version that predicts expression (task EXPRESSION, level TILE or SLIDE)',
    { task },
  );
}

function taskOf(level: 'TILE' | 'SLIDE'): Task<Numbers> {
  return {
    kind: level === 'TILE' ? 'TILE_EXPRESSION' : 'SLIDE_EXPRESSION',
    demand: (card) => void inputOf(card, level),
    toTensors: (features, rows, card) => [toTensor(features, rows, card, level)],
    expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
    decode: (raw, card) => ({ value: () => raw.array(card.output.expression?.tensor ?? ''), scores: [] }),
  };
}

function inputOf(card: ModelCard, level: 'TILE' | 'SLIDE') {
  const [input, ...others] = card.input.tensors;
  const isWanted = levelOf(card) === level && card.output.expression !== null && card.vocabulary?.kind === 'GENES';
  if (!isWanted || !input || others.length > 0 || input.datatype !== 'FP32' || card.input.unit !== 'TILE_FEATURES') {
    throw new BadUserInput(
      'model',
      'must name a version that takes the features of tiles as its one FP32 input; cluster means and others are not served yet',
      {
        unit: card.input.unit,
      },
    );
  }
  return input;
}

function toTensor(features: LoadedFeatures, rows: Float32Array, card: ModelCard, level: 'TILE' | 'SLIDE'): Tensor {
  const { name, axes } = inputOf(card, level);
  const sizes: Readonly<Record<string, number>> = { bag: 1, tile: features.tileCount, feature: features.bag.dim };
  return { name, datatype: 'FP32', shape: axes.map((axis) => sizes[axis] ?? 1), data: rows };
}

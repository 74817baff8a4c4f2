import { BadUserInput } from '#libs/errors';
import type { OutputExpectation } from '#libs/inference-client';
import type { Tensor } from '#libs/inference-protocol';
import type { ModelCard } from '#model-registry';
import type { MapWindow } from './map-parameters.js';

/** What a caller may ask of a window beside what the card says. Null: as the card has it. */
export interface AskedWindow {
  readonly strideTiles: number | null;
  readonly minTiles: number | null;
}

/** How a version makes a map, by its card. */
export interface MapShape {
  /** Null: each tile by itself. */
  readonly window: MapWindow | null;
  readonly meaning: string;
  readonly unit: string;
  readonly transform: string;
  readonly dim: number;
  readonly layerCount: number;
  /** @param count tiles, or windows of `tokens` each */
  readonly toTensor: (rows: Float32Array, count: number) => Tensor;
  readonly expect: (count: number) => OutputExpectation;
}

const MODEL =
  'must name a version that predicts expression and whose card offers a map of the mode PER_TILE or SLIDING_WINDOW';

/** @throws BadUserInput for a version that draws no such map, or a window that it cannot have */
export function mapShapeOf(card: ModelCard, asked: AskedWindow): MapShape {
  const { expression, tensors } = card.output;
  const spatial = card.spatial.find(({ mode }) => mode === 'SLIDING_WINDOW' || mode === 'PER_TILE');
  const [input, ...others] = card.input.tensors;
  const output = tensors.find(({ name }) => name === expression?.tensor);
  if (card.task.kind !== 'EXPRESSION' || !expression || !spatial || !output || card.vocabulary?.kind !== 'GENES')
    throw new BadUserInput('model', MODEL, { task: card.task, modes: card.spatial.map(({ mode }) => mode) });
  if (!input || others.length > 0 || input.datatype !== 'FP32' || output.datatype !== 'FP32')
    throw new BadUserInput(
      'model',
      'must name a version with one FP32 input and an FP32 output; others are not served yet',
    );
  const window = windowOf(spatial, asked);
  const layerCount = card.vocabulary.size;
  const dim = input.shape.at(-1) ?? -1;
  const tokens = window ? window.sizeTiles ** 2 : 1;
  checkAxes(input, window, tokens);
  const sizes = (count: number): readonly number[] =>
    window ? [count, tokens, dim] : input.axes.map((axis) => (axis === 'tile' ? count : axis === 'feature' ? dim : 1));
  return {
    ...{ window, meaning: spatial.meaning, unit: expression.unit, transform: expression.transform, dim, layerCount },
    toTensor: (rows, count) => ({ name: input.name, datatype: 'FP32', shape: sizes(count), data: rows }),
    expect: (count) => ({
      ...{ name: output.name, datatype: 'FP32' },
      shape: output.shape.map((size, at) => (size === -1 ? (isCounted(output.axes[at], window) ? count : 1) : size)),
    }),
  };
}

type CardTensor = ModelCard['input']['tensors'][number];

function checkAxes({ axes, shape }: CardTensor, window: MapWindow | null, tokens: number): void {
  const isTiles =
    axes.at(-1) === 'feature' && axes.at(-2) === 'tile' && axes.slice(0, -2).every((axis) => axis === 'bag');
  const isWindows =
    axes.length === 3 && axes[0] === 'bag' && axes[2] === 'feature' && (shape[1] === tokens || shape[1] === -1);
  if (window ? isWindows : isTiles) return;
  throw new BadUserInput(
    'model',
    window
      ? 'must name a version whose input is [bag, tokens, feature] with as many tokens as its window has tiles'
      : 'must name a version whose input is [tile, feature], with or without a bag before it',
    { axes, shape },
  );
}

const isCounted = (axis: string | undefined, window: MapWindow | null): boolean => axis === (window ? 'bag' : 'tile');

function windowOf({ mode, window }: ModelCard['spatial'][number], asked: AskedWindow): MapWindow | null {
  if (mode === 'PER_TILE') {
    if (asked.strideTiles !== null || asked.minTiles !== null)
      throw new BadUserInput('window', 'must be left out: the version predicts each tile by itself');
    return null;
  }
  if (!window) throw new BadUserInput('model', 'must name a version whose card says how its window is laid');
  if (!window.padding || window.padding.masked === true)
    throw new BadUserInput(
      'model',
      'must name a version that takes windows padded with a value; others are not served yet',
    );
  const { sizeTiles } = window;
  const strideTiles = asked.strideTiles ?? window.strideTiles;
  const minTiles = asked.minTiles ?? window.minTiles ?? 1;
  if (strideTiles < 1 || strideTiles > sizeTiles)
    throw new BadUserInput(
      'window.strideTiles',
      `must be 1 to ${sizeTiles}, the edge of the window: else tiles between windows are passed over`,
    );
  if (minTiles < 1 || minTiles > sizeTiles ** 2)
    throw new BadUserInput('window.minTiles', `must be 1 to ${sizeTiles ** 2}, the tiles of a window`);
  return { sizeTiles, strideTiles, minTiles, padding: window.padding.value };
}

import { BadUserInput } from '#libs/errors';
import type { OutputExpectation } from '#libs/inference-client';
import type { Tensor } from '#libs/inference-protocol';
import type { CardTensor, ModelCard } from '#model-registry';
import type { MapWindow } from './map-parameters.js';
import { alongTiles } from './tile-axes.js';

/** How rows of a map are asked of one version, by the axes that its card states. */
export interface MapCall {
  /** Tiles of a call where the version takes that many and no others. */
  readonly places: number | null;
  /** @param rows `[count, dim]` of tiles, or `[count, tokens, dim]` of windows */
  readonly toTensor: (rows: Float32Array, count: number, signal: AbortSignal) => Promise<Tensor>;
  readonly expect: (count: number) => OutputExpectation;
  /** @returns `[count, layers]` */
  readonly toRows: (values: Float32Array, count: number, signal: AbortSignal) => Promise<Float32Array>;
}

/** Input and output of a call, with what the card says they are. */
export interface CallTensors {
  readonly input: CardTensor;
  readonly output: CardTensor;
  readonly layers: number;
}

/** @throws BadUserInput for a version whose card does not say how tiles or windows go in and come out */
export function mapCallOf(card: ModelCard, window: MapWindow | null): MapCall {
  const { input, output, layers } = tensorsOf(card, window);
  if (window) return ofWindows({ input, output, layers }, window);
  return alongTiles({ input, output, layers }, card.input.padding?.value ?? null);
}

function tensorsOf({ input, output, spatial, vocabulary }: ModelCard, window: MapWindow | null): CallTensors {
  const [tensor, ...others] = input.tensors;
  const mode = window ? 'SLIDING_WINDOW' : 'PER_TILE';
  const carrier = spatial.find((map) => map.mode === mode)?.tensor ?? output.expression?.tensor;
  const values = output.tensors.find(({ name }) => name === carrier);
  if (!tensor || !values || others.length > 0 || tensor.datatype !== 'FP32' || values.datatype !== 'FP32')
    throw new BadUserInput(
      'model',
      'must name a version with one FP32 input and an FP32 output; others are not served yet',
    );
  return { input: tensor, output: values, layers: vocabulary?.size ?? 0 };
}

function ofWindows({ input, output, layers }: CallTensors, { sizeTiles }: MapWindow): MapCall {
  const tokens = sizeTiles ** 2;
  const [bags, width, dim = -1] = input.shape;
  const { axes } = input;
  const isWindows =
    axes.length === 3 &&
    axes[0] === 'bag' &&
    axes[2] === 'feature' &&
    bags === -1 &&
    (width === tokens || width === -1) &&
    dim > 0;
  if (!isWindows)
    throw new BadUserInput(
      'model',
      'must name a version whose input is [bag, tokens, feature] with as many tokens as its window has tiles',
      { axes, shape: input.shape },
    );
  if (String(output.axes) !== 'bag,gene' || output.shape[0] !== -1 || output.shape[1] !== layers)
    throw new BadUserInput('model', 'must name a version whose output is [bag, gene] with all its genes', {
      axes: output.axes,
      shape: output.shape,
    });
  return {
    places: null,
    toTensor: (rows, count) =>
      Promise.resolve({ name: input.name, datatype: 'FP32', shape: [count, tokens, dim], data: rows }),
    expect: (count) => ({ name: output.name, datatype: 'FP32', shape: [count, layers] }),
    toRows: (values) => Promise.resolve(values),
  };
}

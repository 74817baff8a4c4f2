import type { InferenceCall } from '#libs/inference-client';
import type { Tensor } from '#libs/inference-protocol';
import type { Dice } from './dice.js';

const HUGE = 2 ** 32;

/** Shapes that say something else than there is. Each has ended or confused a server that believed it. */
const FALSE_SHAPES: readonly (readonly number[])[] = [
  [100_000, 100_000],
  [30_000, 30_000],
  [HUGE, HUGE],
  [2 ** 31, 2 ** 31],
  [2 ** 53 - 1, 2 ** 53 - 1],
  [2 ** 63, 2],
  [-1, 2],
  [-1, -2],
  [-(2 ** 31), 1],
  [0, HUGE],
  [HUGE, 0],
  [1.5, 2],
  [NaN, 2],
  [Infinity, 1],
  [1e308, 1e308],
  [],
  [2],
  [1, 2, 1],
  Array.from({ length: 64 }, () => 2),
  Array.from({ length: 40 }, () => 1),
  [3, 3],
  [0, 0],
];

const ODD_DATA = [
  () => new Float32Array(0),
  () => Float32Array.of(1),
  () => Float32Array.of(1, 2),
  () => Float32Array.of(NaN, Infinity),
  () => new Float32Array(4097),
] as const;

const ODD_NAMES = ['X', 'features', '', '\u0000', 'x'.repeat(2000), '../X', 'Y', '"}],"inputs":[{"name":"X'];

/** One call of a client that lies in at least one way. */
export function hostileCall(dice: Dice, model: string): InferenceCall {
  const tensor = hostileTensor(dice);
  const inputs = dice.oneIn(10) ? [tensor, tensor] : dice.oneIn(15) ? [] : [tensor];
  return {
    model: { name: dice.oneIn(12) ? dice.pick(['', '..', '../health', 'a/b', 'x'.repeat(500)]) : model, version: '1' },
    inputs,
    outputs: [{ name: dice.oneIn(8) ? 'Z' : 'Y', datatype: 'FP32', shape: [-1, -1] }],
    ...(dice.oneIn(6) && { id: dice.pick(['ä', '\r\nx: y', 'a'.repeat(100), '']) }),
  };
}

function hostileTensor(dice: Dice): Tensor {
  const name = dice.oneIn(5) ? dice.pick(ODD_NAMES) : 'X';
  const shape = dice.pick(FALSE_SHAPES);
  switch (dice.below(6)) {
    case 0:
      return { name, datatype: 'INT64', shape, data: BigInt64Array.of(1n, -1n) };
    case 1:
      return { name, datatype: 'BYTES', shape, data: [new Uint8Array(3)] };
    case 2:
      return { name, datatype: 'FP16', shape, data: Uint16Array.of(0x7e00, 1) };
    case 3:
      return { name, datatype: 'BOOL', shape, data: Uint8Array.of(7, 255) };
    default:
      return { name, datatype: 'FP32', shape, data: dice.pick(ODD_DATA)() };
  }
}

import { describe, expect, it } from 'vitest';
import { type ModelCard } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { joinRows, rowsOf, splitRows, takesVectors } from './vector-rows.js';

const gene = demoVersion('demo-her2st-align-gene', '1').card;
type CardTensor = ModelCard['input']['tensors'][number];
const withInput = (changes: Partial<CardTensor>): ModelCard => {
  const tensors = gene.input.tensors.map((tensor) => ({ ...tensor, ...changes }));
  return { ...gene, input: { ...gene.input, tensors } };
};

describe('takesVectors', () => {
  it.each([
    ['genes in, a vector out', gene, true],
    ['tile features, though each tile has its vector', demoVersion('demo-her2st-align-image', '1').card, false],
    ['bags of tiles', demoVersion('demo-dense-focus', '1').card, false],
    ['a mean over tiles', demoVersion('demo-lite0-mean', '1').card, false],
    ['images', demoVersion('demo-lite0', '1').card, false],
    ['another number each time', { ...gene, serving: { ...gene.serving, deterministic: false } }, false],
    ['a batch that is fixed', withInput({ shape: [1, 256] }), false],
    ['rows of any length', withInput({ shape: [-1, -1] }), false],
    ['other rows than come out', withInput({ axes: ['gene', 'spot'] }), false],
  ])('%s', (_title, card, expected) => {
    expect(takesVectors(card)).toBe(expected);
  });
});

const call = (...rows: readonly (readonly number[])[]) => ({
  inputs: [{ name: 'X', datatype: 'FP32' as const, shape: [rows.length, 2], data: Float32Array.from(rows.flat()) }],
  outputs: [{ name: 'Y', datatype: 'FP32' as const, shape: [rows.length, 1] }],
});

describe('rows', () => {
  it('are joined in order, and each caller gets its own back', () => {
    const joined = joinRows([call([1, 2]), call([3, 4], [5, 6]), call([7, 8])]);
    expect(joined.inputs).toEqual([
      { name: 'X', datatype: 'FP32', shape: [4, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
    ]);
    expect(joined.outputs).toEqual([{ name: 'Y', datatype: 'FP32', shape: [4, 1] }]);
    const y = { name: 'Y', datatype: 'FP32' as const, shape: [4, 1], data: Float32Array.of(10, 20, 30, 40) };
    const parts = splitRows({ outputs: new Map([['Y', y]]), modelName: 'm', reportedVersion: '1' }, [1, 2, 1]);
    expect(parts.map(({ outputs }) => [outputs.get('Y')?.shape, [...(outputs.get('Y')?.data ?? [])]])).toEqual([
      [[1, 1], [10]],
      [
        [2, 1],
        [20, 30],
      ],
      [[1, 1], [40]],
    ]);
  });

  it('are not counted where inputs and outputs do not agree', () => {
    const { inputs, outputs } = call([1, 2]);
    expect(rowsOf({ inputs, outputs })).toBe(1);
    expect(rowsOf({ inputs, outputs: [{ name: 'Y', datatype: 'FP32', shape: [2, 1] }] })).toBeNull();
    expect(rowsOf({ inputs: [], outputs })).toBeNull();
  });
});

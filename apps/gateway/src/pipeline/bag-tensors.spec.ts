import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { type CardTensor, type ModelCard } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { bagTensor, expectedOutputs } from './bag-tensors.js';

type Datatype = CardTensor['datatype'];
const { card } = demoVersion('demo-dense-focus', '1');
const [score] = card.output.targets;
const taking = (datatype: Datatype): ModelCard => {
  const tensors = card.input.tensors.map((tensor) => ({ ...tensor, datatype }));
  return { ...card, input: { ...card.input, tensors } };
};
/** The card with another datatype of its score, and of a tensor that nothing refers to. */
const giving = (datatype: Datatype, other: Datatype = 'FP32', kind: 'BINARY' | 'SCALAR' = 'BINARY'): ModelCard => {
  const tensors = card.output.tensors.map((one) => ({
    ...one,
    datatype: one.name === score?.tensor ? datatype : one.datatype,
  }));
  const asItIs = kind === 'SCALAR' && { kind, served: 'IDENTITY' as const, final: 'IDENTITY' as const };
  const targets = card.output.targets.map((target) => ({ ...target, ...asItIs }));
  return {
    ...card,
    output: {
      ...card.output,
      targets,
      tensors: [...tensors, { name: 'other', datatype: other, shape: [-1], axes: ['bag'] }],
    },
  };
};
const SHAPE = { bags: 1, tiles: 2, dim: 2 };
const rows = Float32Array.of(0.1, 2049, -65504, 3e-8);

describe('bagTensor', () => {
  it.each([
    ['FP32', rows],
    ['FP64', Float64Array.from(rows)],
    // numpy.float32([...]).astype(numpy.float16).view(numpy.uint16), and torch.bfloat16.
    ['FP16', Uint16Array.of(0x2e66, 0x6800, 0xfbff, 0x0001)],
    ['BF16', Uint16Array.of(0x3dcd, 0x4500, 0xc780, 0x3301)],
  ] as const)('gives features as %s', async (datatype, data) => {
    expect(await bagTensor(taking(datatype), rows, SHAPE)).toMatchObject({ datatype, shape: [1, 2, 2], data });
  });

  it('refuses other datatypes, and features that half precision has no number for', async () => {
    await expect(bagTensor(taking('INT8'), rows, SHAPE)).rejects.toThrow(BadUserInput);
    await expect(bagTensor(taking('FP16'), Float32Array.of(65520), SHAPE)).rejects.toThrow(/beyond the range of FP16/);
  });
});

describe('expectedOutputs', () => {
  it.each(['FP64', 'FP16', 'BF16'] as const)('are those of the card: %s', (datatype) => {
    const expected = expectedOutputs(giving(datatype), SHAPE);
    expect(expected.find(({ name }) => name === score?.tensor)?.datatype).toBe(datatype);
  });

  it.each(['BOOL', 'INT64', 'INT32', 'UINT8', 'BYTES'] as const)(
    'are none for a score that is served as %s',
    (datatype) => {
      expect(() => expectedOutputs(giving(datatype), SHAPE)).toThrow(/a call without a score/);
    },
  );

  it('may be whole numbers for a value', () => {
    expect(() => expectedOutputs(giving('INT64', 'FP32', 'SCALAR'), SHAPE)).not.toThrow();
    expect(() => expectedOutputs(giving('UINT64', 'FP32', 'SCALAR'), SHAPE)).toThrow(BadUserInput);
    expect(() => expectedOutputs(giving('BOOL', 'FP32', 'SCALAR'), SHAPE)).toThrow(BadUserInput);
  });

  it('leave out text that nothing of the card refers to, and take the rest along', () => {
    const names = (other: Datatype): readonly string[] =>
      expectedOutputs(giving('FP32', other), SHAPE).map(({ name }) => name);
    expect(names('INT64')).toContain('other');
    expect(names('BYTES')).not.toContain('other');
  });
});

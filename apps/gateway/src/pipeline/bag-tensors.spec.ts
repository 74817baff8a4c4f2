import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { type CardTensor, type ModelCard } from '#model-registry';
import { demoVersion } from '#gateway/testing';
import { expectedOutputs } from './bag-tensors.js';

type Datatype = CardTensor['datatype'];
const { card } = demoVersion('demo-dense-focus', '1');
const [score] = card.output.targets;
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
const SHAPE = { bags: 1, tiles: 2 };

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

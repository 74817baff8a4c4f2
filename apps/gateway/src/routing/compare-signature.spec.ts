import { describe, expect, it } from 'vitest';
import { type ModelMetadata } from '#libs/inference-protocol';
import { demoVersion } from '#gateway/testing';
import { signatureMismatch } from './compare-signature.js';

const { card } = demoVersion('demo-dense-focus', '2');
const sha256 = card.artifacts.find(({ role }) => role === 'MODEL')?.sha256 ?? '';
const tensors = (declared: readonly { name: string; datatype: string; shape: readonly number[] }[]) =>
  declared.map(({ name, datatype, shape }) => ({ name, datatype, shape }));
const honest: ModelMetadata = {
  name: 'demo-dense-focus',
  versions: ['2'],
  platform: 'onnxruntime_onnx',
  inputs: tensors(card.input.tensors),
  outputs: tensors(card.output.tensors),
  sha256,
};
const [input] = honest.inputs;
const [output, ...outputs] = honest.outputs;
if (!input || !output) throw new Error('the card has tensors');
const bound = (shape: readonly number[]): readonly number[] => shape.map((size) => (size === -1 ? 1 : size));
const longer = (shape: readonly number[]): readonly number[] =>
  shape.map((size, axis) => (axis === shape.length - 1 ? (size === -1 ? -1 : size + 1) : size));

describe('signatureMismatch', () => {
  it.each<[string, Partial<ModelMetadata>]>([
    ['the same', {}],
    ['outputs in another order, and one more', { outputs: [{ ...output, name: 'more' }, ...outputs, output] }],
    ['any size where the card has one', { inputs: [{ ...input, shape: input.shape.map(() => -1) }] }],
    ['one size where the card has any', { inputs: [{ ...input, shape: bound(input.shape) }] }],
    ['no signature', { inputs: [], outputs: [] }],
    ['no digest', { sha256: null }],
  ])('finds nothing wrong with %s', (_title, reported) => {
    expect(signatureMismatch(card, { ...honest, ...reported })).toBeNull();
  });

  it.each<[string, Partial<ModelMetadata>]>([
    ['another model file', { sha256: 'f'.repeat(64) }],
    ['input 1 of the card in another datatype', { inputs: [{ ...input, datatype: 'FP16' }] }],
    ['input 1 of the card in another shape', { inputs: [{ ...input, shape: longer(input.shape) }] }],
    ['input 1 of the card in another shape', { inputs: [{ ...input, shape: [...input.shape, 1] }] }],
    ['does not have input 1', { inputs: [{ ...input, name: 'ZZPHI' }] }],
    ['wants an input that the card does not have', { inputs: [input, { ...input, name: 'ZZPHI' }] }],
    ['does not have output 1', { outputs: outputs.length > 0 ? outputs : [{ ...output, name: 'ZZPHI' }] }],
    ['output 1 of the card in another datatype', { outputs: [{ ...output, datatype: 'ZZPHI' }, ...outputs] }],
  ])('says that the server has %s', (sentence, reported) => {
    const found = signatureMismatch(card, { ...honest, ...reported });
    expect(found).toContain(sentence);
    expect(found).not.toContain('ZZPHI');
  });
});

import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { featureTensor } from './feature-tensor.js';

const SHAPE = [1, 2, 2];
const rows = Float32Array.of(0.1, 2049, -65504, 3e-8);

describe('featureTensor', () => {
  it.each([
    ['FP32', rows],
    ['FP64', Float64Array.from(rows)],
    // numpy.float32([...]).astype(numpy.float16).view(numpy.uint16), and torch.bfloat16.
    ['FP16', Uint16Array.of(0x2e66, 0x6800, 0xfbff, 0x0001)],
    ['BF16', Uint16Array.of(0x3dcd, 0x4500, 0xc780, 0x3301)],
  ] as const)('gives features as %s', async (datatype, data) => {
    const tensor = await featureTensor({ name: 'bag', datatype }, rows, SHAPE);
    expect(tensor).toEqual({ name: 'bag', datatype, shape: SHAPE, data });
  });

  it('refuses other datatypes, and features that half precision has no number for', async () => {
    const asked = (datatype: 'INT8' | 'FP16', value: number) =>
      featureTensor({ name: 'bag', datatype }, Float32Array.of(value), [1, 1, 1]);
    await expect(asked('INT8', 1)).rejects.toThrow(BadUserInput);
    await expect(asked('FP16', 65520)).rejects.toThrow(/beyond the range of FP16/);
  });
});

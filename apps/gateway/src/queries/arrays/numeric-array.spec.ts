import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { encodeValues, numericArray } from './numeric-array.js';

describe('encodeValues', () => {
  // numpy: base64.b64encode(np.array([1, -2.5, 3.1415927], '<f4').tobytes())
  it('writes little-endian float32 as base64', () => {
    const { text } = encodeValues(Float32Array.of(1, -2.5, 3.1415927), { encoding: 'FLOAT32_BASE64' });
    expect(text).toBe('"AACAPwAAIMDbD0lA"');
  });

  it('writes a list of JSON numbers, exact or shortened', () => {
    const data = Float32Array.of(0.1, 2);
    expect(encodeValues(data, { encoding: 'JSON' }).text).toBe('[0.1,2]');
    expect(encodeValues(Float32Array.of(0.12345), { encoding: 'JSON', decimals: 3 }).text).toBe('[0.123]');
    expect(encodeValues(Int32Array.of(-1, 20), { encoding: 'JSON' }).text).toBe('[-1,20]');
  });

  it.each([-1, 10])('refuses %s decimals', (decimals) => {
    expect(() => encodeValues(Float32Array.of(1), { encoding: 'JSON', decimals })).toThrow(BadUserInput);
  });

  it('refuses to write more than 100,000 numbers into an answer', () => {
    expect(() => encodeValues(new Float32Array(100_001), { encoding: 'JSON' })).toThrow(BadUserInput);
    expect(JSON.parse(encodeValues(new Float32Array(100_000), { encoding: 'JSON' }).text)).toHaveLength(100_000);
  });

  it('names the datatype by what is stored', () => {
    expect(numericArray(Int32Array.of(1, 2), [1, 2], '/x').datatype).toBe('INT32');
    expect(numericArray(new Float32Array(), [0], '/x')).toMatchObject({ datatype: 'FP32', shape: [0] });
  });
});

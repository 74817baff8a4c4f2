import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floatsToHalves, halfToNumber, halvesToFloats, numberToHalf } from './float16.js';

// Made by NumPy: see test/fixtures/models/make_models.py.
const numpy: { values: number[]; bits: number[]; sha256OfAllAsFloat32: string } = JSON.parse(
  readFileSync(new URL('../../test/fixtures/models/float16.json', import.meta.url), 'utf8'),
);

describe('half precision', () => {
  it('rounds doubles as NumPy does', () => {
    expect([...floatsToHalves(numpy.values)]).toEqual(numpy.bits);
  });

  it('widens every half as NumPy does', () => {
    const halves = Uint16Array.from({ length: 65536 }, (_, i) => i).filter((half) => !Number.isNaN(halfToNumber(half)));
    expect(halves.length).toBe(65536 - 2 * 1023);
    const floats = halvesToFloats(halves);
    expect(createHash('sha256').update(new Uint8Array(floats.buffer)).digest('hex')).toBe(numpy.sha256OfAllAsFloat32);
  });

  it('gives every finite half back', () => {
    for (let half = 0; half < 65536; half += 1) {
      const value = halfToNumber(half);
      if (!Number.isNaN(value) && numberToHalf(value) !== half) expect.fail(`half ${half}`);
    }
    expect(halfToNumber(numberToHalf(NaN))).toBeNaN();
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOfArray, floatFromHalf, floatsFromHalves, halfFromFloat, halvesFromFloats } from './index.js';

interface Expected {
  readonly half: {
    readonly everyAsFloat32Sha256: string;
    readonly singles: string;
    readonly rounded: string;
    readonly midpointsRoundedSha256: string;
  };
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/arrays.json', import.meta.url), 'utf8'),
);
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const sha256 = (values: Float32Array | Uint16Array): string =>
  createHash('sha256').update(bytesOfArray(values)).digest('hex');

describe('half floats', () => {
  it('gives all 65,536 patterns the value that numpy gives, and gets every pattern back', () => {
    const every = Uint16Array.from({ length: 65_536 }, (_, bits) => bits);
    const floats = floatsFromHalves(every);
    const isNan = (bits: number): boolean => (bits & 0x7fff) > 0x7c00;
    expect(sha256(floats.map((value, bits) => (isNan(bits) ? 0 : value)))).toBe(expected.half.everyAsFloat32Sha256);
    expect(
      every.every((bits) =>
        isNan(bits)
          ? Number.isNaN(floats[bits]) && isNan(halfFromFloat(NaN))
          : halfFromFloat(floatFromHalf(bits)) === bits,
      ),
    ).toBe(true);
  });

  it('rounds as numpy does', () => {
    const singles = new Float32Array(bytesOf(expected.half.singles).buffer);
    const rounded = new Uint16Array(bytesOf(expected.half.rounded).buffer);
    expect(singles.length).toBeGreaterThan(2_000);
    expect(halvesFromFloats(singles)).toEqual(rounded);
  });

  it('rounds every midpoint between two halves to the even one', () => {
    const finite = Array.from({ length: 65_536 }, (_, bits) => floatFromHalf(bits)).filter(Number.isFinite);
    const sorted = Float64Array.from(finite).sort();
    const midpoints = Float32Array.from(sorted.subarray(1), (value, i) => (value + (sorted[i] ?? NaN)) / 2);
    expect(sha256(halvesFromFloats(midpoints))).toBe(expected.half.midpointsRoundedSha256);
  });

  it('shares its table with nobody', () =>
    expect(bytesOfArray(floatsFromHalves(Uint16Array.of(0x3c00)))).toEqual(Uint8Array.of(0, 0, 128, 63)));
});

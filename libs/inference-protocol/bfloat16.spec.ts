import { describe, expect, it } from 'vitest';
import { brainsToFloats, brainToNumber, floatsToBrains, numberToBrain } from './index.js';

// Bits and values as PyTorch's torch.bfloat16 has them.
const PAIRS: readonly (readonly [number, number])[] = [
  [0x3f80, 1],
  [0xbf80, -1],
  [0x3e80, 0.25],
  [0x4049, 3.140625],
  [0x7f7f, 3.3895313892515355e38],
  [0x0080, 1.1754943508222875e-38],
  [0x0001, 9.183549615799121e-41],
  [0x7f80, Infinity],
  [0xff80, -Infinity],
];

describe('bfloat16', () => {
  it.each(PAIRS)('%i is %d', (bits, value) => {
    expect(brainToNumber(bits)).toBe(value);
    expect(numberToBrain(value)).toBe(bits);
  });

  it('keeps the sign of zero and NaN', () => {
    expect(Object.is(brainToNumber(0x8000), -0)).toBe(true);
    expect(numberToBrain(-0)).toBe(0x8000);
    expect(brainToNumber(numberToBrain(NaN))).toBeNaN();
    expect(brainToNumber(0xffff)).toBeNaN();
  });

  it('rounds to nearest, ties to even, and overflows to infinity', () => {
    expect(numberToBrain(1 + 2 ** -8)).toBe(0x3f80);
    expect(numberToBrain(1 + 3 * 2 ** -8)).toBe(0x3f82);
    expect(numberToBrain(1 + 2 ** -8 + 2 ** -20)).toBe(0x3f81);
    expect(numberToBrain(3.4e38)).toBe(0x7f80);
    expect(numberToBrain(-1e300)).toBe(0xff80);
  });

  it('comes back unchanged for every pattern but those of NaN', () => {
    const all = Uint16Array.from({ length: 2 ** 16 }, (_, i) => i).filter((bits) => (bits & 0x7fff) <= 0x7f80);
    expect(floatsToBrains(brainsToFloats(all))).toEqual(all);
  });
});

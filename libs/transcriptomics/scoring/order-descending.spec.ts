import { describe, expect, it } from 'vitest';
import { DescendingOrder, writeRanks } from './order-descending.js';

describe('DescendingOrder', () => {
  it('orders as a stable comparing sort does, infinities and zeros of both signs included', () => {
    const special = [
      Infinity,
      -Infinity,
      0,
      -0,
      1e-310,
      -1e-310,
      1.5,
      -1.5,
      1.5,
      -0,
      0,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
    ];
    let seed = 1;
    const drawn = Array.from({ length: 5000 }, () => {
      seed = (seed * 48271) % 2147483647;
      return special[seed % 40] ?? Math.round(seed / 1000) / 100 - 10_000;
    });
    const expected = drawn
      .map((_, index) => index)
      .sort((a, b) => {
        const [one = 0, other = 0] = [drawn[a], drawn[b]];
        return one === other ? a - b : one < other ? 1 : -1;
      });
    const order = new DescendingOrder(5000);
    expect([...order.of(Float64Array.from(drawn))]).toEqual(expected);
    // The same memory again.
    expect([...order.of(new Float64Array(5000))]).toEqual(drawn.map((_, index) => index));
  });
});

describe('writeRanks', () => {
  // SciPy's example of rankdata: [0, 2, 3, 2].
  it.each([
    ['AVERAGE', [1, 2.5, 4, 2.5]],
    ['MIN', [1, 2, 4, 2]],
  ] as const)('ranks ties as rankdata does: %s', (ties, expected) => {
    const values = Float64Array.from([0, 2, 3, 2]);
    const ranks = new Float64Array(4);
    writeRanks(values, new DescendingOrder(4).of(values), ties, ranks);
    expect([...ranks]).toEqual(expected);
  });
});

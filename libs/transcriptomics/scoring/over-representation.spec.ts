import { describe, expect, it } from 'vitest';
import { BadUserInput } from '#libs/errors';
import { fixture } from '../testing/fixtures.js';
import { hypergeometricUpperTail, overRepresentation } from './over-representation.js';

interface Tails {
  readonly tails: readonly { readonly case: readonly [number, number, number, number]; readonly pValue: number }[];
}
const { tails }: Tails = JSON.parse(fixture('pathway-scoring/hypergeometric.json').toString());

describe('hypergeometricUpperTail', () => {
  it('agrees with SciPy to 1e-10 of the value', () => {
    expect(tails).toHaveLength(200);
    for (const { case: one, pValue } of tails) {
      const found = hypergeometricUpperTail(...one);
      expect(Math.abs(found - pValue), `${one.join(', ')}`).toBeLessThanOrEqual(1e-10 * pValue);
    }
  });

  it('is 1 for hits that must be, and 0 for hits that cannot be', () => {
    expect(hypergeometricUpperTail(2, 10, 6, 6)).toBe(1);
    expect(hypergeometricUpperTail(7, 10, 6, 8)).toBe(0);
  });
});

describe('overRepresentation', () => {
  const universe = Array.from({ length: 100 }, (_, index) => `G${index}`);
  const sets = [
    { name: 'ENRICHED', genes: [...universe.slice(0, 10), 'ELSEWHERE'] },
    { name: 'TINY', genes: ['G50'] },
  ];

  it('counts within the universe and names the hits', () => {
    const found = overRepresentation(universe.slice(0, 8), universe, sets, { minSize: 2, maxSize: 50 });
    expect(found.overlaps).toMatchObject([
      { name: 'ENRICHED', setSize: 10, hits: universe.slice(0, 8), expected: 0.8 },
    ]);
    // 45 / 186,087,894,300: all 8 of the list among the 10 of the set.
    expect(found.overlaps[0]?.pValue).toBeCloseTo(45 / 186_087_894_300, 20);
    expect(found.passedOver).toMatchObject([{ name: 'TINY', reason: 'TOO_SMALL' }]);
  });

  it('refuses a gene that is not in the universe, by position', () => {
    expect(() => overRepresentation(['G1', 'X'], universe, sets, { minSize: 2, maxSize: 50 })).toThrow(/number 2/);
    expect(() => overRepresentation([], universe, sets, { minSize: 2, maxSize: 50 })).toThrow(BadUserInput);
  });
});

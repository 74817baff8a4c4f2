import { describe, expect, it } from 'vitest';
import { absent, gramMatrix, linearCka, neighbourOverlap, populationStability } from './index.js';
import { expected, furthest, present } from './spec-support/expected.js';
const DIGITS = 1e-10;
describe('representations', () => {
  const { d, rows, others } = expected.representations;
  const gram = gramMatrix(Float64Array.from(rows), d);

  it.each(others)('have the CKA by features and the neighbours of SciPy: $cka', (other) => {
    const theirs = gramMatrix(Float64Array.from(other.rows), other.d);
    const found = present(linearCka(gram, theirs));
    expect(furthest([found.cka, found.debiasedCka ?? NaN], [other.cka, other.debiasedCka])).toBeLessThan(DIGITS);
    expect(present(neighbourOverlap(gram, theirs, 5))).toBeCloseTo(other.overlap, 12);
  });

  it('are the same when turned and scaled', () => {
    expect(others[0]?.cka).toBeCloseTo(1, 10);
    expect(others[2]?.debiasedCka).toBeLessThan(0.3);
  });

  it('have stated absences', () => {
    const nothing = gramMatrix(new Float32Array(0), 3);
    const one = gramMatrix(Float32Array.of(1, 2), 2);
    const same = gramMatrix(Float32Array.of(1, 2, 1, 2, 1, 2), 2);
    expect([linearCka(nothing, nothing), neighbourOverlap(nothing, nothing, 1)]).toEqual([
      absent('NO_ITEMS'),
      absent('NO_ITEMS'),
    ]);
    expect(linearCka(one, one)).toEqual(absent('TOO_FEW_ITEMS'));
    expect(linearCka(same, same)).toEqual(absent('NO_VARIATION'));
    expect(neighbourOverlap(same, same, 2)).toEqual(absent('TOO_FEW_ITEMS'));
    expect(neighbourOverlap(gramMatrix(Float32Array.of(0, 0, 1, 2, 1, 3), 2), same, 1)).toEqual(absent('NO_VARIATION'));
    expect(() => linearCka(one, same)).toThrow();
    expect(() => gramMatrix(Float32Array.of(1, NaN), 2)).toThrow();
  });
});

describe('the population stability index', () => {
  const { edges, shares, values, value } = expected.stability;

  it('is the symmetric divergence of SciPy', () => {
    const found = present(populationStability(edges, shares, values));
    expect(found.value).toBeCloseTo(value, 12);
    expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('is 0 for the same shares, large and finite for an empty bin, absent for nothing', () => {
    expect(present(populationStability([0.5], [0.5, 0.5], [0.1, 0.5])).value).toBeCloseTo(0, 12);
    const moved = present(populationStability([0.5], [0, 1], [0.1, 0.2])).value;
    expect(moved).toBeGreaterThan(5);
    expect(Number.isFinite(moved)).toBe(true);
    expect(populationStability([0.5], [0.5, 0.5], [])).toEqual(absent('NO_ITEMS'));
  });

  it.each([
    ['edges that fall', [0.5, 0.4], [0.3, 0.3, 0.4]],
    ['shares that are not all', [0.5], [0.3, 0.3]],
    ['too few shares', [0.5], [1]],
  ])('refuses %s', (_, wrongEdges, wrongShares) => {
    expect(() => populationStability(wrongEdges, wrongShares, [0.1])).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.js';

describe('standingOf', () => {
  // scipy.stats.percentileofscore(samples, value, kind='mean') and (value - numpy.mean) / numpy.std(ddof=1)
  it.each([
    [3, [1, 2, 3, 3, 4, 5.5, 7], 42.85714285714286, -0.3127086828374479],
    [0, [1, 2, 3], 0, -2],
    [9, [1, 2, 3], 100, 7],
  ])('%s among %j', (value, samples, percentile, zScore) => {
    const found = standingOf(value, Float64Array.from(samples));
    expect(found.percentile).toBeCloseTo(percentile, 10);
    expect(found.zScore).toBeCloseTo(zScore, 10);
    expect(found.n).toBe(samples.length);
  });

  it('has no z-score where samples do not vary, or there is one', () => {
    expect(standingOf(1, Float64Array.of(2, 2))).toEqual({ percentile: 0, zScore: null, n: 2 });
    expect(standingOf(2, Float64Array.of(2))).toEqual({ percentile: 50, zScore: null, n: 1 });
  });
});

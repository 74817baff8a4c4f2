import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { standingOf } from './standing.js';

interface Case {
  readonly value: number;
  readonly samples: readonly number[];
  readonly percentile: number;
  readonly zScore: number | null;
}
// scipy.stats.percentileofscore(samples, value, kind='mean') and zmap(ddof=1): make_standing.py
const CASES: readonly Case[] = JSON.parse(readFileSync('test/fixtures/transcriptomics/standing.json', 'utf8'));

describe('standingOf', () => {
  it('gives the percentiles and z-scores of SciPy, among ties and samples that do not vary', () => {
    expect(CASES.length).toBeGreaterThan(50);
    for (const { value, samples, percentile, zScore } of CASES) {
      const found = standingOf(value, Float64Array.from(samples));
      expect(found).toMatchObject({ n: samples.length, cohort: null });
      expect(found.percentile).toBeCloseTo(percentile, 10);
      expect(found.zScore).toEqual(zScore === null ? null : expect.closeTo(zScore, 9));
    }
  });

  it('has no z-score where there is one sample', () => {
    expect(standingOf(2, Float64Array.of(2))).toEqual({ percentile: 50, zScore: null, n: 1, cohort: null });
  });
});

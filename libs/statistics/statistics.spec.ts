import { readFileSync } from 'node:fs';
import { FeatureContractMismatch } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import {
  meanVector,
  normalQuantile,
  percentileAgainstReference,
  validateDomainReference,
  wilsonInterval,
  type DomainReference,
} from './index.js';

interface Expected {
  readonly wilson: readonly {
    readonly successes: number;
    readonly n: number;
    readonly confidence: number;
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly normalQuantile: { readonly p: readonly number[]; readonly z: readonly number[] };
  readonly reference: DomainReference;
  readonly probes: readonly {
    readonly vector: readonly number[];
    readonly distance: number;
    readonly percentile: number;
  }[];
  readonly bag: {
    readonly values: readonly number[];
    readonly dim: number;
    readonly mean: readonly number[];
    readonly rows: readonly number[];
    readonly meanOfRows: readonly number[];
  };
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/statistics.json', import.meta.url), 'utf8'),
);
const isClose = (found: number, wanted: number, relative: number): boolean =>
  Math.abs(found - wanted) <= relative * Math.max(Math.abs(wanted), 1e-300);

describe('the normal quantile', () => {
  it('agrees with scipy to 14 digits, tails included', () => {
    const off = expected.normalQuantile.p.filter((p, i) => {
      const wanted = expected.normalQuantile.z[i] ?? NaN;
      return !isClose(normalQuantile(p), wanted, 1e-14) && Math.abs(normalQuantile(p) - wanted) > 1e-15;
    });
    expect(off).toEqual([]);
    expect(expected.normalQuantile.p.length).toBeGreaterThan(100);
  });

  it.each([0, 1, -1, NaN])('refuses %s', (p) => expect(() => normalQuantile(p)).toThrow());
});

describe("Wilson's interval", () => {
  it.each(expected.wilson)(
    'of $successes in $n at $confidence is that of statsmodels',
    ({ successes, n, confidence, lower, upper }) => {
      const found = wilsonInterval(successes, n, confidence);
      expect(found.value).toBe(successes / n);
      expect(found.lower).toBeCloseTo(lower, 13);
      expect(found.upper).toBeCloseTo(upper, 13);
    },
  );

  it('has the end itself as its bound at 0 and at n', () => {
    expect(wilsonInterval(0, 7).lower).toBe(0);
    expect(wilsonInterval(7, 7).upper).toBe(1);
  });

  it.each([
    [1, 0],
    [-1, 3],
    [4, 3],
    [0.5, 3],
    [NaN, 3],
  ])('refuses %s of %s', (successes, n) => {
    expect(() => wilsonInterval(successes, n)).toThrow();
  });
});

describe('the distance from a reference', () => {
  it.each(expected.probes)(
    'is that of scikit-learn and its percentile that of numpy (probe %#)',
    ({ vector, distance, percentile }) => {
      const found = percentileAgainstReference(expected.reference, vector);
      expect(isClose(found.distance, distance, 1e-9)).toBe(true);
      expect(found.percentile).toBeCloseTo(percentile, 6);
    },
  );

  it('has probes inside and outside the reference', () => {
    const percentiles = expected.probes.map((probe) => probe.percentile);
    expect(Math.min(...percentiles)).toBeLessThan(10);
    expect(Math.max(...percentiles)).toBe(100);
  });

  it('takes float32 vectors', () => {
    const [probe] = expected.probes;
    expect(percentileAgainstReference(expected.reference, Float32Array.from(probe?.vector ?? [])).distance).toBeCloseTo(
      probe?.distance ?? NaN,
      4,
    );
  });

  it('clamps below the first quantile and is not thrown by equal ones', () => {
    const line: DomainReference = {
      mean: [0],
      scale: [1],
      components: [1],
      centre: [0],
      precision: [1],
      distanceQuantiles: [1, 2, 2, 4],
    };
    const percentiles = [0, 1, 1.5, 2, 3, 4, 9].map((x) => percentileAgainstReference(line, [x]).percentile);
    expect(percentiles.map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      0, 0, 16.666667, 66.666667, 83.333333, 100, 100,
    ]);
  });

  it('refuses another dimension by both sides, and a vector that is not finite', () => {
    expect(() => percentileAgainstReference(expected.reference, [1, 2])).toThrow(FeatureContractMismatch);
    expect(() => percentileAgainstReference(expected.reference, new Array<number>(12).fill(NaN))).toThrow(/not finite/);
  });

  it('finds what is wrong with a reference', () => {
    const good = expected.reference;
    const pointers = (more: Partial<DomainReference>): readonly string[] =>
      validateDomainReference({ ...good, ...more }).map((p) => p.pointer);
    expect(pointers({})).toEqual([]);
    expect(pointers({ scale: Array.from(good.scale, (s, i) => (i === 3 ? 0 : s)) })).toEqual(['/scale']);
    expect(pointers({ components: Array.from(good.components).slice(1) })).toEqual(['/components']);
    expect(pointers({ precision: Array.from(good.precision, (p, i) => (i === 1 ? p + 1 : p)) })).toEqual([
      '/precision',
    ]);
    expect(pointers({ precision: Array.from(good.precision, (p) => -p) })).toEqual(['/precision']);
    expect(pointers({ distanceQuantiles: [1] })).toEqual(['/distanceQuantiles']);
    expect(pointers({ distanceQuantiles: [2, 1] })).toEqual(['/distanceQuantiles']);
    expect(pointers({ distanceQuantiles: [-1, 1] })).toEqual(['/distanceQuantiles']);
    expect(pointers({ mean: [] })).toContain('/mean');
    expect(pointers({ centre: [NaN, 0, 0, 0, 0] })).toEqual(['/centre']);
  });
});

describe('the mean of a bag', () => {
  const { values, dim, mean, rows, meanOfRows } = expected.bag;
  const bag = Float32Array.from(values);

  it('is that of numpy in float64, over all rows and over some', () => {
    expect([...meanVector(bag, dim)].every((value, i) => isClose(value, mean[i] ?? NaN, 1e-14))).toBe(true);
    expect([...meanVector(bag, dim, rows)].every((value, i) => isClose(value, meanOfRows[i] ?? NaN, 1e-14))).toBe(true);
    expect(meanVector(bag, dim)).toHaveLength(mean.length);
  });

  it('does not lose small rows behind large ones, as float32 would', () => {
    const many = new Float32Array(20_000_000).fill(1);
    expect([...meanVector(many, 1)]).toEqual([1]);
  });

  it.each([
    ['no rows', new Float32Array(0), 4, undefined],
    ['no chosen rows', bag, dim, []],
    ['a row beyond the end', bag, dim, [37]],
    ['a negative row', bag, dim, [-1]],
    ['half a row', bag, dim, [0.5]],
    ['a dimension that does not divide', bag, 7, undefined],
    ['a dimension of 0', bag, 0, undefined],
    ['NaN', Float32Array.of(1, NaN), 1, undefined],
  ])('refuses %s', (_, matrix, width, chosen) => expect(() => meanVector(matrix, width, chosen)).toThrow());
});

import { describe, expect, it } from 'vitest';
import {
  absent,
  benjaminiHochberg,
  blandAltman,
  cohensKappa,
  concordanceIndex,
  erfc,
  mcNemar,
  normalCdf,
  pearson,
  quantileOfSorted,
  rootMeanSquaredError,
  spearman,
  twoSidedP,
} from './index.js';
import { expected, furthest, present } from './spec-support/expected.js';

const DIGITS = 1e-10;

describe('the normal distribution', () => {
  it('agrees with SciPy to 12 digits, tails included', () => {
    const off = expected.erfc.x.filter((x, i) => {
      const wanted = expected.erfc.y[i] ?? NaN;
      return !(Math.abs(erfc(x) - wanted) <= 1e-12 * wanted);
    });
    expect(off).toEqual([]);
    expect(expected.erfc.x.length).toBeGreaterThan(100);
  });

  it('has its usual values', () => {
    expect([normalCdf(0), normalCdf(Infinity), normalCdf(-Infinity), twoSidedP(0)]).toEqual([0.5, 1, 0, 1]);
    expect(twoSidedP(-1.959963984540054)).toBeCloseTo(0.05, 14);
  });
});

describe('calls of two', () => {
  it.each(expected.agreement.mcNemar)('have the McNemar of statsmodels: $onlyFirst and $onlySecond', (wanted) => {
    const found = mcNemar(wanted.onlyFirst, wanted.onlySecond);
    expect(found.method).toBe(wanted.method);
    expect(found.p).toBeCloseTo(wanted.p, 12);
    if (wanted.statistic === null) expect(found.statistic).toBeNull();
    else expect(found.statistic).toBeCloseTo(wanted.statistic, 12);
  });

  it.each(expected.agreement.kappa)(
    'have the kappa of statsmodels: $value',
    ({ first, second, value, lower, upper }) => {
      const found = present(cohensKappa(first, second));
      expect(furthest([found.value, found.interval.lower, found.interval.upper], [value, lower, upper])).toBeLessThan(
        DIGITS,
      );
    },
  );

  it('of one category have no kappa, however many they are', () => {
    for (let n = 1; n <= 200; n++) {
      const calls = new Uint8Array(n).fill(1);
      expect(cohensKappa(calls, calls)).toEqual(absent('NO_VARIATION'));
    }
  });

  it('that all agree have a kappa of 1, to the last digit', () => {
    const calls = Array.from({ length: 30 }, (_, i) => Number(i % 3 === 0));
    expect(cohensKappa(calls, calls)).toMatchObject({ observed: 1, value: 1, interval: { lower: 1, upper: 1 } });
  });

  it('have no kappa where there is one category, or nothing', () => {
    expect(cohensKappa([1, 1], [1, 1])).toEqual(absent('NO_VARIATION'));
    expect(cohensKappa([], [])).toEqual(absent('NO_ITEMS'));
    expect(present(cohensKappa([1, 1, 0], [1, 1, 1])).value).toBe(0);
  });

  it.each([
    [-1, 0],
    [0.5, 2],
    [NaN, 1],
  ])('refuses counts of %s and %s', (b, c) => expect(() => mcNemar(b, c)).toThrow());
});

describe('Benjamini-Hochberg', () => {
  it('is that of statsmodels', () => {
    const { p, adjusted } = expected.agreement.benjaminiHochberg;
    expect(furthest(benjaminiHochberg(p), adjusted)).toBeLessThan(DIGITS);
    expect([...benjaminiHochberg([])]).toEqual([]);
    expect(() => benjaminiHochberg([1.2])).toThrow();
  });
});

describe('survival', () => {
  it.each(expected.survival)('has the C-index of lifelines: $c', ({ times, events, risks, c }) => {
    expect(present(concordanceIndex(times, events, risks))).toBeCloseTo(c, 12);
  });

  it('has none where nothing can be put in order', () => {
    expect(concordanceIndex([], [], [])).toEqual(absent('NO_ITEMS'));
    expect(concordanceIndex([3], [1], [2])).toEqual(absent('NO_COMPARABLE_PAIRS'));
    expect(concordanceIndex([1, 2], [0, 0], [2, 1])).toEqual(absent('NO_COMPARABLE_PAIRS'));
    expect(concordanceIndex([1, 2], [1, 0], [2, 2])).toBe(0.5);
    expect(() => concordanceIndex([1, 2], [1, 3], [2, 2])).toThrow();
  });
});

describe('values', () => {
  it.each(expected.continuous)('are compared as SciPy and scikit-learn do: r $pearson', (one) => {
    const found = present(pearson(one.a, one.b));
    const { lower, upper } = present(found.interval);
    expect(furthest([found.value, lower, upper], [one.pearson, one.lower, one.upper])).toBeLessThan(DIGITS);
    expect(present(spearman(one.a, one.b))).toBeCloseTo(one.spearman, 12);
    expect(present(rootMeanSquaredError(one.a, one.b))).toBeCloseTo(one.rmse, 12);
    const limits = present(blandAltman(one.a, one.b));
    const values = [limits.bias, limits.standardDeviation, limits.limits.lower, limits.limits.upper];
    expect(furthest(values, [one.bias, one.sd, ...one.limits])).toBeLessThan(DIGITS);
  });

  // Table 1 and pages 308 and 309 of Bland and Altman 1986: peak flow by two meters.
  it('have the limits of Bland and Altman', () => {
    const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
    const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
    const { bias, standardDeviation, biasStandardError, limitStandardError } = present(blandAltman(wright, mini));
    expect([bias, standardDeviation, biasStandardError].map((value) => value.toFixed(1))).toEqual([
      '-2.1',
      '38.8',
      '9.4',
    ]);
    expect(limitStandardError.toFixed(1)).toBe('16.3');
  });

  it('have stated absences', () => {
    expect(pearson([], [])).toEqual(absent('NO_ITEMS'));
    expect(pearson([1], [2])).toEqual(absent('TOO_FEW_ITEMS'));
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toEqual(absent('NO_VARIATION'));
    expect(spearman([1, 1], [1, 2])).toEqual(absent('NO_VARIATION'));
    expect(pearson([1, 2, 3], [1, 3, 2])).toEqual({ value: 0.5, interval: absent('TOO_FEW_ITEMS') });
    expect(pearson([1, 2, 3, 4], [2, 4, 6, 8])).toEqual({ value: 1, interval: absent('NO_VARIATION') });
    expect(rootMeanSquaredError([], [])).toEqual(absent('NO_ITEMS'));
    expect(blandAltman([1], [2])).toEqual(absent('TOO_FEW_ITEMS'));
  });

  it('have the quantiles of numpy', () => {
    const { sorted, p, q } = expected.quantile;
    expect(
      furthest(
        p.map((share) => quantileOfSorted(sorted, share)),
        q,
      ),
    ).toBeLessThan(1e-14);
    expect(() => quantileOfSorted([], 0.5)).toThrow();
  });
});

import { readFileSync } from 'node:fs';
import { BadUserInput } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import {
  callAt,
  predictiveValues,
  priorShift,
  selectCalibration,
  type Estimate,
  type SelectableCalibration,
} from './index.js';

interface Expected {
  readonly priorShift: readonly {
    readonly probability: number;
    readonly trainingPrior: number;
    readonly targetPrior: number;
    readonly shifted: number;
  }[];
  readonly calls: readonly {
    readonly score: number;
    readonly threshold: number;
    readonly ge: boolean;
    readonly gt: boolean;
  }[];
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/calibration.json', import.meta.url), 'utf8'),
);

describe('callAt', () => {
  it('compares float32 scores with decimal thresholds as numpy 2 does, at equality and one step beside it', () => {
    const name = (isPositive: boolean): string => (isPositive ? 'POSITIVE' : 'NEGATIVE');
    for (const { score, threshold, ge, gt } of expected.calls) {
      expect([callAt(score, { threshold, comparator: 'GE' }), callAt(score, { threshold, comparator: 'GT' })]).toEqual([
        name(ge),
        name(gt),
      ]);
    }
    expect(expected.calls.length).toBeGreaterThan(100);
  });

  it('lets a float32 score reach a threshold that it equals in print', () => {
    const point = { threshold: 0.7, comparator: 'GE' } as const;
    expect(Math.fround(0.7)).toBeLessThan(0.7);
    expect(callAt(Math.fround(0.7), point)).toBe('POSITIVE');
    expect(callAt(0.7, point)).toBe('POSITIVE');
  });

  it('gives no call from the lower to the upper end of a grey zone, both included', () => {
    const calls = [0.29, Math.fround(0.3), 0.3, 0.5, Math.fround(0.7), 0.7, 0.71].map((score) =>
      callAt(score, { threshold: 0.5, comparator: 'GE' }, { lower: 0.3, upper: 0.7 }),
    );
    expect(calls).toEqual(['NEGATIVE', ...new Array<string>(5).fill('INDETERMINATE'), 'POSITIVE']);
  });

  it('refuses what is no number and a zone upside down', () => {
    expect(() => callAt(NaN, { threshold: 0.5, comparator: 'GE' })).toThrow();
    expect(() => callAt(0.5, { threshold: NaN, comparator: 'GE' })).toThrow();
    expect(() => callAt(0.5, { threshold: 0.5, comparator: 'GE' }, { lower: 0.6, upper: 0.4 })).toThrow();
  });
});

describe('priorShift', () => {
  it.each(expected.priorShift)(
    'moves $probability from $trainingPrior to $targetPrior as Bayes does',
    ({ probability, trainingPrior, targetPrior, shifted }) => {
      expect(priorShift(probability, trainingPrior, targetPrior)).toBeCloseTo(shifted, 14);
    },
  );

  it('undoes the 5:1 sampling and weight of the ROS1 models: odds x 5/W x pi/(1 - pi)', () => {
    // Positive weight W on 5 negatives a positive: training odds W/5.
    for (const weight of [5, 10, 20, 30]) {
      const [p, pi] = [0.8, 306 / 33_014];
      const odds = (p / (1 - p)) * (5 / weight) * (pi / (1 - pi));
      expect(priorShift(p, weight / (weight + 5), pi)).toBeCloseTo(odds / (1 + odds), 14);
    }
  });

  it.each([0, 1, -0.1, NaN])('refuses the asked prior %s by its argument', (prior) =>
    expect(() => priorShift(0.5, 0.5, prior)).toThrow(BadUserInput),
  );
  it.each([0, 1, NaN])('takes the training prior %s for a broken record', (prior) => {
    expect(() => priorShift(0.5, prior, 0.5)).toThrow(expect.not.objectContaining({ code: expect.anything() }));
  });
});

describe('predictiveValues', () => {
  const estimate = (value: number, lower: number | null = null, upper: number | null = null): Estimate => ({
    value,
    lower,
    upper,
  });

  it('gives the published PPV of about 6 % for ROS1 at a prevalence of 0.93 %', () => {
    // Two-step ROS1 model, W = 5, holdout: PPA .48 to .50, NPA about .92 to .93, PPV .06.
    const { ppv } = predictiveValues({ ppa: estimate(0.5), npa: estimate(0.925), prevalence: 306 / 33_014 });
    expect(ppv?.value).toBeCloseTo(0.06, 2);
    expect(ppv).toMatchObject({ lower: null, upper: null });
  });

  it('counts people: 1,000 screened, 100 positive, PPA 0.9, NPA 0.8', () => {
    // 90 of 100 positives and 180 of 900 negatives are called positive; 720 + 10 are not.
    const found = predictiveValues({ ppa: estimate(0.9, 0.8, 0.95), npa: estimate(0.8, 0.75, 0.85), prevalence: 0.1 });
    expect(found.ppv?.value).toBeCloseTo(90 / 270, 14);
    expect(found.npv?.value).toBeCloseTo(720 / 730, 14);
    expect(found.per1000.positivesCalled).toBeCloseTo(270, 10);
    expect(found.per1000.testsAvoided).toBeCloseTo(730, 10);
    expect(found.per1000.missed).toBeCloseTo(10, 10);
    // The same count at both lower bounds (80 and 225 called) and at both upper ones (95 and 135).
    expect(found.ppv?.lower).toBeCloseTo(80 / 305, 14);
    expect(found.ppv?.upper).toBeCloseTo(95 / 230, 14);
    expect(found.npv?.lower).toBeCloseTo(675 / 695, 14);
    expect(found.npv?.upper).toBeCloseTo(765 / 770, 14);
  });

  it('has no PPV when nobody is called positive, and no NPV when everybody is', () => {
    expect(predictiveValues({ ppa: estimate(0), npa: estimate(1), prevalence: 0.1 }).ppv).toBeNull();
    expect(predictiveValues({ ppa: estimate(1), npa: estimate(0), prevalence: 0.1 }).npv).toBeNull();
    expect(predictiveValues({ ppa: estimate(0.9), npa: estimate(0.9), prevalence: 0 }).ppv?.value).toBe(0);
    expect(predictiveValues({ ppa: estimate(0.9), npa: estimate(0.9), prevalence: 1 }).ppv?.value).toBe(1);
  });

  it('refuses a prevalence by its argument, and estimates that are none', () => {
    expect(() => predictiveValues({ ppa: estimate(0.9), npa: estimate(0.9), prevalence: 1.1 })).toThrow(BadUserInput);
    expect(() => predictiveValues({ ppa: estimate(0.9), npa: estimate(0.9), prevalence: NaN })).toThrow(BadUserInput);
    expect(() => predictiveValues({ ppa: estimate(1.2), npa: estimate(0.9), prevalence: 0.1 })).toThrow(/shares/);
    expect(() => predictiveValues({ ppa: estimate(0.9, 0.95, 1), npa: estimate(0.9), prevalence: 0.1 })).toThrow(
      /shares/,
    );
  });
});

describe('selectCalibration', () => {
  const record = (
    id: string,
    specimen: string | null,
    scanner: string | null = null,
    site: string | null = null,
    more: Partial<SelectableCalibration> = {},
  ): SelectableCalibration => ({
    id,
    stratum: { specimen, scanner, site },
    createdAt: '2026-01-01T00:00:00Z',
    isRetired: false,
    ...more,
  });
  const any = record('any', 'ANY');
  const biopsy = record('biopsy', 'BIOPSY');
  const biopsyGt450 = record('biopsy-gt450', 'BIOPSY', 'GT450');
  const all = [any, biopsy, biopsyGt450];
  const chosen = (...args: Parameters<typeof selectCalibration>): string | undefined =>
    selectCalibration(...args)?.record.id;

  it.each([
    [{ specimen: 'BIOPSY', scanner: 'GT450' }, 'biopsy-gt450'],
    [{ specimen: 'BIOPSY', scanner: 'UFS' }, 'biopsy'],
    [{ specimen: 'BIOPSY' }, 'biopsy'],
    [{ specimen: 'RESECTION', scanner: 'GT450' }, 'any'],
    [{ specimen: null }, 'any'],
    [{}, 'any'],
  ])('takes the most specific record that holds for %j', (context, id) => {
    expect(chosen(all, context)).toBe(id);
    expect(chosen([...all].reverse(), context)).toBe(id);
  });

  it('never takes a specific record for a context that does not know the part', () => {
    expect(selectCalibration([biopsy, biopsyGt450], { scanner: 'GT450' })).toBeUndefined();
    expect(selectCalibration([biopsy], { specimen: 'RESECTION' })).toBeUndefined();
  });

  it('breaks ties by the newest, then by id, whatever the order and the time zone', () => {
    const older = record('a', 'BIOPSY', null, null, { createdAt: '2026-01-01T23:30:00-02:00' });
    const newer = record('z', 'BIOPSY', null, null, { createdAt: '2026-01-02T02:00:00Z' });
    const twin = record('y', null, 'GT450', null, { createdAt: '2026-01-02T02:00:00Z' });
    const context = { specimen: 'BIOPSY', scanner: 'GT450' };
    expect(chosen([older, newer], context)).toBe('z');
    expect(chosen([newer, older], context)).toBe('z');
    expect(chosen([newer, twin, older], context)).toBe('y');
    expect(chosen([twin, newer, older], context)).toBe('y');
  });

  it('never takes a retired record, by stratum or as a fallback', () => {
    const retired = record('biopsy', 'BIOPSY', null, null, { isRetired: true });
    expect(selectCalibration([retired], { specimen: 'BIOPSY' }, ['biopsy'])).toBeUndefined();
  });

  it('follows the declared fallback only when no stratum holds, and says so', () => {
    expect(
      selectCalibration([biopsy, biopsyGt450], { specimen: 'CYTOLOGY' }, ['gone', 'biopsy', 'biopsy-gt450']),
    ).toEqual({ record: biopsy, reason: 'FALLBACK' });
    expect(selectCalibration(all, { specimen: 'CYTOLOGY' }, ['biopsy'])).toEqual({ record: any, reason: 'STRATUM' });
  });
});

import { describe, expect, it } from 'vitest';
import {
  aucEstimate,
  averagePrecision,
  brierScore,
  calibrationFit,
  confusionCounts,
  confusionRates,
  decisionCurve,
  deLong,
  deLongTest,
  precisionRecallCurve,
  reliability,
  rocAuc,
  rocCurve,
} from './index.js';
import { asah, expected, furthest, present } from './spec-support/expected.js';

const DIGITS = 1e-10;

describe.each(expected.binary.map((one, i) => ({ i, ...one })))('scores of case $i (ties: $tied)', (one) => {
  const [first = []] = one.scores;

  it('have the AUC of scikit-learn and the covariance of pair-by-pair DeLong', () => {
    const found = present(deLong(one.labels, one.scores));
    expect(furthest(found.aucs, one.auc)).toBeLessThan(DIGITS);
    expect(
      furthest(
        one.scores.map((scores) => present(rocAuc(one.labels, scores))),
        one.auc,
      ),
    ).toBeLessThan(DIGITS);
    expect(furthest(present(found.covariance), one.covariance)).toBeLessThan(DIGITS);
    const test = present(deLongTest(found, 0, 1));
    expect(furthest([test.z, test.p], [one.z, one.p])).toBeLessThan(DIGITS);
  });

  it('have the curves of scikit-learn', () => {
    const roc = present(rocCurve(one.labels, first));
    expect(roc.thresholds[0]).toBe(Infinity);
    expect(furthest(roc.thresholds.subarray(1), one.roc.thresholds)).toBe(0);
    expect(furthest(roc.falsePositiveRate, one.roc.falsePositiveRate)).toBeLessThan(DIGITS);
    expect(furthest(roc.truePositiveRate, one.roc.truePositiveRate)).toBeLessThan(DIGITS);
    const curve = present(precisionRecallCurve(one.labels, first));
    expect(furthest(curve.precision, one.precision)).toBeLessThan(DIGITS);
    expect(furthest(curve.recall, one.recall)).toBeLessThan(DIGITS);
    const areas = one.scores.map((scores) => present(averagePrecision(one.labels, scores)));
    expect(furthest(areas, one.averagePrecision)).toBeLessThan(DIGITS);
  });

  it('have the Brier score of scikit-learn and the recalibration of statsmodels', () => {
    expect(present(brierScore(one.labels, first))).toBeCloseTo(one.brier, 12);
    const { slope, intercept, inTheLarge } = present(calibrationFit(one.labels, first));
    const found = [slope.value, slope.standardError, intercept.value, intercept.standardError, inTheLarge.value];
    const { calibration: wanted } = one;
    const values = [wanted.slope, wanted.slopeError, wanted.intercept, wanted.interceptError, wanted.inTheLarge];
    expect(furthest(found, values)).toBeLessThan(1e-9);
    expect(inTheLarge.standardError).toBeCloseTo(wanted.inTheLargeError, 9);
    expect(slope.upper - slope.value).toBeCloseTo(1.959963984540054 * wanted.slopeError, 8);
  });

  it('have the net benefit of counting', () => {
    const thresholds = one.decision.map(({ threshold }) => threshold);
    const found = present(decisionCurve(one.labels, first, thresholds));
    expect(
      furthest(
        found.netBenefit,
        one.decision.map((point) => point.netBenefit),
      ),
    ).toBeLessThan(DIGITS);
    expect(
      furthest(
        found.testAll,
        one.decision.map((point) => point.testAll),
      ),
    ).toBeLessThan(DIGITS);
  });
});

describe('bins of equal mass', () => {
  it.each(expected.binary.filter(({ tied }) => !tied))(
    'are those of numpy, and the calibration error that follows',
    (one) => {
      const [first = []] = one.scores;
      const { ece, bins } = present(reliability(one.labels, first));
      expect(ece).toBeCloseTo(one.ece ?? NaN, 12);
      expect(bins.map(({ n }) => n)).toEqual(one.bins?.map(({ n }) => n));
      expect(
        furthest(
          bins.map((bin) => bin.predicted),
          one.bins?.map((bin) => bin.predicted) ?? [],
        ),
      ).toBeLessThan(DIGITS);
      expect(
        furthest(
          bins.map((bin) => bin.observed),
          one.bins?.map((bin) => bin.observed) ?? [],
        ),
      ).toBeLessThan(DIGITS);
      expect(bins.every(({ lower, observed, upper }) => lower <= observed && observed <= upper)).toBe(true);
    },
  );

  it('keep equal probabilities together, whatever the order of the rows', () => {
    const labels = [1, 0, 1, 0, 1, 1, 0, 0];
    const probabilities = [0.2, 0.2, 0.2, 0.2, 0.2, 0.9, 0.9, 0.1];
    const found = present(reliability(labels, probabilities, 4));
    expect(found.bins.map(({ n }) => n)).toEqual([6, 2]);
    const turned = present(reliability([...labels].reverse(), [...probabilities].reverse(), 4));
    expect(turned).toEqual(found);
  });
});

describe('the aSAH data of pROC', () => {
  const { labels, scores: wfns } = asah('wfns');
  const found = present(deLong(labels, [wfns, asah('s100b').scores, asah('ndka').scores]));

  it('has the AUCs, variances and covariances of pROC', () => {
    expect(furthest(found.aucs, [0.823678861788618, 0.7313685636856368, 0.611957994579946])).toBeLessThan(1e-12);
    const wanted = [
      ...[0.00146991470882363, 0.00119615567376754, -0.000532967856762438],
      ...[0.00119615567376754, 0.00266868245717244, -0.000756164938056579],
      ...[-0.000532967856762438, -0.000756164938056579, 0.0031908105493913],
    ];
    expect(furthest(present(found.covariance), wanted)).toBeLessThan(1e-15);
    const { value, interval } = aucEstimate(found, 2);
    const { lower, upper } = present(interval);
    expect(furthest([lower, value, upper], [0.501244999271703, 0.611957994579946, 0.722670989888189])).toBeLessThan(
      1e-12,
    );
  });

  it.each([
    [0, 1, 2.20898359144091, 0.0271757822291882, 0.0104061769564846, 0.174214419249478],
    [0, 2, 2.79777591868904, 0.00514557970691098, 0.0634011709339876, 0.3600405634833566],
    [2, 1, -1.39077002573558, 0.164295175223054, -0.2876917446341914, 0.0488706064228094],
  ])('has the test of pROC for %i and %i', (first, second, z, p, lower, upper) => {
    const test = present(deLongTest(found, first, second));
    expect(furthest([test.z, test.p, test.interval.lower, test.interval.upper], [z, p, lower, upper])).toBeLessThan(
      1e-12,
    );
  });
});

describe('confusion', () => {
  it('counts calls against labels', () => {
    const counts = confusionCounts([1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0]);
    expect(counts).toEqual({ truePositives: 2, falseNegatives: 1, falsePositives: 1, trueNegatives: 3 });
    const { ppa, npa, ppv, npv, accuracy } = confusionRates(counts);
    expect([ppa, npa, ppv, npv, accuracy].map((rate) => present(rate).value)).toEqual([
      2 / 3,
      0.75,
      2 / 3,
      0.75,
      5 / 7,
    ]);
  });
});

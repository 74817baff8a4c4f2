import { describe, expect, it } from 'vitest';
import {
  absent,
  type Absent,
  aucEstimate,
  averagePrecision,
  brierScore,
  calibrationFit,
  confusionCounts,
  confusionRates,
  decisionCurve,
  deLong,
  deLongTest,
  reliability,
  rocAuc,
  rocCurve,
} from './index.js';
import { asah, present } from './spec-support/expected.js';
describe('what cannot be computed', () => {
  const both = [0, 1, 1, 0];
  it.each([
    ['an AUC of nothing', rocAuc([], []), 'NO_ITEMS'],
    ['an AUC without positives', rocAuc([0, 0], [0.1, 0.2]), 'NO_POSITIVES'],
    ['an AUC without negatives', rocAuc([1], [0.1]), 'NO_NEGATIVES'],
    ['a ROC curve of one class', rocCurve([1, 1], [0.1, 0.2]), 'NO_NEGATIVES'],
    ['DeLong of one class', deLong([0], [[0.1]]), 'NO_POSITIVES'],
    ['average precision without positives', averagePrecision([0, 0], [0.1, 0.2]), 'NO_POSITIVES'],
    ['a Brier score of logits', brierScore(both, [-2, 3, 1, 0]), 'NOT_A_PROBABILITY'],
    ['a reliability curve of nothing', reliability([], []), 'NO_ITEMS'],
    ['a decision curve of logits', decisionCurve(both, [-2, 3, 1, 0], [0.5]), 'NOT_A_PROBABILITY'],
    ['recalibration of one class', calibrationFit([1, 1], [0.3, 0.6]), 'NO_NEGATIVES'],
    ['recalibration of a certainty', calibrationFit(both, [0, 0.6, 0.4, 0.5]), 'CERTAIN_PROBABILITY'],
    ['recalibration of one probability', calibrationFit(both, [0.3, 0.3, 0.3, 0.3]), 'NO_VARIATION'],
    ['recalibration of separated classes', calibrationFit(both, [0.1, 0.8, 0.7, 0.2]), 'SEPARATED'],
    ['recalibration of classes that only touch', calibrationFit(both, [0.1, 0.2, 0.7, 0.2]), 'SEPARATED'],
  ])('%s is a stated absence', (_, found, reason) => expect(found).toEqual(absent(reason as Absent['reason'])));

  it('is said of variances and intervals, too', () => {
    const one = present(deLong([1, 0, 0], [[0.5, 0.1, 0.7]]));
    expect(aucEstimate(one, 0)).toEqual({
      value: 0.5,
      variance: absent('ONE_POSITIVE'),
      interval: absent('ONE_POSITIVE'),
    });
    const perfect = present(
      deLong(both, [
        [0, 1, 1, 0],
        [0, 1, 1, 0],
      ]),
    );
    const alike = present(deLong(both, [[0.5, 0.5, 0.5, 0.5]]));
    expect(aucEstimate(alike, 0)).toEqual({ value: 0.5, variance: 0, interval: absent('NO_VARIATION') });
    expect(aucEstimate(perfect, 0)).toEqual({ value: 1, variance: 0, interval: absent('SEPARATED') });
    expect(deLongTest(perfect, 0, 1)).toEqual(absent('NO_VARIATION'));
    const { labels, scores } = asah('s100b');
    const same = present(deLong(labels, [scores, scores.map((score) => score * 3 + 1)]));
    expect(deLongTest(same, 0, 1)).toEqual(absent('NO_VARIATION'));
  });

  it('is said of each rate by itself', () => {
    const rates = confusionRates(confusionCounts([0, 0, 0], [0, 0, 0]));
    expect(rates.ppa).toEqual(absent('NO_POSITIVES'));
    expect(rates.ppv).toEqual(absent('NO_POSITIVE_CALLS'));
    expect(present(rates.npa).value).toBe(1);
    const none = confusionRates(confusionCounts([], []));
    expect([none.npa, none.npv, none.accuracy]).toEqual([
      absent('NO_NEGATIVES'),
      absent('NO_NEGATIVE_CALLS'),
      absent('NO_ITEMS'),
    ]);
  });

  it.each([
    ['another length', () => rocAuc([1, 0], [0.5])],
    ['a label of 2', () => rocAuc([2, 0], [0.5, 0.4])],
    ['NaN', () => deLong([1, 0], [[NaN, 0.4]])],
    ['a call of 0.5', () => confusionCounts([1, 0], [0.5, 0])],
    ['a threshold of 1', () => decisionCurve([1, 0], [0.5, 0.4], [1])],
    ['thresholds that fall', () => decisionCurve([1, 0], [0.5, 0.4], [0.5, 0.2])],
  ])('and %s is refused', (_, run) => expect(run).toThrow());
});

import { describe, expect, it } from 'vitest';
import {
  absent,
  averagePrecision,
  bootstrap,
  concordanceIndex,
  decisionCurve,
  deLong,
  pearson,
  rankScores,
  rankSurvival,
  resamplingPlan,
  rocAuc,
  seededRandom,
  spearman,
  weightedAveragePrecision,
  weightedConcordance,
  weightedMean,
  weightedNetBenefits,
  weightedPearson,
  weightedRocAuc,
  weightedSpearman,
} from './index.js';
import { asah, expected, furthest, present } from './spec-support/expected.js';
import { drawWeights } from './resampling.js';

describe('random numbers', () => {
  it.each(expected.seeded)('of seed $seed are those of the generator in whole numbers', ({ seed, words }) => {
    const random = seededRandom(seed);
    expect(words.map(() => random.next())).toEqual(words);
  });

  it('below a bound are all of them, about as often', () => {
    const random = seededRandom(7);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 70_000; i++) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? NaN) + 1;
    }
    expect(Math.max(...counts.map((count) => Math.abs(count - 10_000)))).toBeLessThan(500);
  });

  it.each([-1, 0.5, 2 ** 32, NaN])('refuses the seed %s', (seed) => expect(() => seededRandom(seed)).toThrow());
});

describe('a resample', () => {
  const { labels, scores } = asah('s100b');

  it('is worth what the items that it repeats are worth', () => {
    const random = seededRandom(11);
    const plan = resamplingPlan(labels.length, { group: labels });
    const weights = new Float64Array(labels.length);
    drawWeights(plan, random, new Uint32Array(plan.unitCount), weights);
    const drawn = [...weights].flatMap((weight, i) => new Array<number>(weight).fill(i));
    const pick = (values: readonly number[]): readonly number[] => drawn.map((i) => values[i] ?? NaN);
    expect(drawn).toHaveLength(labels.length);
    expect(new Set(drawn).size).toBeLessThan(labels.length);
    const ranked = rankScores(labels, scores);
    expect(weightedRocAuc(ranked, weights)).toBeCloseTo(present(rocAuc(pick(labels), pick(scores))), 12);
    expect(weightedAveragePrecision(ranked, weights)).toBeCloseTo(
      present(averagePrecision(pick(labels), pick(scores))),
      12,
    );
    const times = asah('ndka').scores;
    const survival = rankSurvival(times, labels, scores);
    expect(weightedConcordance(survival, weights)).toBeCloseTo(
      present(concordanceIndex(pick(times), pick(labels), pick(scores))),
      12,
    );
    expect(weightedPearson(times, scores, weights)).toBeCloseTo(present(pearson(pick(times), pick(scores))).value, 12);
    const rho = weightedSpearman(times, scores)(weights);
    expect(rho).toBeCloseTo(present(spearman(pick(times), pick(scores))), 12);
    const probabilities = scores.map((score) => Math.min(score, 1));
    const into = new Float64Array(3);
    weightedNetBenefits(rankScores(labels, probabilities), [0.1, 0.3], weights, into, 1);
    const curve = present(decisionCurve(pick(labels), pick(probabilities), [0.1, 0.3]));
    expect(furthest(into, [0, ...curve.netBenefit])).toBeLessThan(1e-12);
    expect(weightedMean(scores, weights, labels)).toBeCloseTo(
      meanOf(drawn.filter((i) => labels[i] === 1).map((i) => scores[i] ?? NaN)),
      12,
    );
  });

  it('keeps the number of positives and of negatives', () => {
    const plan = resamplingPlan(labels.length, { group: labels });
    const weights = new Float64Array(labels.length);
    const random = seededRandom(3);
    for (let draw = 0; draw < 20; draw++) {
      drawWeights(plan, random, new Uint32Array(plan.unitCount), weights);
      expect(weights.reduce((sum, weight, i) => sum + weight * (labels[i] ?? NaN), 0)).toBe(41);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(113);
    }
  });

  it('takes a patient whole, and a patient with a positive slide as a positive one', () => {
    const plan = resamplingPlan(7, { group: [0, 1, 0, 0, 1, 1, 0], unit: [5, 5, 9, 9, 2, 2, 7] });
    expect(plan.unitCount).toBe(4);
    expect(plan.groups.map((units) => [...units])).toEqual([
      [1, 3],
      [0, 2],
    ]);
    const weights = new Float64Array(7);
    drawWeights(plan, seededRandom(1), new Uint32Array(4), weights);
    expect([weights[0], weights[2], weights[4]]).toEqual([weights[1], weights[3], weights[5]]);
  });
});

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('the bootstrap', () => {
  const { labels, scores: wfns } = asah('wfns');
  const { scores: s100b } = asah('s100b');
  const [one, two] = [rankScores(labels, wfns), rankScores(labels, s100b)];
  const run = (seed: number, unit?: readonly number[], draws = 2000) =>
    bootstrap(
      resamplingPlan(labels.length, { group: labels, unit }),
      2,
      (weights, into) => {
        into[0] = weightedRocAuc(one, weights);
        into[1] = weightedRocAuc(one, weights) - weightedRocAuc(two, weights);
      },
      { seed, draws },
    );

  it('gives the same interval for the same seed, and another for another', () => {
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });

  it('agrees with DeLong on the standard errors of aSAH', () => {
    const { covariance } = present(deLong(labels, [wfns, s100b]));
    const [a = NaN, b = NaN, , d = NaN] = present(covariance);
    const [auc, delta] = run(20261122, undefined, 10_000).map((interval) => present(interval));
    // A bootstrap of 10,000 draws knows a standard error to 0.7 %; the two estimators differ by about 1 / n.
    expect((auc?.standardError ?? NaN) / Math.sqrt(a)).toBeCloseTo(1, 1);
    expect((delta?.standardError ?? NaN) / Math.sqrt(a + d - 2 * b)).toBeCloseTo(1, 1);
    expect(delta?.lower).toBeCloseTo(0.0104, 2);
    expect(delta?.upper).toBeCloseTo(0.1742, 1);
  });

  it('is wider when patients have several slides', () => {
    const [alone] = run(1).map((interval) => present(interval));
    const three = labels.map((_, i) => Math.floor(i / 3));
    const twice = [...labels, ...labels];
    const doubled = [...wfns, ...wfns];
    const ranked = rankScores(twice, doubled);
    const evaluate = (weights: Float64Array, into: Float64Array): void =>
      void (into[0] = weightedRocAuc(ranked, weights));
    const width = (interval: { readonly lower: number; readonly upper: number } | undefined): number =>
      interval ? interval.upper - interval.lower : NaN;
    const naive = bootstrap(resamplingPlan(226, { group: twice }), 1, evaluate, { seed: 1 }).map((interval) =>
      present(interval),
    );
    const patients = Array.from(twice, (_, i) => i % 113);
    const whole = bootstrap(resamplingPlan(226, { group: twice, unit: patients }), 1, evaluate, { seed: 1 }).map(
      (interval) => present(interval),
    );
    expect(width(naive[0])).toBeLessThan(0.85 * width(whole[0]));
    expect(width(whole[0]) / width(alone)).toBeCloseTo(1, 1);
    expect(run(1, three)).toHaveLength(2);
  });

  it('states what it cannot give', () => {
    const nothing = bootstrap(resamplingPlan(0), 2, () => undefined, { seed: 1 });
    expect(nothing).toEqual([absent('NO_ITEMS'), absent('NO_ITEMS')]);
    const alone = bootstrap(resamplingPlan(3, { group: [1, 0, 0] }), 1, () => undefined, { seed: 1 });
    expect(alone).toEqual([absent('ONE_UNIT')]);
    const onePatient = bootstrap(resamplingPlan(4, { unit: [7, 7, 7, 7] }), 1, () => undefined, { seed: 1 });
    expect(onePatient).toEqual([absent('ONE_UNIT')]);
    const undefinedOften = bootstrap(
      resamplingPlan(3),
      1,
      (weights, into) => void (into[0] = weights[0] === 0 ? NaN : 1),
      { seed: 1 },
    );
    expect(undefinedOften).toEqual([absent('UNSTABLE_RESAMPLES')]);
  });

  it('counts the draws that had no value', () => {
    let draw = 0;
    const [found] = bootstrap(resamplingPlan(3), 1, (_, into) => void (into[0] = draw++ % 50 === 0 ? NaN : draw), {
      seed: 1,
    });
    expect(present(found ?? absent('NO_ITEMS')).undefinedDraws).toBe(40);
  });
});

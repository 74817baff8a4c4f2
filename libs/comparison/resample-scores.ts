import {
  absent,
  bootstrap,
  isProbabilities,
  rankScores,
  rankSurvival,
  resamplingPlan,
  weightedAveragePrecision,
  weightedConcordance,
  weightedMean,
  weightedNetBenefits,
  weightedPearson,
  weightedRocAuc,
  weightedSpearman,
  type Absent,
  type Interval,
} from '#libs/statistics';
import type { ComparisonOptions } from './comparison.types.js';
import type { StatisticName } from './statistic.types.js';
import { CALL, type ScoreColumn, type ScoreTable } from './score-table.js';

/** Thresholds of decision curves: 1 % to 99 %. */
export const DECISION_THRESHOLDS = Float64Array.from({ length: 99 }, (_, i) => (i + 1) / 100);

/** What a bootstrap gives, by statistic. */
export type Resampled = ReadonlyMap<StatisticName, Interval | Absent>;

export interface ResampledTable {
  /** for each score */
  readonly scores: readonly Resampled[];
  /** for each score: an interval of net benefit at each of DECISION_THRESHOLDS; null where scores are no probabilities */
  readonly netBenefits: readonly (readonly (Interval | Absent)[] | null)[];
  /** of the difference of two scores, given by their positions: first less second, from the same draws */
  readonly difference: (first: number, second: number) => Resampled;
}

type Weighted = (weights: Float64Array) => number;

/**
 * Percentile intervals of all statistics and their differences, from the same draws: patients where they are known, else items; as many positives and
 * negatives in every draw as there are. The share of positives is so taken as known.
 */
export function resampleScores(table: ScoreTable, options: ComparisonOptions): ResampledTable {
  const { outcome, scores } = table;
  const group = outcome.kind === 'BINARY' ? outcome.labels : outcome.kind === 'SURVIVAL' ? outcome.events : undefined;
  const plan = resamplingPlan(table.items.length, { group, unit: table.patients ?? undefined });
  const statistics = scores.map((score) => statisticsOf(table, score));
  const names = [...new Set(statistics.flatMap((of) => [...of.keys()]))];
  const pairs = scores.flatMap((_, a) => scores.slice(a + 1).map((__, i) => [a, a + 1 + i] as const));
  const benefits = scores.map((score) => netBenefitsOf(table, score));
  const own = scores.length * names.length;
  const benefitsFrom = own + pairs.length * names.length;
  const evaluate = (weights: Float64Array, into: Float64Array): void => {
    statistics.forEach((of, s) =>
      names.forEach((name, k) => void (into[s * names.length + k] = of.get(name)?.(weights) ?? NaN)),
    );
    pairs.forEach(([a, b], p) =>
      names.forEach((_, k) => {
        into[own + p * names.length + k] = (into[a * names.length + k] ?? NaN) - (into[b * names.length + k] ?? NaN);
      }),
    );
    benefits.forEach((write, s) => write?.(weights, into, benefitsFrom + s * DECISION_THRESHOLDS.length));
  };
  const count = benefitsFrom + scores.length * DECISION_THRESHOLDS.length;
  const intervals = bootstrap(plan, count, evaluate, options);
  const named = (from: number): Resampled =>
    new Map(names.map((name, k) => [name, intervals[from + k] ?? absent('NO_ITEMS')]));
  return {
    scores: scores.map((_, s) => named(s * names.length)),
    netBenefits: benefits.map((write, s) => {
      const from = benefitsFrom + s * DECISION_THRESHOLDS.length;
      return write ? intervals.slice(from, from + DECISION_THRESHOLDS.length) : null;
    }),
    difference: (first, second) => named(own + pairs.findIndex(([a, b]) => a === first && b === second) * names.length),
  };
}

function statisticsOf({ outcome }: ScoreTable, score: ScoreColumn): ReadonlyMap<StatisticName, Weighted> {
  const { values } = score;
  switch (outcome.kind) {
    case 'NONE':
      return new Map();
    case 'BINARY':
      return binaryStatistics(outcome.labels, score);
    case 'SURVIVAL': {
      const ranked = rankSurvival(outcome.times, outcome.events, values);
      return new Map<StatisticName, Weighted>([['C_INDEX', (weights) => weightedConcordance(ranked, weights)]]);
    }
    case 'CONTINUOUS': {
      const truth = outcome.values;
      const squares = values.map((value, i) => (value - (truth[i] ?? NaN)) ** 2);
      return new Map<StatisticName, Weighted>([
        ['PEARSON', (weights) => weightedPearson(values, truth, weights)],
        ['SPEARMAN', weightedSpearman(values, truth)],
        ['RMSE', (weights) => Math.sqrt(weightedMean(squares, weights))],
      ]);
    }
  }
}

function binaryStatistics(labels: Uint8Array, score: ScoreColumn): ReadonlyMap<StatisticName, Weighted> {
  const { values, probabilities, calls } = score;
  const ranked = rankScores(labels, values);
  const found = new Map<StatisticName, Weighted>([
    ['AUC', (weights) => weightedRocAuc(ranked, weights)],
    ['AVERAGE_PRECISION', (weights) => weightedAveragePrecision(ranked, weights)],
  ]);
  if (probabilities && isProbabilities(probabilities)) {
    const squares = probabilities.map((value, i) => (value - (labels[i] ?? NaN)) ** 2);
    found.set('BRIER', (weights) => weightedMean(squares, weights));
  }
  if (calls) {
    const mask = (label: number): Uint8Array =>
      calls.map((call, i) => (call !== CALL.NONE && labels[i] === label ? 1 : 0));
    const isPositive = calls.map((call) => (call === CALL.POSITIVE ? 1 : 0));
    const isNegative = calls.map((call) => (call === CALL.NEGATIVE ? 1 : 0));
    const [positives, negatives] = [mask(1), mask(0)];
    found.set('PPA', (weights) => weightedMean(isPositive, weights, positives));
    found.set('NPA', (weights) => weightedMean(isNegative, weights, negatives));
  }
  return found;
}

type WriteBenefits = (weights: Float64Array, into: Float64Array, from: number) => void;

function netBenefitsOf({ outcome }: ScoreTable, { probabilities }: ScoreColumn): WriteBenefits | null {
  if (outcome.kind !== 'BINARY' || !probabilities || !isProbabilities(probabilities)) return null;
  const ranked = rankScores(outcome.labels, probabilities);
  return (weights, into, from) => weightedNetBenefits(ranked, DECISION_THRESHOLDS, weights, into, from);
}

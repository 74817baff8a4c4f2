import { absent, type Absent } from './absent.js';
import { at } from './at.js';
import { quantileOfSorted } from './quantile.js';
import { drawWeights, type ResamplingPlan } from './resampling.js';
import { seededRandom } from './seeded-random.js';

/** Up to this share of draws may be without a value (a resample without a positive call has no PPV); beyond it there is no interval. */
const MOST_UNDEFINED = 0.05;

/** How to resample. */
export interface BootstrapOptions {
  /** whole number, 0 to 2^32 - 1: the same seed gives the same interval */
  readonly seed: number;
  /** 2,000 when left out */
  readonly draws?: number;
  /** in (0, 1); 0.95 when left out */
  readonly confidence?: number;
}

/** A percentile interval. */
export interface BootstrapInterval {
  readonly lower: number;
  readonly upper: number;
  /** standard deviation over the draws */
  readonly standardError: number;
  /** draws that had no value and were left out */
  readonly undefinedDraws: number;
}

/**
 * Percentile intervals of several statistics by the stratified bootstrap, all from the same draws, so that differences are paired (Efron and
 * Tibshirani 1993, section 13.3). Takes seconds for thousands of items: call it in a worker thread, and end the thread to stop it.
 * @param plan from resamplingPlan
 * @param count how many statistics
 * @param evaluate writes the statistics of a resample into its second argument, NaN where there is none. The weights [n] say how often each item was drawn
 * @returns [count]; absent with NO_ITEMS where there is nothing to draw, ONE_UNIT where a group has one unit only, UNSTABLE_RESAMPLES where more than 5 % of the draws have no value
 */
export function bootstrap(
  plan: ResamplingPlan,
  count: number,
  evaluate: (weights: Float64Array, into: Float64Array) => void,
  { seed, draws = 2000, confidence = 0.95 }: BootstrapOptions,
): readonly (BootstrapInterval | Absent)[] {
  if (plan.unitCount === 0) return Array.from({ length: count }, () => absent('NO_ITEMS'));
  if (plan.groups.some((units) => units.length < 2)) return Array.from({ length: count }, () => absent('ONE_UNIT'));
  const random = seededRandom(seed);
  const times = new Uint32Array(plan.unitCount);
  const weights = new Float64Array(plan.unitOf.length);
  const into = new Float64Array(count);
  const values = Array.from({ length: count }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    drawWeights(plan, random, times, weights);
    evaluate(weights, into);
    values.forEach((of, statistic) => void (of[draw] = at(into, statistic)));
  }
  return values.map((of) => intervalOf(of, confidence));
}

function intervalOf(draws: Float64Array, confidence: number): BootstrapInterval | Absent {
  const values = draws.filter(Number.isFinite).sort();
  const undefinedDraws = draws.length - values.length;
  if (values.length < 2 || undefinedDraws > MOST_UNDEFINED * draws.length) return absent('UNSTABLE_RESAMPLES');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    lower: quantileOfSorted(values, (1 - confidence) / 2),
    upper: quantileOfSorted(values, (1 + confidence) / 2),
    standardError: Math.sqrt(squares / (values.length - 1)),
    undefinedDraws,
  };
}

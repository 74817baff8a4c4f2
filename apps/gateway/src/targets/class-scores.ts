import { type Precision, roundTo, softmax } from '#libs/calibration';
import { type CardTarget } from '#model-registry';
import { type ClassesScore, type ClassScore, type MemberScores } from './target-score.js';

/** Shares that a model serves in float32 sum to one within this. */
const SUM_TOLERANCE = 1e-3;

/** Shares of exclusive classes, and their logarithms up to a constant: exact where a share itself would round to 0. */
export interface Shares {
  readonly probabilities: readonly number[];
  readonly logs: readonly number[];
  readonly logits: readonly number[] | null;
}

/**
 * One row of a tensor of exclusive classes. Logits become shares by one softmax; shares that are served stay what they are.
 * @returns null where the row is not what the card says: a logit that is not finite, shares that are none or do not sum to one
 */
export function sharesOf(row: readonly number[], served: CardTarget['served']): Shares | null {
  if (!row.every(Number.isFinite)) return null;
  if (served === 'LOGIT') {
    const highest = Math.max(...row);
    return { probabilities: [...softmax(row)], logs: row.map((logit) => logit - highest), logits: row };
  }
  const sum = row.reduce((total, share) => total + share, 0);
  const areShares = row.every((share) => share >= 0 && share <= 1) && Math.abs(sum - 1) <= SUM_TOLERANCE;
  return areShares ? { probabilities: row, logs: row.map(Math.log), logits: null } : null;
}

/** The mean of several rows of shares, class by class (members of an ensemble). */
export function meanShares(rows: readonly Shares[]): Shares {
  const [first] = rows;
  const probabilities = (first?.probabilities ?? []).map((_, k) =>
    meanOf(rows.map((row) => row.probabilities[k] ?? NaN)),
  );
  return { probabilities, logs: probabilities.map(Math.log), logits: null };
}

/** The score of a target with exclusive classes. @param members what each member of an ensemble says of the k-th class, or nothing */
export function classesScore(
  target: CardTarget & { readonly kind: ClassesScore['kind'] },
  shares: Shares,
  members: (k: number) => MemberScores | null,
  precision: Precision = 'FP32',
): ClassesScore {
  const { kind, classes } = target;
  const { probabilities, logits } = shares;
  const heads = runningLogSums(shares.logs);
  const tails = runningLogSums([...shares.logs].reverse()).reverse();
  const atLeast = sumsFromEach(probabilities);
  const scores = probabilities.map((rawProbability, k): ClassScore => {
    const own = shares.logs[k] ?? NaN;
    // Of all but the k-th: what stands before it and what stands after it.
    const others = logSum(heads[k - 1] ?? -Infinity, tails[k + 1] ?? -Infinity);
    const logOdds = kind === 'ORDINAL' ? (tails[k] ?? NaN) - (heads[k - 1] ?? -Infinity) : own - others;
    return {
      name: classes?.[k] ?? String(k),
      logit: Number.isFinite(logOdds) ? logOdds : null,
      rawProbability,
      comparedProbability: kind === 'ORDINAL' ? (atLeast[k] ?? NaN) : rawProbability,
      members: members(k),
    };
  });
  return { kind, target, classes: scores, logits, top: largest(logits ?? probabilities, precision) };
}

/** Shares that are no probabilities, as of votes: they have no log-odds. */
export function withoutOdds(score: ClassesScore): ClassesScore {
  return { ...score, classes: score.classes.map((one) => ({ ...one, logit: null })) };
}

/** Places of the largest number. Equal in float32 is equal: model servers answer in it, and a difference that it cannot hold is none. */
export function largest(numbers: readonly number[], precision: Precision = 'FP32'): readonly number[] {
  const single = numbers.map((number) => roundTo(number, precision));
  const most = Math.max(...single);
  return single.flatMap((value, k) => (value === most ? [k] : []));
}

/** ln of the sum of e^x over all up to each place. */
function runningLogSums(logs: readonly number[]): number[] {
  let sum = -Infinity;
  return logs.map((log) => (sum = logSum(sum, log)));
}

/** Of each place and all after it; float32 shares may sum to a little over one, a share may not. */
function sumsFromEach(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((_, i) => Math.min(1, (sum += shares[shares.length - 1 - i] ?? NaN))).reverse();
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
}

/** The arithmetic mean. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

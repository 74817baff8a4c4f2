import { BadUserInput } from '#libs/errors';

/**
 * Carries a probability from the prior it was trained or calibrated at to another one, by Bayes' rule on the odds (Saerens, Latinne and
 * Decaestecker 2002, equation 4): odds' = odds x [pi' / (1 - pi')] / [pi / (1 - pi)]. Holds when only the prior differs.
 * @param probability 0 to 1
 * @param trainingPrior share of positives where the probability holds, in (0, 1); from the record
 * @param targetPrior share of positives asked about, in (0, 1); from the caller
 * @throws BadUserInput when targetPrior is not in (0, 1); Error when the record's numbers are not in range
 */
export function priorShift(probability: number, trainingPrior: number, targetPrior: number): number {
  if (!(targetPrior > 0 && targetPrior < 1))
    throw new BadUserInput('prevalence', 'must lie between 0 and 1, both excluded');
  if (!(trainingPrior > 0 && trainingPrior < 1) || !(probability >= 0 && probability <= 1))
    throw new Error('A probability or its training prior is out of range.');
  const positive = (probability * targetPrior) / trainingPrior;
  const negative = ((1 - probability) * (1 - targetPrior)) / (1 - trainingPrior);
  return positive / (positive + negative);
}

/** A share in [0, 1] with its interval; the bounds are null where the evidence has none. `wilsonInterval` of libs/statistics gives one from counts. */
export interface Estimate {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What PPA and NPA mean for the people screened. */
export interface PredictiveValues {
  /** share of the positive calls that are right; null when nobody is called positive */
  readonly ppv: Estimate | null;
  /** share of the negative calls that are right; null when nobody is called negative */
  readonly npv: Estimate | null;
  readonly prevalence: number;
  /** expected numbers, not rounded */
  readonly per1000: {
    readonly positivesCalled: number;
    /** called negative, so that no confirming test follows: right ones and missed ones */
    readonly testsAvoided: number;
    /** positive and called negative */
    readonly missed: number;
  };
}

/**
 * Predictive values at a prevalence: PPV = PPA pi / (PPA pi + (1 - NPA)(1 - pi)), NPV = NPA (1 - pi) / (NPA (1 - pi) + (1 - PPA) pi).
 *
 * Both rise with PPA and with NPA, so their bounds are their values at both lower and at both upper bounds. The prevalence is taken as known. With
 * 95 % intervals of PPA and NPA from different people (positives and negatives are), both hold together in at least 0.95^2 = 90 % of
 * cases, so 90 % is what this interval is sure of; in practice it covers more, since both must err in the same direction by as much.
 * @param prevalence 0 to 1
 * @throws BadUserInput when the prevalence is not in [0, 1]; Error when an estimate is not
 */
export function predictiveValues(input: {
  readonly ppa: Estimate;
  readonly npa: Estimate;
  readonly prevalence: number;
}): PredictiveValues {
  const { ppa, npa, prevalence } = input;
  if (!(prevalence >= 0 && prevalence <= 1)) throw new BadUserInput('prevalence', 'must lie between 0 and 1');
  if (![ppa, npa].every(isEstimate)) throw new Error('PPA and NPA must be shares inside their bounds.');
  const missed = 1000 * (1 - ppa.value) * prevalence;
  const testsAvoided = missed + 1000 * npa.value * (1 - prevalence);
  return {
    ppv: propagate(ppa, npa, (a, n) => ratio(a * prevalence, (1 - n) * (1 - prevalence))),
    npv: propagate(ppa, npa, (a, n) => ratio(n * (1 - prevalence), (1 - a) * prevalence)),
    prevalence,
    per1000: { positivesCalled: 1000 - testsAvoided, testsAvoided, missed },
  };
}

function propagate(ppa: Estimate, npa: Estimate, of: (ppa: number, npa: number) => number | null): Estimate | null {
  const value = of(ppa.value, npa.value);
  if (value === null) return null;
  const bound = (a: number | null, n: number | null): number | null => (a === null || n === null ? null : of(a, n));
  return { value, lower: bound(ppa.lower, npa.lower), upper: bound(ppa.upper, npa.upper) };
}

function ratio(right: number, wrong: number): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

function isEstimate({ value, lower, upper }: Estimate): boolean {
  return (lower ?? value) >= 0 && (lower ?? value) <= value && value <= (upper ?? value) && (upper ?? value) <= 1;
}

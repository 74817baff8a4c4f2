import { absent, type Absent, type Interval } from './absent.js';
import { at } from './at.js';
import { checkProbabilities } from './brier-and-ece.js';
import { criticalValue } from './normal.js';
import { lackingClass } from './roc.js';

const MOST_STEPS = 100;
const CLOSE = 1e-13;

/** A fitted coefficient with its Wald interval. */
export interface Coefficient extends Interval {
  readonly value: number;
  readonly standardError: number;
}

/** How probabilities would have to be changed to fit the labels: slope 1 and intercepts 0 when they fit. */
export interface CalibrationFit {
  /** below 1: the probabilities are too extreme */
  readonly slope: Coefficient;
  readonly intercept: Coefficient;
  /** the intercept with the slope held at 1 (calibration in the large): below 0, the probabilities are too high on the whole */
  readonly inTheLarge: Coefficient;
}

/**
 * Logistic recalibration (Cox 1958; Miller, Hui and Tierney 1991): logit P(positive) = intercept + slope x logit(probability), by maximum likelihood.
 * @param labels [n], 1 or 0
 * @param probabilities [n], between 0 and 1
 * @param confidence of the Wald intervals, in (0, 1); 0.95 when left out
 * @returns absent with NO_ITEMS, NO_POSITIVES, NO_NEGATIVES, NOT_A_PROBABILITY, CERTAIN_PROBABILITY (0 or 1: an infinite logit), NO_VARIATION,
 * SEPARATED (the fit runs to infinity) or NOT_CONVERGED
 * @throws Error when lengths differ, a label is neither, or a number is not finite
 */
export function calibrationFit(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  confidence = 0.95,
): CalibrationFit | Absent {
  const lacking = checkProbabilities(labels, probabilities) ?? lackingClass(labels);
  if (lacking) return lacking;
  const logits = Float64Array.from(probabilities, (p) => Math.log(p / (1 - p)));
  if (!logits.every(Number.isFinite)) return absent('CERTAIN_PROBABILITY');
  const trouble = whyNoFit(labels, logits);
  if (trouble) return trouble;
  const fitted = newton(labels, logits, true);
  const shifted = newton(labels, logits, false);
  if (!fitted || !shifted) return absent('NOT_CONVERGED');
  const z = criticalValue(confidence);
  const coefficient = (value: number, standardError: number): Coefficient => ({
    value,
    standardError,
    lower: value - z * standardError,
    upper: value + z * standardError,
  });
  return {
    slope: coefficient(fitted.slope, fitted.slopeError),
    intercept: coefficient(fitted.intercept, fitted.interceptError),
    inTheLarge: coefficient(shifted.intercept, shifted.interceptError),
  };
}

/** In one dimension the fit is finite unless some cut has every positive on one side and every negative on the other. */
function whyNoFit(labels: ArrayLike<number>, logits: Float64Array): Absent | null {
  const range = (label: number): readonly [number, number] => {
    const own = logits.filter((_, i) => at(labels, i) === label);
    return [own.reduce((a, b) => Math.min(a, b), Infinity), own.reduce((a, b) => Math.max(a, b), -Infinity)];
  };
  const [leastPositive, mostPositive] = range(1);
  const [leastNegative, mostNegative] = range(0);
  if (Math.min(leastPositive, leastNegative) === Math.max(mostPositive, mostNegative)) return absent('NO_VARIATION');
  return mostNegative <= leastPositive || mostPositive <= leastNegative ? absent('SEPARATED') : null;
}

interface Fit {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptError: number;
  readonly slopeError: number;
}

/** Newton's method on the log-likelihood, which is concave; a step that does not climb is halved. */
function newton(labels: ArrayLike<number>, x: Float64Array, isSlopeFree: boolean): Fit | null {
  let [a, b] = [0, 1];
  let here = likelihood(labels, x, a, b);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { ga, gb, haa, hab, hbb } = here;
    const determinant = isSlopeFree ? haa * hbb - hab * hab : haa;
    const da = isSlopeFree ? (hbb * ga - hab * gb) / determinant : ga / determinant;
    const db = isSlopeFree ? (haa * gb - hab * ga) / determinant : 0;
    if (!Number.isFinite(da) || !Number.isFinite(db)) return null;
    let scale = 1;
    let next = likelihood(labels, x, a + da, b + db);
    while (!(next.value >= here.value - 1e-12 * Math.abs(here.value)) && scale > 1e-6) {
      scale /= 2;
      next = likelihood(labels, x, a + scale * da, b + scale * db);
    }
    [a, b, here] = [a + scale * da, b + scale * db, next];
    if (Math.abs(da) > CLOSE * (1 + Math.abs(a)) || Math.abs(db) > CLOSE * (1 + Math.abs(b))) continue;
    return {
      intercept: a,
      slope: b,
      interceptError: Math.sqrt(isSlopeFree ? here.hbb / determinant : 1 / determinant),
      slopeError: Math.sqrt(isSlopeFree ? here.haa / determinant : 0),
    };
  }
  return null;
}

interface Likelihood {
  readonly value: number;
  /** gradient, and the negative of the second derivatives */
  readonly ga: number;
  readonly gb: number;
  readonly haa: number;
  readonly hab: number;
  readonly hbb: number;
}

function likelihood(labels: ArrayLike<number>, x: Float64Array, a: number, b: number): Likelihood {
  let [value, ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const xi = at(x, i);
    const eta = a + b * xi;
    const tail = Math.exp(-Math.abs(eta));
    const p = eta >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
    value += at(labels, i) * eta - Math.max(eta, 0) - Math.log1p(tail);
    const residual = at(labels, i) - p;
    const weight = tail / (1 + tail) ** 2;
    ga += residual;
    gb += residual * xi;
    haa += weight;
    hab += weight * xi;
    hbb += weight * xi * xi;
  }
  return { value, ga, gb, haa, hab, hbb };
}

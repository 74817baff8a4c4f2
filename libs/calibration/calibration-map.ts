import type { DocumentProblem } from '#libs/errors';
import { priorShift } from './prevalence.js';
import { sigmoid, softplus } from './sigmoid.js';

/** One corner of an isotonic map: the calibrated probability `y` at the score `x`. */
export interface IsotonicKnot {
  readonly x: number;
  readonly y: number;
}

/** A map from the logit alone. */
type SmoothMap =
  | { readonly method: 'none' }
  | { readonly method: 'temperature'; readonly temperature: number }
  | { readonly method: 'platt'; readonly a: number; readonly b: number }
  | { readonly method: 'beta'; readonly a: number; readonly b: number; readonly c: number };

type IsotonicMap = {
  readonly method: 'isotonic';
  readonly scale: 'LOGIT' | 'PROBABILITY';
  readonly knots: readonly IsotonicKnot[];
};

type PriorShiftMap = {
  readonly method: 'prior-shift';
  /** Share of positives at which `of` holds, in (0, 1). */
  readonly trainingPrevalence: number;
  /** Share of positives that the probability is for, in (0, 1). */
  readonly targetPrevalence: number;
  readonly of: SmoothMap | IsotonicMap;
};

/**
 * From the logit z of a binary head to a calibrated probability. Fitted elsewhere, registered with a model version, never changed.
 * - `none`: sigma(z)
 * - `temperature`: sigma(z / T) (Guo et al. 2017)
 * - `platt`: sigma(a z + b) (Platt 1999, with the sign that makes a > 0 rising)
 * - `beta`: sigma(a ln s - b ln(1 - s) + c) with s = sigma(z) (Kull, Silva Filho and Flach 2017, equation 1)
 * - `isotonic`: linear between the knots, constant outside (Zadrozny and Elkan 2002); x is a logit or sigma(z), as `scale` says
 * - `prior-shift`: the probability p of the map `of`, carried from the prevalence pi that it holds at to another one, pi':
 *   logit p' = logit p + logit pi' - logit pi (Saerens, Latinne and Decaestecker 2002, equation 4)
 */
export type CalibrationMap = SmoothMap | IsotonicMap | PriorShiftMap;

/**
 * The calibrated probability of a logit, 0 to 1. The map must have been found free of problems.
 * @throws Error when the logit is not finite: a model's answer is checked before it comes here
 */
export function applyCalibration(map: CalibrationMap, logit: number): number {
  if (!Number.isFinite(logit)) throw new Error('Only a finite logit can be calibrated.');
  switch (map.method) {
    case 'isotonic':
      return interpolate(map.knots, map.scale === 'LOGIT' ? logit : sigmoid(logit));
    case 'prior-shift':
      return shifted(map, logit);
    default:
      return sigmoid(logOdds(map, logit));
  }
}

/**
 * The calibrated probability of a score from 0 to 1 that has no log-odds, as a share of votes: by an isotonic map on the scale PROBABILITY, or such a one
 * with its prior shifted. Its ends, 0 and 1, are scores like any other.
 * @param share 0 to 1
 * @throws Error for any other map, and for a number that is no share
 */
export function applyToShare(map: CalibrationMap, share: number): number {
  const inner = map.method === 'prior-shift' ? map.of : map;
  if (!(share >= 0 && share <= 1) || inner.method !== 'isotonic' || inner.scale !== 'PROBABILITY')
    throw new Error('Only an isotonic map of probabilities can be applied to a share.');
  const probability = interpolate(inner.knots, share);
  return map.method === 'prior-shift'
    ? priorShift(probability, map.trainingPrevalence, map.targetPrevalence)
    : probability;
}

function logOdds(map: SmoothMap, logit: number): number {
  switch (map.method) {
    case 'none':
      return logit;
    case 'temperature':
      return logit / map.temperature;
    case 'platt':
      return map.a * logit + map.b;
    case 'beta':
      // ln s = -softplus(-z) and ln(1 - s) = -softplus(z): exact where s itself would round to 0 or 1.
      return -map.a * softplus(-logit) + map.b * softplus(logit) + map.c;
  }
}

/** On the logit scale, where a probability that rounds to 1 is still a number; an isotonic map may give 0 and 1, which stay what they are. */
function shifted({ of, trainingPrevalence, targetPrevalence }: PriorShiftMap, logit: number): number {
  if (of.method === 'isotonic') return priorShift(applyCalibration(of, logit), trainingPrevalence, targetPrevalence);
  return sigmoid(logOdds(of, logit) + logitOf(targetPrevalence) - logitOf(trainingPrevalence));
}

function logitOf(share: number): number {
  return Math.log(share) - Math.log1p(-share);
}

/**
 * What is wrong with a map, as JSON pointers relative to it; empty when it is a monotone map into [0, 1] that is nowhere falling.
 * A constant map is refused too, except that an isotonic one may be flat.
 */
export function validateCalibrationMap(map: CalibrationMap): readonly DocumentProblem[] {
  switch (map.method) {
    case 'none':
      return [];
    case 'temperature':
      return problemsOf([['/temperature', isPositive(map.temperature), 'must be a number > 0']]);
    case 'platt':
      return problemsOf([
        ['/a', isPositive(map.a), 'must be a number > 0: a map must not turn the order of scores round'],
        ['/b', Number.isFinite(map.b), 'must be a finite number'],
      ]);
    case 'beta':
      return problemsOf([
        ['/a', isNotNegative(map.a), 'must be a number >= 0'],
        ['/b', isNotNegative(map.b), 'must be a number >= 0'],
        ['/c', Number.isFinite(map.c), 'must be a finite number'],
        ['', map.a !== 0 || map.b !== 0, 'a and b must not both be 0: the map would be constant'],
      ]);
    case 'isotonic':
      return problemsOfKnots(map.knots, map.scale);
    case 'prior-shift':
      return problemsOfShift(map);
  }
}

function problemsOfShift({ of, trainingPrevalence, targetPrevalence }: PriorShiftMap): readonly DocumentProblem[] {
  const open = 'must lie between 0 and 1, both excluded';
  return [
    ...problemsOf([
      ['/trainingPrevalence', isOpenShare(trainingPrevalence), open],
      ['/targetPrevalence', isOpenShare(targetPrevalence), open],
    ]),
    // It adds a constant to the logit: it is monotone where the inner map is.
    ...validateCalibrationMap(of).map(({ pointer, problem }) => ({ pointer: `/of${pointer}`, problem })),
  ];
}

function interpolate(knots: readonly IsotonicKnot[], x: number): number {
  const next = knots.findIndex((knot) => knot.x > x);
  const below = knots[next === -1 ? knots.length - 1 : next - 1];
  const above = knots[next];
  if (!above) return below?.y ?? NaN;
  if (!below) return above.y;
  const share = (x - below.x) / (above.x - below.x);
  return below.y + share * (above.y - below.y);
}

function problemsOfKnots(knots: readonly IsotonicKnot[], scale: 'LOGIT' | 'PROBABILITY'): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  if (knots.length < 2) problems.push({ pointer: '/knots', problem: 'must be at least 2' });
  knots.forEach(({ x, y }, i) => {
    const before = knots[i - 1];
    const isInScale = scale === 'LOGIT' ? Number.isFinite(x) : isShare(x);
    problems.push(
      ...problemsOf([
        [`/knots/${i}/x`, isInScale, scale === 'LOGIT' ? 'must be a finite number' : 'must lie between 0 and 1'],
        [`/knots/${i}/x`, !before || !(x <= before.x), 'must be larger than the x before'],
        [`/knots/${i}/y`, isShare(y), 'must lie between 0 and 1'],
        [`/knots/${i}/y`, !before || !(y < before.y), 'must not be smaller than the y before'],
      ]),
    );
  });
  return problems;
}

function problemsOf(
  rules: readonly (readonly [pointer: string, holds: boolean, problem: string])[],
): readonly DocumentProblem[] {
  return rules.filter(([, holds]) => !holds).map(([pointer, , problem]) => ({ pointer, problem }));
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

function isNotNegative(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function isOpenShare(value: number): boolean {
  return value > 0 && value < 1;
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

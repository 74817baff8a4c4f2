import { FeatureContractMismatch, type DocumentProblem } from '#libs/errors';

/**
 * What slides of the training set look like, for one model version (science.md, section 8). With a slide's mean feature x [d]:
 * u = (x - mean) / scale, v = components u [k], distance = sqrt((v - centre)' precision (v - centre)). Matrices are flat and row-major.
 */
export interface DomainReference {
  /** [d] */
  readonly mean: ArrayLike<number>;
  /** [d], > 0 */
  readonly scale: ArrayLike<number>;
  /** [k, d], the rows of a principal component analysis */
  readonly components: ArrayLike<number>;
  /** [k] */
  readonly centre: ArrayLike<number>;
  /** [k, k], the inverse of the (shrunk) covariance: symmetric, with no negative diagonal */
  readonly precision: ArrayLike<number>;
  /** at least 2, not falling: the distances at evenly spaced percentiles from 0 to 100 */
  readonly distanceQuantiles: ArrayLike<number>;
}

/** How far a slide is from the reference. */
export interface DomainDistance {
  /** Mahalanobis distance, >= 0 */
  readonly distance: number;
  /** 0 to 100: linear between the reference's quantiles, 0 below the first and 100 from the last on */
  readonly percentile: number;
}

/** What is wrong with a reference, as JSON pointers relative to it; empty when it can be used. */
export function validateDomainReference(reference: DomainReference): readonly DocumentProblem[] {
  const { mean, scale, components, centre, precision, distanceQuantiles } = reference;
  const d = mean.length;
  const k = centre.length;
  const rules: readonly (readonly [string, boolean, string])[] = [
    ['/mean', d > 0 && isAllFinite(mean), 'must be finite numbers, at least one'],
    [
      '/scale',
      scale.length === d && isAllFinite(scale) && every(scale, (value) => value > 0),
      'must be as many numbers > 0 as `mean`',
    ],
    ['/centre', k > 0 && isAllFinite(centre), 'must be finite numbers, at least one'],
    [
      '/components',
      components.length === k * d && isAllFinite(components),
      'must be finite numbers, `centre` times `mean` many',
    ],
    [
      '/precision',
      precision.length === k * k && isPrecision(precision, k),
      'must be a symmetric matrix, `centre` squared many, with no negative diagonal',
    ],
    [
      '/distanceQuantiles',
      distanceQuantiles.length >= 2 && isQuantiles(distanceQuantiles),
      'must be at least 2 finite numbers >= 0 that do not fall',
    ],
  ];
  return rules.filter(([, holds]) => !holds).map(([pointer, , problem]) => ({ pointer, problem }));
}

/**
 * The Mahalanobis distance of a mean feature vector from the reference, and where it stands among the reference's own. All in float64.
 * @param vector [d]
 * @param reference free of problems by `validateDomainReference`
 * @throws FeatureContractMismatch when the vector has another dimension; Error when it is not finite, or the reference is no reference
 */
export function percentileAgainstReference(reference: DomainReference, vector: ArrayLike<number>): DomainDistance {
  const needed = reference.mean.length;
  if (vector.length !== needed)
    throw new FeatureContractMismatch([{ field: 'dimension', needed, found: vector.length }]);
  const squared = squaredDistance(reference, vector);
  // A precision matrix may miss being positive by rounding; more than that is no covariance's inverse.
  if (!(squared > -1e-9)) throw new Error('The vector is not finite, or the precision matrix is not positive.');
  const distance = Math.sqrt(Math.max(squared, 0));
  return { distance, percentile: percentileOf(reference.distanceQuantiles, distance) };
}

function squaredDistance(
  { mean, scale, components, centre, precision }: DomainReference,
  vector: ArrayLike<number>,
): number {
  const standard = Float64Array.from(vector, (value, i) => (value - at(mean, i)) / at(scale, i));
  const d = standard.length;
  const offset = Float64Array.from(centre, (value, row) => dot(components, row * d, standard) - value);
  const k = offset.length;
  return offset.reduce((sum, value, row) => sum + value * dot(precision, row * k, offset), 0);
}

function dot(matrix: ArrayLike<number>, start: number, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += at(matrix, start + i) * at(vector, i);
  return sum;
}

function percentileOf(quantiles: ArrayLike<number>, distance: number): number {
  const last = quantiles.length - 1;
  if (distance < at(quantiles, 0)) return 0;
  if (distance >= at(quantiles, last)) return 100;
  let below = 0;
  while (at(quantiles, below + 1) <= distance) below++;
  const from = at(quantiles, below);
  const share = (distance - from) / (at(quantiles, below + 1) - from);
  return (100 * (below + share)) / last;
}

function isPrecision(matrix: ArrayLike<number>, k: number): boolean {
  return every(matrix, (value, i) => {
    const row = Math.floor(i / k);
    const mirrored = at(matrix, (i % k) * k + row);
    const isSymmetric = Math.abs(value - mirrored) <= 1e-6 * Math.max(1, Math.abs(value));
    return Number.isFinite(value) && isSymmetric && (row !== i % k || value >= 0);
  });
}

function isQuantiles(quantiles: ArrayLike<number>): boolean {
  return every(quantiles, (value, i) => Number.isFinite(value) && value >= (i === 0 ? 0 : at(quantiles, i - 1)));
}

function isAllFinite(values: ArrayLike<number>): boolean {
  return every(values, Number.isFinite);
}

function every(values: ArrayLike<number>, holds: (value: number, index: number) => boolean): boolean {
  for (let i = 0; i < values.length; i++) if (!holds(at(values, i), i)) return false;
  return true;
}

function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? NaN;
}

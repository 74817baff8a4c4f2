// R GSVA's own table (src/kernel_estimation.c): 10,001 values of the normal distribution on [0, 10], read without interpolation. Another table gives other scores.
const RESOLUTION = 10_000;
const LARGEST = 10;
const BANDWIDTH_OF_DEVIATION = 4;

let table: Float64Array | undefined;

/** Values of the standard normal distribution at 0, 0.001 ... 10. */
function normalTable(): Float64Array {
  table ??= Float64Array.from({ length: RESOLUTION + 1 }, (_, index) => upperHalf((LARGEST * index) / RESOLUTION));
  return table;
}

/** P(X <= x) of a standard normal X for x >= 0: by its series up to 5, by its continued fraction beyond; both to the last digits. */
function upperHalf(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 5) {
    let term = x;
    let sum = x;
    for (let k = 1; term > sum * 1e-17; k += 1) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = x;
  for (let k = 60; k >= 1; k -= 1) fraction = x + k / fraction;
  return 1 - density / fraction;
}

/** Standard deviation with n - 1, about the mean of the values. */
export function meanAndDeviation(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  const mean = sum / values.length;
  let squares = 0;
  for (let index = 0; index < values.length; index += 1) squares += ((values[index] ?? 0) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/**
 * For each of a gene's values the log odds of its place in the gene's own distribution over the reference: R GSVA's `row_d`, with a Gaussian kernel of a bandwidth of a
 * quarter of the standard deviation.
 * @param values the values to place; `reference` itself takes half the time
 * @param reference at least two different values
 * @param odds where they are written, as many as `values`; ±Infinity outside the reference's reach
 */
export function writeKernelOdds(values: Float64Array, reference: Float64Array, odds: Float64Array): void {
  const bandwidth = meanAndDeviation(reference).deviation / BANDWIDTH_OF_DEVIATION;
  odds.fill(0);
  if (values === reference) addPairs(reference, bandwidth, odds);
  else addTerms(values, reference, bandwidth, odds);
  for (let index = 0; index < odds.length; index += 1) {
    const below = (odds[index] ?? 0) / reference.length;
    odds[index] = -Math.log((1 - below) / below);
  }
}

/** Each pair once: what lies left of one lies right of the other. The terms of a value are added in the order of the samples, as in R. */
function addPairs(values: Float64Array, bandwidth: number, sums: Float64Array): void {
  const cdf = normalTable();
  const count = values.length;
  for (let i = 0; i < count; i += 1) {
    const value = values[i] ?? 0;
    let sum = (sums[i] ?? 0) + 0.5;
    for (let j = i + 1; j < count; j += 1) {
      const scaled = ((values[j] ?? 0) - value) / bandwidth;
      const distance = Math.abs(scaled);
      const near = distance > LARGEST ? 1 : (cdf[Math.trunc((distance / LARGEST) * RESOLUTION)] ?? 1);
      const ofOther = scaled < 0 ? 1 - near : near;
      sums[j] = (sums[j] ?? 0) + ofOther;
      sum += scaled > 0 ? 1 - near : near;
    }
    sums[i] = sum;
  }
}

function addTerms(values: Float64Array, reference: Float64Array, bandwidth: number, sums: Float64Array): void {
  const cdf = normalTable();
  for (let j = 0; j < values.length; j += 1) {
    const value = values[j] ?? 0;
    let sum = 0;
    for (let i = 0; i < reference.length; i += 1) {
      const scaled = (value - (reference[i] ?? 0)) / bandwidth;
      const distance = Math.abs(scaled);
      const near = distance > LARGEST ? 1 : (cdf[Math.trunc((distance / LARGEST) * RESOLUTION)] ?? 1);
      sum += scaled < 0 ? 1 - near : near;
    }
    sums[j] = sum;
  }
}

/**
 * As writeKernelOdds, with the plain share of reference values that are not above: R GSVA's `kcdf = "none"`.
 */
export function writeEmpiricalOdds(values: Float64Array, reference: Float64Array, odds: Float64Array): void {
  const sorted = Float64Array.from(reference).sort();
  for (let index = 0; index < values.length; index += 1) {
    const share = countUpTo(sorted, values[index] ?? 0) / sorted.length;
    odds[index] = Math.log(share / (1 - share));
  }
}

function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

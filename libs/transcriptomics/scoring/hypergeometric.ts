// Loader 2000, "Fast and accurate computation of binomial probabilities": sums of small corrections in place of differences of large logarithms.

/**
 * The logarithm of the probability of exactly `k` marked things among `drawn`, taken without replacement from `all`, `marked` of which are marked.
 * Whole numbers with max(0, drawn + marked - all) <= k <= min(marked, drawn).
 */
export function logHypergeometric(k: number, all: number, marked: number, drawn: number): number {
  const share = drawn / all;
  const rest = (all - drawn) / all;
  return (
    logBinomial(k, marked, share, rest) +
    logBinomial(drawn - k, all - marked, share, rest) -
    logBinomial(drawn, all, share, rest)
  );
}

function logBinomial(x: number, n: number, p: number, q: number): number {
  if (p === 0 || q === 0) return 0;
  if (x === 0) return n === 0 ? 0 : n * Math.log1p(-p);
  if (x === n) return n * Math.log(p);
  const corrections = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const deviances = deviance(x, n * p) + deviance(n - x, n * q);
  return corrections - deviances - 0.5 * (Math.log(2 * Math.PI) + Math.log(x) + Math.log1p(-x / n));
}

/** log n! less Stirling's formula for it. */
function stirlingError(n: number): number {
  if (n > 15) {
    const square = n * n;
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
  }
  let factorial = 1;
  for (let k = 2; k <= n; k += 1) factorial *= k;
  return Math.log(factorial) - 0.5 * Math.log(2 * Math.PI * n) - n * Math.log(n) + n;
}

/** x log(x / mean) + mean - x, without loss where the two are close. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let j = 1; ; j += 1) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
}

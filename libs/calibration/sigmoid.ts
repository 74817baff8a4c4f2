/** The logistic function 1 / (1 + e^-x), in (0, 1), without overflow for any finite x. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** ln(1 + e^x), without overflow and without losing small results. -ln sigmoid(x) = softplus(-x). */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * Probabilities of exclusive classes: e^(z_i / T) / sum over j of e^(z_j / T).
 * @param logits finite, at least one
 * @param temperature > 0; 1 when left out
 * @returns same length, sums to one
 * @throws Error when a logit is not finite, there is none, or the temperature is not > 0
 */
export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  const scaled = Float64Array.from(logits, (logit) => logit / temperature);
  if (scaled.length === 0 || !(temperature > 0) || !scaled.every(Number.isFinite))
    throw new Error('softmax needs finite logits and a temperature > 0.');
  const largest = scaled.reduce((a, b) => Math.max(a, b));
  const powers = scaled.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}

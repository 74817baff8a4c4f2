/** Where a value stands among the samples of a cohort. */
export interface Standing {
  /** 0 to 100: the share of samples below, and half of those that are equal. */
  readonly percentile: number;
  /** Distance from the cohort's mean in its standard deviations (n - 1); null where it has none. */
  readonly zScore: number | null;
  readonly n: number;
}

/** @param samples one or more */
export function standingOf(value: number, samples: Float64Array): Standing {
  const n = samples.length;
  let [below, equal, sum] = [0, 0, 0];
  for (const sample of samples) {
    if (sample < value) below += 1;
    else if (sample === value) equal += 1;
    sum += sample;
  }
  const mean = sum / n;
  let squares = 0;
  for (const sample of samples) squares += (sample - mean) ** 2;
  const deviation = Math.sqrt(squares / (n - 1));
  const percentile = (100 * (below + equal / 2)) / n;
  return { percentile, zScore: n > 1 && deviation > 0 ? (value - mean) / deviation : null, n };
}

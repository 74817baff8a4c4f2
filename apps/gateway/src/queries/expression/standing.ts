/** Where a value stands among the samples of a cohort. */
export interface Standing {
  /** 0 to 100: the share of samples below, and half of those that are equal. */
  readonly percentile: number;
  /** Distance from the cohort's mean in its standard deviations (n - 1); null where it has none. */
  readonly zScore: number | null;
  readonly n: number;
  /** The cohort whose stored answers were looked at; null for an expression matrix. */
  readonly cohort: StandingCohort | null;
}

/** A cohort, and who of it did not count. */
export interface StandingCohort {
  readonly id: string;
  readonly revision: number;
  readonly itemCount: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
}

/** @param samples one or more @param cohort where they come from, if from stored answers */
export function standingOf(value: number, samples: Float64Array, cohort: StandingCohort | null = null): Standing {
  const n = samples.length;
  let [below, equal, sum] = [0, 0, 0];
  let [lowest, highest] = [Infinity, -Infinity];
  for (const sample of samples) {
    if (sample < value) below += 1;
    else if (sample === value) equal += 1;
    sum += sample;
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
  }
  const mean = sum / n;
  let squares = 0;
  for (const sample of samples) squares += (sample - mean) ** 2;
  const deviation = Math.sqrt(squares / (n - 1));
  const percentile = (100 * (below + equal / 2)) / n;
  // Of equal samples the mean may be off by a rounding, and that is no deviation.
  return { percentile, zScore: n > 1 && highest > lowest ? (value - mean) / deviation : null, n, cohort };
}

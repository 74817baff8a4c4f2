import type { Signature } from './signature.js';

/** What a signature says of one sample. */
export interface SignatureScore {
  /** LINEAR: the sum; MEAN_Z: the mean; CENTROIDS: the highest correlation. */
  readonly score: number;
  /** CENTROIDS: the class; null where the best correlation is too low, and where two classes share it. Null for the others. */
  readonly topClass: string | null;
  /** CENTROIDS: each class with its correlation, in the order of the signature. */
  readonly classes: readonly { readonly name: string; readonly correlation: number }[];
}

/**
 * The share of a signature that is missing, 0 to 1: of the sum of absolute weights for LINEAR, of the genes for the others. 1 where all weights are zero.
 * @param isThere by the signature's own order of genes
 */
export function missingShare(signature: Signature, isThere: readonly boolean[]): number {
  const weights = signature.kind === 'LINEAR' ? signature.weights.map(Math.abs) : signature.genes.map(() => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const there = weights.reduce((sum, weight, at) => sum + (isThere[at] === true ? weight : 0), 0);
  return total === 0 ? 1 : 1 - there / total;
}

/**
 * Scores one sample. Genes that it has not are left out: a sum is not scaled up for them, and a correlation is that of the others.
 * @param values by the signature's order of genes, on its scale; null for a gene that is missing
 * @throws RangeError where there is nothing to score: no gene has a value; or, for a correlation, fewer than two, or values that do not vary
 */
export function scoreSignature(signature: Signature, values: readonly (number | null)[]): SignatureScore {
  if (values.every((value) => value === null)) throw new RangeError('a score needs a gene');
  switch (signature.kind) {
    case 'LINEAR': {
      const { weights, intercept } = signature;
      const score = values.reduce<number>((sum, value, at) => sum + (value ?? 0) * (weights[at] ?? 0), intercept);
      return { score, topClass: null, classes: [] };
    }
    case 'MEAN_Z': {
      const { means, deviations } = signature;
      const scores = values.flatMap((value, at) =>
        value === null ? [] : [(value - (means[at] ?? NaN)) / (deviations[at] ?? NaN)],
      );
      return { score: scores.reduce((sum, one) => sum + one, 0) / scores.length, topClass: null, classes: [] };
    }
    case 'CENTROIDS':
      return nearestCentroid(signature, values);
  }
}

type Centroids = Extract<Signature, { readonly kind: 'CENTROIDS' }>;

function nearestCentroid(signature: Centroids, values: readonly (number | null)[]): SignatureScore {
  const there = values.flatMap((value, at) =>
    value === null ? [] : [{ at, value: value - (signature.centre?.[at] ?? 0) }],
  );
  const sample = midranks(there.map(({ value }) => value));
  const classes = signature.classes.map(({ name, centroid }) => ({
    name,
    correlation: pearson(sample, midranks(there.map(({ at }) => centroid[at] ?? NaN))),
  }));
  const best = classes.reduce((a, b) => (b.correlation > a.correlation ? b : a));
  const isAlone = classes.filter(({ correlation }) => correlation === best.correlation).length === 1;
  const isCalled = isAlone && best.correlation >= (signature.leastCorrelation ?? -1);
  return { score: best.correlation, topClass: isCalled ? best.name : null, classes };
}

/** Ranks from 1; equal values share the mean of theirs. */
function midranks(values: readonly number[]): Float64Array {
  const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? NaN) - (values[b] ?? NaN));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    const value = values[order[start] ?? 0];
    while (end < order.length && values[order[end] ?? 0] === value) end += 1;
    for (let at = start; at < end; at += 1) ranks[order[at] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

function pearson(a: Float64Array, b: Float64Array): number {
  const meanOf = (list: Float64Array): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ofA, ofB] = [meanOf(a), meanOf(b)];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [(a[at] ?? NaN) - ofA, (b[at] ?? NaN) - ofB];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const found = product / Math.sqrt(squaresA * squaresB);
  if (!Number.isFinite(found)) throw new RangeError('a correlation needs two genes or more, and values that vary');
  return found;
}

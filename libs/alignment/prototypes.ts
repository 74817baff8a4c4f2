import { seededRandom } from '#libs/statistics';
import { at } from './at.js';

/** Mean and standard deviation (n - 1) of each gene over a reference. */
export interface GeneMoments {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/**
 * The moments of the columns of a reference.
 * @param expression row-major `[n, genes]`, n >= 2
 */
export function geneMoments(expression: Float32Array, genes: number): GeneMoments {
  const n = expression.length / genes;
  if (!Number.isInteger(n) || n < 2) throw new Error('A reference has whole rows, two or more.');
  const means = new Float64Array(genes);
  for (let i = 0; i < expression.length; i++) means[i % genes] = at(means, i % genes) + at(expression, i) / n;
  const squares = new Float64Array(genes);
  for (let i = 0; i < expression.length; i++)
    squares[i % genes] = at(squares, i % genes) + (at(expression, i) - at(means, i % genes)) ** 2;
  return { means, deviations: squares.map((sum) => Math.sqrt(sum / (n - 1))) };
}

/**
 * The prototype of a pathway: the profile whose mean z-score over the members is `shift`, with every other gene at the reference's mean. It is what goes through the transcriptome tower.
 * @param members positions of the genes, one or more
 * @param shift standard deviations, > 0
 */
export function prototypeProfile(
  { means, deviations }: GeneMoments,
  members: ArrayLike<number>,
  shift: number,
): Float32Array {
  const profile = Float32Array.from(means);
  for (let i = 0; i < members.length; i++) {
    const gene = at(members, i);
    profile[gene] = at(means, gene) + shift * at(deviations, gene);
  }
  return profile;
}

/**
 * Random gene sets of one size, to hold a pathway against: what any genes so many would give.
 * @param genes positions to draw from
 * @param size 1 to their number
 * @param seed whole number, 0 to 2^32 - 1: the same sets for every image and every head with this vocabulary
 */
export function backgroundSets(genes: Uint32Array, size: number, count: number, seed: number): readonly Uint32Array[] {
  if (!(size >= 1 && size <= genes.length)) throw new Error('A set has one gene or more, and no more than there are.');
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const left = Uint32Array.from(genes);
    for (let place = 0; place < size; place++) {
      const chosen = place + random.below(left.length - place);
      const kept = at(left, place);
      left[place] = at(left, chosen);
      left[chosen] = kept;
    }
    return left.slice(0, size).sort();
  });
}

/** A similarity against those of the background. */
export interface Contrast {
  /** the similarity less the mean of the background */
  readonly contrast: number;
  /** the same in standard deviations (n - 1) of the background; null where it does not vary */
  readonly standardised: number | null;
  /** 0 to 100: the share of the background below, equal ones counted half */
  readonly percentile: number;
}

/**
 * How far a similarity stands out of what random sets of the same size give.
 * @param background two or more similarities
 */
export function contrastOf(similarity: number, background: ArrayLike<number>): Contrast {
  const values = Array.from(background);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  const below = values.reduce((sum, value) => sum + (value < similarity ? 1 : value === similarity ? 0.5 : 0), 0);
  return {
    contrast: similarity - mean,
    standardised: deviation > 0 ? (similarity - mean) / deviation : null,
    percentile: (100 * below) / values.length,
  };
}

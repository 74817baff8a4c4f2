import { at } from './at.js';

/** How a head turns a cosine into a score, with nothing left to convert. */
export interface HeadScoring {
  /** SOFTMAX over the stated gallery (CLIP), SIGMOID of each pair by itself (SigLIP), NONE where the head states no rule */
  readonly rule: 'SOFTMAX' | 'SIGMOID' | 'NONE';
  /** by what cosines are multiplied, once: > 0; 1 where the head states none */
  readonly scale: number;
  /** what is added after that */
  readonly bias: number;
}

/** What a card says of its head. */
export interface StatedHead {
  readonly loss: 'CLIP' | 'SIGLIP' | 'OTHER';
  readonly logitScale: {
    readonly value: number;
    readonly space: 'LOG' | 'EXP';
    readonly max?: number | undefined;
  } | null;
  readonly logitBias: number | null;
  /** false where the loss saw vectors of other lengths: its temperature is not one of cosines */
  readonly normalisedInTraining?: boolean | undefined;
}

/**
 * The scoring of a head (Radford et al. 2021, section 2.3: softmax over the gallery; Zhai et al. 2023, section 3.2: sigmoid of scale times cosine plus bias). A scale that is
 * stored as logarithm is applied as exp(value), clamped to the bound that training had.
 * @throws Error where the scale is not a positive, finite number
 */
export function headScoring({ loss, logitScale, logitBias, normalisedInTraining }: StatedHead): HeadScoring {
  const isOfCosines = normalisedInTraining !== false && logitScale !== null;
  const rule = loss === 'CLIP' ? 'SOFTMAX' : 'SIGMOID';
  return {
    rule: isOfCosines && loss !== 'OTHER' ? rule : 'NONE',
    scale: logitScale ? appliedScale(logitScale) : 1,
    bias: logitBias ?? 0,
  };
}

/**
 * The probability of each item of the gallery, by the head's own rule; null where it states none. Of a softmax they sum to one over the whole gallery and mean nothing without its size;
 * of a sigmoid each is of its pair alone. Neither is calibrated.
 * @param cosines `[n]` of one query with the whole gallery, -1 to 1
 */
export function headProbabilities(cosines: Float64Array, { rule, scale, bias }: HeadScoring): Float64Array | null {
  if (rule === 'NONE') return null;
  const logits = cosines.map((cosine) => scale * cosine + bias);
  if (rule === 'SIGMOID') return logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const top = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function appliedScale({ value, space, max }: NonNullable<StatedHead['logitScale']>): number {
  const bounded = max === undefined ? value : Math.min(value, max);
  const scale = space === 'LOG' ? Math.exp(bounded) : bounded;
  if (!(scale > 0) || !Number.isFinite(scale)) throw new Error('A logit scale must be positive and finite.');
  return scale;
}

/** The inner products of one unit vector with each of a gallery. */
export function cosinesOf(
  query: Float32Array,
  gallery: { readonly count: number; readonly dim: number; readonly values: Float32Array },
): Float64Array {
  const { count, dim, values } = gallery;
  if (query.length !== dim) throw new Error('Both must be of one dimension.');
  const cosines = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let k = 0; k < dim; k++) sum += at(query, k) * at(values, row * dim + k);
    cosines[row] = sum;
  }
  return cosines;
}

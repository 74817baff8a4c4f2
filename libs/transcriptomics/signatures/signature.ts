import { z } from 'zod';
import { BadUserInput } from '#libs/errors';

const MOST_GENES = 20_000;
const MOST_CLASSES = 100;

const text = z.string().trim().min(1).max(200);
const genes = z.array(z.string().min(1).max(100)).min(1).max(MOST_GENES);
const numbers = z.array(z.number()).max(MOST_GENES);
const share = z.number().min(0).max(1);

const cutOff = z.strictObject({
  name: text,
  value: z.number(),
  /** What a score at or above it is called, and what one below. */
  above: text,
  below: text,
  /** A cut-off is a fact about a cohort, as its median: never of the samples that are asked about. */
  cohort: text,
  n: z.int().positive().nullable(),
});

const linear = z.strictObject({
  kind: z.literal('LINEAR'),
  unit: text,
  transform: text,
  mostMissing: share,
  genes,
  weights: numbers,
  intercept: z.number(),
  cutOffs: z.array(cutOff).max(20),
});

const centroids = z.strictObject({
  kind: z.literal('CENTROIDS'),
  /** Null where the order of the genes is all that counts, and any scale will do. */
  unit: text.nullable(),
  transform: text.nullable(),
  mostMissing: share,
  genes,
  /** What is taken off each gene first, as the median of a cohort; null for nothing. */
  centre: numbers.nullable(),
  /** Whose centre that is. */
  centreCohort: text.nullable(),
  classes: z
    .array(z.strictObject({ name: text, centroid: numbers }))
    .min(2)
    .max(MOST_CLASSES),
  /** A best correlation below it is no call. */
  leastCorrelation: z.number().min(-1).max(1).nullable(),
});

const meanZ = z.strictObject({
  kind: z.literal('MEAN_Z'),
  unit: text,
  transform: text,
  mostMissing: share,
  genes,
  means: numbers,
  deviations: z.array(z.number().positive()).max(MOST_GENES),
  /** Whose means and deviations they are. */
  cohort: text,
});

const schema = z.discriminatedUnion('kind', [linear, centroids, meanZ]);

/**
 * A score of few genes, as somebody published it. LINEAR: intercept + the sum of weight x expression. CENTROIDS: the class whose centroid has the highest Spearman correlation
 * with the sample (PAM50: Parker 2009). MEAN_Z: the mean of z-scores by the means and deviations of a cohort. `mostMissing` is the share of the weight, of all genes where
 * there are no weights, that a sample may lack.
 */
export type Signature = z.infer<typeof schema>;

/**
 * Reads a signature.
 * @param bytes JSON, UTF-8
 * @throws BadUserInput with the place of what is wrong: no JSON, a field too few or too many, lists of other lengths, a gene twice
 */
export function parseSignature(bytes: Uint8Array, argument: string): Signature {
  const parsed = schema.safeParse(jsonOf(bytes, argument));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code }) => ({ pointer: `/${path.join('/')}`, code }));
    throw new BadUserInput(argument, 'must be a signature, as docs/signatures.md says', {
      problems: problems.slice(0, 20),
    });
  }
  const signature = parsed.data;
  const lists = listsOf(signature);
  const odd = Object.entries(lists).find(([, list]) => list.length !== signature.genes.length);
  if (odd)
    throw new BadUserInput(argument, 'must have as many numbers as genes in each of its lists', { list: odd[0] });
  if (new Set(signature.genes).size < signature.genes.length)
    throw new BadUserInput(argument, 'must name each gene once');
  return signature;
}

function listsOf(signature: Signature): Readonly<Record<string, readonly number[]>> {
  switch (signature.kind) {
    case 'LINEAR':
      return { weights: signature.weights };
    case 'MEAN_Z':
      return { means: signature.means, deviations: signature.deviations };
    case 'CENTROIDS': {
      const named = signature.classes.map(({ name, centroid }) => [`classes/${name}`, centroid] as const);
      return { ...Object.fromEntries(named), ...(signature.centre && { centre: signature.centre }) };
    }
  }
}

function jsonOf(bytes: Uint8Array, argument: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new BadUserInput(argument, 'must be JSON in UTF-8');
  }
}

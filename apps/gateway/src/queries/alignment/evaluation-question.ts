import { z } from 'zod';
import type { EvaluateAlignmentInput } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';

/** What a job is given, and what is asked in a request: nothing left open. */
export const evaluationQuestion = z.object({
  model: z.string(),
  referenceSet: z.string().nullable(),
  pairs: z.object({ csv: z.string(), matrix: z.string(), missing: z.enum(['REFUSE', 'ZERO']) }).nullable(),
  ks: z.array(z.number()),
  gallerySize: z.number().nullable(),
  galleries: z.number(),
  seed: z.number(),
});

export type EvaluationQuestion = z.infer<typeof evaluationQuestion>;

/** @throws BadUserInput for what is out of its bounds, before anything is read or run */
export function questionOf(input: EvaluateAlignmentInput): EvaluationQuestion {
  const { model, referenceSet = null, pairs, ks = [1, 5, 10], gallerySize = null, galleries = 100, seed = 0 } = input;
  if (referenceSet && pairs)
    throw new BadUserInput('input.pairs', 'or `input.referenceSet` may be given, and not both');
  if (!referenceSet && !pairs) throw new BadUserInput('input.referenceSet', 'or `input.pairs` must be given');
  if (ks.length < 1 || ks.length > 10 || ks.some((k) => k < 1))
    throw new BadUserInput('input.ks', 'must be one to ten numbers of 1 or more');
  if (galleries < 1 || galleries > 1000) throw new BadUserInput('input.galleries', 'must be 1 to 1000');
  if (seed < 0) throw new BadUserInput('input.seed', 'must be 0 or more');
  if (gallerySize !== null && gallerySize < 2) throw new BadUserInput('input.gallerySize', 'must be 2 or more');
  const own = pairs ? { csv: pairs.csv, matrix: pairs.matrix, missing: pairs.missing ?? 'REFUSE' } : null;
  return { model, referenceSet, pairs: own, ks: [...ks], gallerySize, galleries, seed };
}

import { z } from 'zod';

/** How the counting model server answers from now on. */
export const stubBehaviour = z.object({
  /** Time that a model takes, without work. */
  delayMs: z.number(),
  /** Every second inference of version 1 of the head is answered 500. */
  failsHalf: z.boolean(),
});

export type StubBehaviour = z.infer<typeof stubBehaviour>;

/** Inferences that arrived since the last message, by `name/version`. */
export const stubCounts = z.record(z.string(), z.number());

/** Answers of this many numbers: the genes of a whole transcriptome. */
export const GENES = 20_820;
export const DIM = 1_280;
/** The model with an answer of `GENES` numbers beside its logit; every other one has the logit alone. */
export const WIDE = 'bench-wide';

/** What the double answers: a number that only this input has. */
export function logitOf(features: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < features.length; i += DIM) sum += features[i] ?? NaN;
  return Math.fround(sum / 64);
}

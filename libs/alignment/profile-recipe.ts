import { at } from './at.js';

/** A step of a card's recipe, in its words. */
export interface StatedStep {
  readonly op: string;
  readonly args?: Readonly<Record<string, number | string | readonly number[]>> | undefined;
}

/** A step that is carried out here. */
export type ProfileStep = { readonly kind: 'TO_LIBRARY_SIZE'; readonly target: number } | { readonly kind: 'LOG1P' };

/** How raw counts become what a tower takes; or the step because of which they cannot. */
export type ProfileRecipe =
  | { readonly kind: 'KNOWN'; readonly steps: readonly ProfileStep[] }
  | { readonly kind: 'BATCH_DEPENDENT'; readonly op: string }
  | { readonly kind: 'UNKNOWN'; readonly op: string };

const PER_LIBRARY: Readonly<Record<string, number>> = { LOG1P_CP10K: 10_000, LOG1P_CPM: 1_000_000 };
const SCALINGS: readonly string[] = ['LIBRARY_SIZE', 'NORMALISE_TOTAL', 'NORMALIZE_TOTAL'];

/**
 * Reads the recipe of a transcriptome tower. Known are LOG1P_CP10K, LOG1P_CPM, LIBRARY_SIZE (or NORMALISE_TOTAL) with a `target` and LOG1P. A library size that is a statistic of the batch
 * (HESCAPE's generic encoder and scFoundation scale to the median of the batch) gives one spot other vectors in other company: it is known only where `pinned` states a constant.
 */
export function profileRecipe(stated: readonly StatedStep[]): ProfileRecipe {
  const steps: ProfileStep[] = [];
  for (const { op, args } of stated) {
    const name = op.toUpperCase().replaceAll('-', '_');
    const perLibrary = PER_LIBRARY[name];
    if (perLibrary !== undefined) steps.push({ kind: 'TO_LIBRARY_SIZE', target: perLibrary }, { kind: 'LOG1P' });
    else if (name === 'LOG1P') steps.push({ kind: 'LOG1P' });
    else if (SCALINGS.includes(name)) {
      const target = constantOf(args?.['pinned']) ?? constantOf(args?.['target']);
      if (target === null) return { kind: 'BATCH_DEPENDENT', op };
      steps.push({ kind: 'TO_LIBRARY_SIZE', target });
    } else return { kind: 'UNKNOWN', op };
  }
  return { kind: 'KNOWN', steps };
}

/**
 * Raw counts as a tower takes them.
 * @param counts `[genes]`, >= 0
 * @param librarySize the sum over all genes that were measured, not over these alone: > 0
 * @throws Error where the library is empty
 */
export function applyRecipe(
  counts: ArrayLike<number>,
  librarySize: number,
  steps: readonly ProfileStep[],
): Float32Array {
  if (!(librarySize > 0)) throw new Error('A library has one count or more.');
  const values = Float64Array.from(counts);
  for (const step of steps) {
    for (let gene = 0; gene < values.length; gene++) {
      const value = at(values, gene);
      values[gene] = step.kind === 'LOG1P' ? Math.log1p(value) : (value / librarySize) * step.target;
    }
  }
  return Float32Array.from(values);
}

function constantOf(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null;
}

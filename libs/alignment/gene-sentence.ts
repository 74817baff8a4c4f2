import { at } from './at.js';
import { type StatedStep } from './profile-recipe.js';

/** How a profile becomes text. */
export interface SentenceRules {
  /** how many genes it has at most */
  readonly top: number;
  /** names with one of these characters are left out */
  readonly dropContaining: string;
  /** the artifact of the version with names that are left out, one a line; null where there is none */
  readonly excludePath: string | null;
}

/** What OmiCLIP leaves out: names with a dot or a hyphen. */
const PUBLISHED_DROPS = '.-';

/**
 * Reads the rules of a tower that takes text: a step TOP_GENES with `k`, and where they differ from OmiCLIP's `dropContaining` and `excludePath`.
 * @returns null where the recipe has no such step
 */
export function sentenceRules(stated: readonly StatedStep[]): SentenceRules | null {
  const step = stated.find(({ op }) => op.toUpperCase().replaceAll('-', '_') === 'TOP_GENES');
  const top = step?.args?.['k'];
  if (!step || typeof top !== 'number' || !Number.isInteger(top) || top < 1) return null;
  const drops = step.args?.['dropContaining'];
  const exclude = step.args?.['excludePath'];
  return {
    top,
    dropContaining: typeof drops === 'string' ? drops : PUBLISHED_DROPS,
    excludePath: typeof exclude === 'string' ? exclude : null,
  };
}

/**
 * The sentence of a profile (Chen et al. 2025, OmiCLIP): names of the most expressed genes in descending order, separated by spaces. Genes without a count are never in it; equally expressed
 * ones stand in the order of their names, so that the sentence does not depend on the order of the table.
 * @param values `[genes]`, on any increasing scale with 0 for none
 * @param excluded names that are left out, such as housekeeping genes
 * @throws Error where no gene is left
 */
export function geneSentence(
  genes: readonly string[],
  values: ArrayLike<number>,
  { top, dropContaining }: SentenceRules,
  excluded: ReadonlySet<string>,
): string {
  const isLeftOut = (name: string): boolean =>
    excluded.has(name) || [...dropContaining].some((character) => name.includes(character));
  const named = genes.flatMap((name, gene) =>
    at(values, gene) > 0 && !isLeftOut(name) ? [{ name, value: at(values, gene) }] : [],
  );
  if (named.length === 0) throw new Error('A sentence needs one expressed gene or more.');
  const ordered = named.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  return ordered
    .slice(0, top)
    .map(({ name }) => name)
    .join(' ');
}

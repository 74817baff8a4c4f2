import { BadUserInput } from '#libs/errors';
import { logHypergeometric } from './hypergeometric.js';
import { selectSets, type NamedGeneSet, type PassedOverSet, type SetSizes } from './select-sets.js';

/** How often a list of genes meets a set. */
export interface SetOverlap {
  readonly name: string;
  /** Genes of the set that are in the universe. */
  readonly setSize: number;
  /** Genes of the list in the set. */
  readonly hits: readonly string[];
  /** How many hits a list drawn at random has on average. */
  readonly expected: number;
  /** P(as many hits or more) of a list of this size drawn from the universe without replacement: hypergeometric. */
  readonly pValue: number;
}

/**
 * Over-representation of a list of genes in gene sets, each set against the same universe.
 * @param genes the list; each must be in the universe
 * @param universe every gene that could have been on the list, as all genes of a panel
 * @throws BadUserInput for a list that is empty or not part of the universe, or that is the whole of it
 */
export function overRepresentation(
  genes: readonly string[],
  universe: readonly string[],
  sets: readonly NamedGeneSet[],
  sizes: SetSizes,
): { readonly overlaps: readonly SetOverlap[]; readonly passedOver: readonly PassedOverSet[] } {
  const rowOf = new Map([...new Set(universe)].map((gene, row) => [gene, row]));
  const drawn = new Set(genes);
  const strange = genes.findIndex((gene) => !rowOf.has(gene));
  if (drawn.size === 0) throw new BadUserInput('genes', 'must name a gene');
  if (strange !== -1) {
    throw new BadUserInput('genes', `must be genes of the universe: number ${strange + 1} is none`, {
      position: strange + 1,
    });
  }
  const { selected, passedOver } = selectSets(sets, rowOf, sizes);
  const names = [...rowOf.keys()];
  const overlaps = selected.map(({ name, rows }) => {
    const hits = rows.flatMap((row) => (drawn.has(names[row] ?? '') ? [names[row] ?? ''] : []));
    return {
      name,
      setSize: rows.length,
      hits,
      expected: (rows.length * drawn.size) / rowOf.size,
      pValue: hypergeometricUpperTail(hits.length, rowOf.size, rows.length, drawn.size),
    };
  });
  return { overlaps, passedOver };
}

/**
 * P(X >= hits), X the number of marked things among `drawn` that are taken from `all` without replacement, `marked` of which are marked. SciPy's
 * `hypergeom.sf(hits - 1, all, marked, drawn)`. Whole numbers, none larger than `all`, which is at most 1e8; 0 to 1.
 */
export function hypergeometricUpperTail(hits: number, all: number, marked: number, drawn: number): number {
  const least = Math.max(0, drawn + marked - all);
  const most = Math.min(marked, drawn);
  if (hits <= least) return 1;
  if (hits > most) return 0;
  // From the side of the mode on which the terms fall: a sum of falling terms loses nothing, and none is a difference of two large ones.
  const mode = Math.floor(((marked + 1) * (drawn + 1)) / (all + 2));
  const ratioUp = (k: number): number => ((marked - k) * (drawn - k)) / ((k + 1) * (all - marked - drawn + k + 1));
  if (hits > mode) return Math.exp(logHypergeometric(hits, all, marked, drawn)) * fallingSum(hits, most, ratioUp);
  const ratioDown = (k: number): number => (k * (all - marked - drawn + k)) / ((marked - k + 1) * (drawn - k + 1));
  const below = hits - 1;
  return 1 - Math.exp(logHypergeometric(below, all, marked, drawn)) * fallingSum(below, least, ratioDown);
}

/** 1 + r + r r' ... from one number of hits to another, r the ratio of a term to the one before. */
function fallingSum(from: number, to: number, ratio: (k: number) => number): number {
  const step = Math.sign(to - from);
  let term = 1;
  let sum = 1;
  for (let k = from; k !== to && term > sum * 1e-18; k += step) {
    term *= ratio(k);
    sum += term;
  }
  return sum;
}

/** A set as it stands in a collection. */
export interface NamedGeneSet {
  readonly name: string;
  readonly genes: readonly string[];
}

/** A set with the genes of it that were measured. */
export interface SelectedSet {
  readonly name: string;
  /** Genes of the set, each once. */
  readonly size: number;
  /** Its genes that are in the matrix and have a scale, by row number. */
  readonly rows: readonly number[];
  /** Its other genes, in the order of the set. */
  readonly missing: readonly string[];
}

/** A set that is not scored. */
export interface PassedOverSet extends Pick<SelectedSet, 'name' | 'size' | 'missing'> {
  readonly overlap: number;
  /**
   * COVERS_ALL: it has every gene that was measured, and nothing is left to compare it with. NO_WEIGHT: the method gives all its genes the weight zero
   * in some sample.
   */
  readonly reason: 'TOO_SMALL' | 'TOO_LARGE' | 'COVERS_ALL' | 'NO_WEIGHT';
}

/** Bounds on the genes of a set that were measured. */
export interface SetSizes {
  readonly minSize: number;
  readonly maxSize: number;
}

/**
 * The sets that can be scored, in the order of the collection, and those that cannot.
 * @param rowOf the row number of each usable gene
 */
export function selectSets(
  sets: readonly NamedGeneSet[],
  rowOf: ReadonlyMap<string, number>,
  { minSize, maxSize }: SetSizes,
): { readonly selected: readonly SelectedSet[]; readonly passedOver: readonly PassedOverSet[] } {
  const selected: SelectedSet[] = [];
  const passedOver: PassedOverSet[] = [];
  for (const { name, genes } of sets) {
    const members = [...new Set(genes)];
    const missing = members.filter((gene) => !rowOf.has(gene));
    const rows = members.flatMap((gene) => rowOf.get(gene) ?? []);
    const overlap = rows.length;
    const size = members.length;
    if (overlap < minSize) passedOver.push({ name, size, overlap, missing, reason: 'TOO_SMALL' });
    else if (overlap > maxSize) passedOver.push({ name, size, overlap, missing, reason: 'TOO_LARGE' });
    else if (overlap === rowOf.size) passedOver.push({ name, size, overlap, missing, reason: 'COVERS_ALL' });
    else selected.push({ name, size, rows, missing });
  }
  return { selected, passedOver };
}

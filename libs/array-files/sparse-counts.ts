import { ArtifactInvalid } from '#libs/errors';
import { SPATIAL_SAMPLE_LIMITS, type SampleContent } from './spatial-sample.types.js';

/** Gathers numbers spot by spot, in any order of genes, and sorts them by gene. */
export class CountsBuilder {
  private readonly genesOf: number[] = [];
  private readonly spotsOf: number[] = [];
  private readonly valuesOf: number[] = [];

  /** @throws ArtifactInvalid for a number that is not finite or below 0, or one too many */
  add(spot: number, gene: number, value: number): void {
    if (value === 0) return;
    if (!Number.isFinite(value) || value < 0)
      throw new ArtifactInvalid('it has a value that is no number of 0 or more');
    if (this.valuesOf.length >= SPATIAL_SAMPLE_LIMITS.entries)
      throw new ArtifactInvalid(`it has more than ${SPATIAL_SAMPLE_LIMITS.entries} values that are not zero`);
    this.genesOf.push(gene);
    this.spotsOf.push(spot);
    this.valuesOf.push(value);
  }

  byGene(geneCount: number): SampleContent['counts'] {
    const starts = new Uint32Array(geneCount + 1);
    for (const gene of this.genesOf) starts[gene + 1] = (starts[gene + 1] ?? 0) + 1;
    for (let gene = 0; gene < geneCount; gene += 1) starts[gene + 1] = (starts[gene + 1] ?? 0) + (starts[gene] ?? 0);
    const next = starts.slice();
    const spots = new Uint32Array(this.spotsOf.length);
    const values = new Float32Array(this.valuesOf.length);
    this.genesOf.forEach((gene, entry) => {
      const at = next[gene] ?? 0;
      next[gene] = at + 1;
      spots[at] = this.spotsOf[entry] ?? 0;
      values[at] = this.valuesOf[entry] ?? NaN;
    });
    return { starts, spots, values };
  }
}

/**
 * Names that are different. Of a name that stands there twice nobody knows which one is meant, so none of them keeps it: each has its other name, or says its place in a way that no gene is named.
 * @param others as Ensembl ids
 */
export function different(names: readonly string[], others: readonly string[] = []): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const taken = new Set(names);
  return names.map((name, at) => {
    if (name !== '' && counts.get(name) === 1) return name;
    const other = others[at] ?? '';
    const own = other !== '' && !taken.has(other) ? other : `${name || 'unnamed'} (${at + 1})`;
    taken.add(own);
    return own;
  });
}

/** @throws ArtifactInvalid beyond the limits, or where nothing is left */
export function checkSize(genes: number, spots: number): void {
  const { genes: mostGenes, spots: mostSpots } = SPATIAL_SAMPLE_LIMITS;
  if (genes > mostGenes || spots > mostSpots)
    throw new ArtifactInvalid(`it has more than ${mostGenes} genes or ${mostSpots} spots`);
  if (genes === 0 || spots === 0) throw new ArtifactInvalid('no spot has both a place and counts');
}

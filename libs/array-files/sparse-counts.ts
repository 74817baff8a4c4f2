import { ArtifactInvalid } from '#libs/errors';
import { SPATIAL_SAMPLE_LIMITS, type SpatialSample } from './spatial-sample.types.js';

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

  byGene(geneCount: number): SpatialSample['counts'] {
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

/** Names that are different: a repeated one gets its other name, or a number. */
export function different(names: readonly string[], others: readonly string[] = []): readonly string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const candidates = [name, others[at] ?? `${name}-${at}`, `${name}-${at}`];
    const own = candidates.find((candidate) => candidate !== '' && !taken.has(candidate)) ?? `unnamed-${at}`;
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

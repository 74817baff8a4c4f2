import type { SpatialComparisonQuery } from '#libs/client';
import { table } from './text.js';

type Slide = NonNullable<SpatialComparisonQuery['slide']>;
type Comparison = NonNullable<Slide['spatialMap']>['comparison'];
export type MeasuredGene = Comparison['page']['nodes'][number];

const two = (value: number | null | undefined): string =>
  value === null || value === undefined ? '-' : value.toFixed(2);

/** Genes with what was registered of each, and what was found in these spots. */
export function measuredGeneTable(genes: readonly MeasuredGene[]): readonly string[] {
  return table(
    ['name', 'gate', 'registered r', 'r here', '95 % interval', 'rho'],
    genes.map(({ name, reliable, evidence, pearson, spearman }) => [
      name,
      evidence ? (reliable ? 'passed' : 'refused') : '-',
      two(evidence?.r),
      two(pearson?.value),
      pearson ? `${two(pearson.lower)} to ${two(pearson.upper)}` : '-',
      two(spearman?.value),
    ]),
  );
}

/** A comparison as a person reads it. */
export function spatialComparisonLines(comparison: Comparison): readonly string[] {
  const { n, matchedCount, spotCount, depth, reliable, others, page, notices } = comparison;
  const told = (
    what: string,
    { geneCount, medianR, aboveZero, intervalAboveZero }: Comparison['others'] & object,
  ): string =>
    `${geneCount} genes ${what}: median r ${two(medianR)}, ${aboveZero} above 0, ${intervalAboveZero} with their interval above 0`;
  return [
    `${n} spots compared of ${spotCount}; ${matchedCount} have a tile${depth === null || depth === undefined ? '' : `; thinned to ${depth} molecules`}`,
    `predicted: ${comparison.predictedUnit}; measured: ${comparison.measuredUnit}`,
    ...(reliable ? [told('that passed the gate', reliable)] : []),
    ...(others ? [told('that did not', others)] : []),
    '',
    ...measuredGeneTable(page.nodes),
    '',
    ...notices,
  ];
}

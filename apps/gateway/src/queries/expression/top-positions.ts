import type { TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { Standings } from './cohort-standings.js';
import type { SlideExpression } from './slide-expression.js';

/** What makes a gene stand first. */
export interface TopQuestion {
  readonly first: number;
  readonly by: TopGenesBy;
  readonly isReliable: boolean;
  /** Where all genes stand in a cohort, for COHORT. */
  readonly standings: Standings | null;
}

/** Positions of the genes that stand first, ties in the order of the panel. @throws BadUserInput where a version has no evidence to go by */
export function topPositions(
  { values, genes: { index, quality } }: SlideExpression,
  { first, by, isReliable, standings }: TopQuestion,
): readonly number[] {
  if (!quality && (isReliable || by === 'RELIABILITY')) {
    throw new BadUserInput(
      isReliable ? 'reliable' : 'by',
      'asks for evidence on each gene, and this version has registered none',
    );
  }
  const evidence = index.genes.map((gene) => quality?.get(gene));
  const keys = {
    VALUE: (position: number) => values[position],
    RELIABILITY: (position: number) => evidence[position]?.r,
    COHORT: (position: number) => standings?.get(position)?.zScore,
  };
  const keyOf = (position: number): number => keys[by](position) ?? -Infinity;
  return Array.from(values, (_, position) => position)
    .filter((position) => !isReliable || evidence[position]?.passed === true)
    .filter((position) => by !== 'COHORT' || keyOf(position) > -Infinity)
    .sort((a, b) => keyOf(b) - keyOf(a) || a - b)
    .slice(0, first);
}

import type { TopGenesBy } from '#graphql/generated/schema-types';
import { BadUserInput } from '#libs/errors';
import type { SlideExpression } from './slide-expression.js';

/** Positions of the genes that stand first, ties in the order of the panel. @throws BadUserInput where a version has no evidence to go by */
export function topPositions(
  { values, genes: { index, quality } }: SlideExpression,
  { first, by, isReliable }: { readonly first: number; readonly by: TopGenesBy; readonly isReliable: boolean },
): readonly number[] {
  if (!quality && (isReliable || by === 'RELIABILITY')) {
    throw new BadUserInput(
      isReliable ? 'reliable' : 'by',
      'asks for evidence on each gene, and this version has registered none',
    );
  }
  const evidence = index.genes.map((gene) => quality?.get(gene));
  const keyOf = (position: number): number =>
    by === 'VALUE' ? (values[position] ?? -Infinity) : (evidence[position]?.r ?? -Infinity);
  return Array.from(values, (_, position) => position)
    .filter((position) => !isReliable || evidence[position]?.passed === true)
    .sort((a, b) => keyOf(b) - keyOf(a) || a - b)
    .slice(0, first);
}

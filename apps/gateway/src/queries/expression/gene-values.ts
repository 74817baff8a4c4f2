import type { ExpressionScale, GeneEvidence, GeneExpression, GeneRefusal } from '#graphql/generated/schema-types';
import type { NameKind, PanelGene } from '#libs/transcriptomics';
import { scaleOf } from './expression-scale.js';
import type { Standings } from './cohort-standings.js';
import { type SlideExpression, spreadAt } from './slide-expression.js';

/** How genes are shown. */
export interface Shown {
  readonly scale: ExpressionScale;
  /** Where they stand in a cohort; null where none was asked for. */
  readonly standings: Standings | null;
}

/** The gene at a position of the panel. */
export function geneAt(expression: SlideExpression, position: number, { scale, standings }: Shown) {
  const { unit, transform, of } = scaleOf(expression.version, scale);
  const symbol = expression.genes.index.genes[position] ?? '';
  const evidence = evidenceOf(expression, symbol);
  return {
    symbol,
    position,
    value: of(expression.values[position] ?? NaN),
    unit,
    transform,
    // Of logarithms: on another scale it would be another thing.
    memberSpread: scale === 'MODEL' ? spreadAt(expression, position) : null,
    reliable: evidence?.passed ?? false,
    evidence,
    standing: standings?.get(position) ?? null,
  };
}

function evidenceOf({ genes: { quality } }: SlideExpression, symbol: string): GeneEvidence | null {
  return quality?.get(symbol) ?? null;
}

/** What is said of one name that was asked for: its gene with a value, or why there is none. */
export function toGeneExpression(expression: SlideExpression, asked: string, shown: Shown): GeneExpression {
  const found = expression.genes.index.find(asked);
  if (found.kind !== 'FOUND') return { asked, resolvedBy: byOf(found), gene: null, refusal: refusalOf(found) };
  return { asked, resolvedBy: found.by, gene: geneAt(expression, found.position, shown), refusal: null };
}

/** By which kind of name a gene was found, if it was. */
export function byOf(found: PanelGene): NameKind | null {
  return found.kind === 'FOUND' || found.kind === 'NOT_IN_PANEL' ? found.by : null;
}

/** Why a name stands for no gene of a version. */
export function refusalOf(found: Exclude<PanelGene, { readonly kind: 'FOUND' }>): GeneRefusal {
  switch (found.kind) {
    case 'NOT_IN_PANEL':
      return {
        code: 'GENE_NOT_IN_PANEL',
        message: 'The gene is known, and this version does not predict it.',
        candidates: [found.symbol],
      };
    case 'AMBIGUOUS':
      return {
        code: 'AMBIGUOUS',
        message: 'The name means several genes: ask for one of them.',
        candidates: [...found.candidates],
      };
    case 'WITHDRAWN':
      return { code: 'WITHDRAWN', message: 'HGNC has withdrawn this entry.', candidates: [...found.candidates] };
    case 'DAMAGED':
      return {
        code: 'DAMAGED',
        message:
          'A spreadsheet has turned the name into a date or number. Which gene it was cannot be told: take it from its source.',
        candidates: [...found.candidates],
      };
    case 'UNKNOWN':
      return { code: 'UNKNOWN', message: 'No gene has this name, and the panel has no such entry.', candidates: [] };
  }
}

import type { ModelCard } from '#model-registry';

/** What a version predicts entry by entry of its vocabulary: the expression of genes, or scores of pathways. */
export type ProfileKind = 'EXPRESSION' | 'PATHWAY';

/** Where a profile's numbers are, and on which scale. */
export interface ProfileOutput {
  readonly tensor: string;
  readonly unit: string;
  readonly transform: string;
  /** What was transformed; null where the card does not say. */
  readonly base: string | null;
}

/** The profile that a card's task is about; null for another task. */
export function profileOf({ task, output, vocabulary }: ModelCard): ProfileOutput | null {
  const { expression, pathways } = output;
  if (task.kind === 'EXPRESSION' && expression && vocabulary?.kind === 'GENES')
    return { ...expression, base: expression.base ?? null };
  if (task.kind === 'PATHWAY' && pathways && vocabulary?.kind === 'PATHWAYS') return { ...pathways, base: null };
  return null;
}

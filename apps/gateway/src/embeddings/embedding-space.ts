import { createHash } from 'node:crypto';
import { BadUserInput } from '#libs/errors';
import { membersAsked, type ModelCard } from '#model-registry';

/** The embedding that a card declares. */
export type EmbeddingOutput = NonNullable<ModelCard['output']['embedding']>;

/** The embedding that a version gives, of a slide or each marker, or of each tile or cell. @throws BadUserInput for a version that gives none of them */
export function indexableEmbeddingOf(
  card: ModelCard,
): EmbeddingOutput & { readonly level: 'SLIDE' | 'TILE' | 'CELL' | 'MARKER' } {
  const { embedding } = card.output;
  const { kind, level } = card.task;
  if (kind !== 'EMBEDDING' || !embedding || level === 'PATIENT')
    throw new BadUserInput(
      'model',
      'must name an embedding model of slides, tiles, cells or markers (task EMBEDDING)',
      {
        task: card.task,
      },
    );
  if (membersAsked(card).length > 0)
    throw new BadUserInput('model', 'must not name an ensemble: vectors of several versions are not averaged');
  return { ...embedding, level };
}

/** Names the space of vectors: two may be compared when the same version made them in the same way; anything else is another space. */
export function embeddingSpaceOf(
  versionDigest: string,
  { tensor, outputVariant, l2Normalised }: Pick<EmbeddingOutput, 'tensor' | 'outputVariant' | 'l2Normalised'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([versionDigest, tensor, outputVariant, l2Normalised]))
    .digest('hex');
}

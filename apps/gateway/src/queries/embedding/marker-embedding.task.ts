import { BadUserInput } from '#libs/errors';
import { membersAsked, type ModelCard } from '#model-registry';
import { bagTensors, demandBagInputs, expectedOutputs, type Task } from '#gateway/pipeline';

/** A vector for each marker: the bag in, `[markers, dim]` out. */
export const markerEmbeddingTask: Task<() => Promise<Float32Array>> = {
  kind: 'MARKER_EMBEDDING',
  demand: (card) => {
    markerEmbeddingOf(card);
    demandBagInputs(card);
  },
  toTensors: (features, rows, card) => bagTensors(features, rows, card, { bags: 1, tiles: features.tileCount }),
  expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
  decode: (raw, card) => ({ value: () => raw.array(markerEmbeddingOf(card).tensor), scores: [] }),
};

/** The embedding of markers that a card declares. @throws BadUserInput for a version that gives none */
export function markerEmbeddingOf(card: ModelCard): NonNullable<ModelCard['output']['embedding']> {
  const { embedding } = card.output;
  if (card.task.kind !== 'EMBEDDING' || card.task.level !== 'MARKER' || !embedding)
    throw new BadUserInput('model', 'must name an embedding model of markers (task EMBEDDING, level MARKER)', {
      task: card.task,
    });
  if (membersAsked(card).length > 0)
    throw new BadUserInput('model', 'must not name an ensemble: vectors of several versions are not averaged');
  return embedding;
}

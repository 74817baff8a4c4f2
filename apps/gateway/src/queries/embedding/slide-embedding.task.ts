import { BadUserInput } from '#libs/errors';
import { membersAsked, type ModelCard } from '#model-registry';
import { type Task, bagTensors, demandBagInputs, expectedOutputs } from '#gateway/pipeline';

/** A slide embedding: the bag in, one vector out. */
export const slideEmbeddingTask: Task<() => Promise<Float32Array>> = {
  kind: 'SLIDE_EMBEDDING',
  demand: (card) => {
    embeddingOf(card);
    demandBagInputs(card);
  },
  toTensors: (features, rows, card) => bagTensors(features, rows, card, { bags: 1, tiles: features.tileCount }),
  expect: (card, tileCount) => expectedOutputs(card, { bags: 1, tiles: tileCount }),
  decode: (raw, card) => ({ value: () => raw.array(embeddingOf(card).tensor), scores: [] }),
};

/** The embedding that a card declares. Throws BadUserInput for a version that gives none for a slide. */
export function embeddingOf(card: ModelCard): NonNullable<ModelCard['output']['embedding']> {
  const { embedding } = card.output;
  if (card.task.kind !== 'EMBEDDING' || card.task.level !== 'SLIDE' || !embedding) {
    throw new BadUserInput('model', 'must name a slide-level embedding model (task EMBEDDING, level SLIDE)', {
      task: card.task,
    });
  }
  if (membersAsked(card).length > 0)
    throw new BadUserInput('model', 'must not name an ensemble: vectors of several versions are not averaged');
  return embedding;
}

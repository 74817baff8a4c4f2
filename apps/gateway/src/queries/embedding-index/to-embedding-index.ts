import { type EmbeddingGeneration, type IndexState } from '#gateway/embeddings';

/** An EmbeddingIndex of the schema. */
export function toEmbeddingIndex({ index, serving, building }: IndexState) {
  return {
    id: index.id,
    cohort: index.cohortId,
    model: index.model,
    serving: serving && toGeneration(serving),
    building: building && toGeneration(building),
  };
}

function toGeneration(generation: EmbeddingGeneration) {
  const { id, spaceId, level, dimension, cohortRevision, vectorCount, missing, recipe } = generation;
  return {
    ...{ id, spaceId, level, dimension, cohortRevision, vectorCount, missing, recipe },
    version: generation.modelRef,
    versionDigest: generation.modelDigest,
    datatype: 'FP32',
    l2Normalised: recipe['l2Normalised'] === true,
    createdAt: generation.createdAt.toISOString(),
    readyAt: generation.readyAt?.toISOString() ?? null,
  };
}

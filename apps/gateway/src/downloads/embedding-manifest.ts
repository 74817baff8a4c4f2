import type { EmbeddingGeneration } from '#gateway/embeddings';

/** What a program needs to know of the vectors before it uses them: `manifest.json`. */
export function embeddingManifest(generation: EmbeddingGeneration) {
  const { id, indexId, cohortId, cohortRevision, modelRef, modelDigest, spaceId, level, dimension } = generation;
  const { recipe, vectorCount, missing, matrixBlob, createdAt, readyAt } = generation;
  const path = (name: string): string => `/embedding-generations/${id}/${name}`;
  return {
    ...{ generation: id, index: indexId, cohort: { id: cohortId, revision: cohortRevision } },
    ...{ model: { ref: modelRef, digest: modelDigest }, spaceId, level, dimension, datatype: 'FP32' },
    ...{ l2Normalised: recipe['l2Normalised'] === true, recipe, vectorCount, missing },
    // Of the numbers alone: little-endian float32, row by row, as the model server sent them.
    numbersSha256: matrixBlob,
    files: {
      npy: path('vectors.npy'),
      safetensors: path('vectors.safetensors'),
      arrow: path('vectors.arrow'),
      parquet: path('vectors.parquet'),
      hdf5: path('vectors.h5'),
      rows: path('rows.csv'),
    },
    createdAt: createdAt.toISOString(),
    readyAt: readyAt?.toISOString() ?? null,
  };
}

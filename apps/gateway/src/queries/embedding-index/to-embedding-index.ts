import { type EmbeddingGeneration, graphFiguresOf, type IndexState } from '#gateway/embeddings';
import { embeddingFileName, type EmbeddingHrefArguments } from '../embedding/index.js';

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
  const path = (file: string) => (generation.state === 'READY' ? `/embedding-generations/${id}/${file}` : null);
  return {
    ...{ id, spaceId, level, dimension, cohortRevision, vectorCount, missing, recipe },
    version: generation.modelRef,
    versionDigest: generation.modelDigest,
    datatype: 'FP32',
    search: (graphFiguresOf(generation.graph)?.efSearch ?? null) === null ? 'EXACT' : 'HNSW',
    recall: graphFiguresOf(generation.graph)?.measured ?? [],
    l2Normalised: recipe['l2Normalised'] === true,
    href: ({ format, float16 }: EmbeddingHrefArguments) => path(embeddingFileName('vectors', format, float16)),
    idsHref: path('rows.csv'),
    manifestHref: path('manifest.json'),
    createdAt: generation.createdAt.toISOString(),
    readyAt: generation.readyAt?.toISOString() ?? null,
  };
}

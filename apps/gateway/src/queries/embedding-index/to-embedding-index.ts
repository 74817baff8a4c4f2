import type { EmbeddingFormat } from '#graphql/generated/schema-types';
import { type EmbeddingGeneration, graphFiguresOf, type IndexState } from '#gateway/embeddings';

interface HrefArguments {
  readonly format: EmbeddingFormat;
  readonly float16: boolean;
}

const ENDINGS = {
  NPY: 'npy',
  SAFETENSORS: 'safetensors',
  ARROW: 'arrow',
  PARQUET: 'parquet',
  HDF5: 'h5',
} as const satisfies Record<EmbeddingFormat, string>;

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
    search: generation.graph === null ? 'EXACT' : 'HNSW',
    recall: graphFiguresOf(generation.graph)?.measured ?? [],
    l2Normalised: recipe['l2Normalised'] === true,
    href: ({ format, float16 }: HrefArguments) => path(`vectors.${ENDINGS[format]}${float16 ? '?float16=true' : ''}`),
    idsHref: path('rows.csv'),
    manifestHref: path('manifest.json'),
    createdAt: generation.createdAt.toISOString(),
    readyAt: generation.readyAt?.toISOString() ?? null,
  };
}

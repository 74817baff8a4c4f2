import { type ArrayEncoding } from '#graphql/generated/schema-types';
import { embeddingRecipe, embeddingSpaceOf } from '#gateway/embeddings';
import { type Answered } from '#gateway/pipeline';
import { encodeValues } from '../arrays/numeric-array.js';
import { embeddingFileName, type EmbeddingHrefArguments } from './embedding-file-name.js';
import { embeddingOf } from './slide-embedding.task.js';

/** A SlideEmbedding of the schema. */
export async function embeddingParent(answered: Answered<() => Promise<Float32Array>>) {
  const { version, features, raw, provenance } = answered;
  const embedding = embeddingOf(version.card);
  const vector = await answered.value();
  return {
    dimension: embedding.dim,
    datatype: 'FP32',
    recipe: embeddingRecipe(version.card, { ...embedding, level: 'SLIDE' }),
    l2Normalised: embedding.l2Normalised,
    l2Norm: Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)),
    spaceId: embeddingSpaceOf(version.digest, embedding),
    tileCount: features.tileCount,
    tilesLeftOut: features.leftOut,
    region: features.region,
    values: (args: { readonly encoding: ArrayEncoding; readonly decimals?: number | null }) =>
      encodeValues(vector, args),
    href: ({ format, float16 }: EmbeddingHrefArguments) =>
      format === 'NPY' && !float16
        ? `/answers/${raw.id}/arrays/${embedding.tensor}.npy`
        : `/answers/${raw.id}/vectors/${embeddingFileName('embedding', format, float16)}`,
    provenance,
  };
}

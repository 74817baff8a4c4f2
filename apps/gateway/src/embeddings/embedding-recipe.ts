import type { EmbeddingLevel, EmbeddingRecipe, PatientAggregation } from '#graphql/generated/schema-types';
import type { ModelCard } from '#model-registry';
import type { EmbeddingOutput } from './embedding-space.js';

/** How a vector comes to be, as the card says it: all but the version and the input. */
export function embeddingRecipe(
  { input }: ModelCard,
  output: Pick<EmbeddingOutput, 'tensor' | 'outputVariant' | 'precision' | 'l2Normalised'> & {
    readonly level: EmbeddingLevel;
  },
  aggregation: PatientAggregation | null = null,
): EmbeddingRecipe {
  const { tensor, outputVariant, precision, l2Normalised, level } = output;
  return {
    ...{ tensor, outputVariant, precision, l2Normalised, level, aggregation },
    inputs: input.tensors.map(({ name, role = null, datatype, unit = null }) => ({ name, role, datatype, unit })),
  };
}

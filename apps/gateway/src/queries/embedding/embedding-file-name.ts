import type { EmbeddingFormat } from '#graphql/generated/schema-types';

/** What a link to vectors is asked with. */
export interface EmbeddingHrefArguments {
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

/** The last part of a path to vectors. */
export function embeddingFileName(name: string, format: EmbeddingFormat, isFloat16: boolean): string {
  return `${name}.${ENDINGS[format]}${isFloat16 ? '?float16=true' : ''}`;
}

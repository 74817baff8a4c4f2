import { BadUserInput, NotFound } from '#libs/errors';
import type { IndexFileFormat } from '#gateway/embeddings';

const FORMATS = {
  npy: { format: 'NPY', contentType: 'application/x-npy' },
  safetensors: { format: 'SAFETENSORS', contentType: 'application/octet-stream' },
  arrow: { format: 'ARROW', contentType: 'application/vnd.apache.arrow.stream' },
  parquet: { format: 'PARQUET', contentType: 'application/vnd.apache.parquet' },
  h5: { format: 'HDF5', contentType: 'application/x-hdf5' },
  csv: { format: 'CSV', contentType: 'text/csv; charset=utf-8' },
} as const satisfies Record<string, { format: IndexFileFormat; contentType: string }>;

/** The end of a file's name that says what it is. */
export type EmbeddingEnding = keyof typeof FORMATS | 'json';

/** `name.npy` as its two parts. @throws NotFound for an ending that stands for nothing */
export function endingOf(file: string): { readonly name: string; readonly ending: EmbeddingEnding } {
  const [, name = '', ending = ''] = /^([A-Za-z0-9._-]{1,100})\.([a-z0-9]+)$/.exec(file) ?? [];
  if (!isEnding(ending)) throw new NotFound('array');
  return { name, ending };
}

export function formatOfEnding<Ending extends keyof typeof FORMATS>(ending: Ending): (typeof FORMATS)[Ending] {
  return FORMATS[ending];
}

/** @throws BadUserInput */
export function isFloat16Of({ float16 }: Record<string, unknown>): boolean {
  if (float16 === undefined || float16 === 'false') return false;
  if (float16 === 'true') return true;
  throw new BadUserInput('float16', 'must be true or false');
}

function isEnding(ending: string): ending is EmbeddingEnding {
  return ending === 'json' || Object.hasOwn(FORMATS, ending);
}

import { closeSync, openSync, writeSync } from 'node:fs';
import { bytesOfArray } from './array-datatypes.js';
import { halvesFromFloats } from './half-float.js';
import { encodeNpyHeader } from './npy.js';
import { encodeSafetensorsHeader } from './safetensors.js';
import type { VectorRowsBatch, VectorsFileOptions } from './vectors-file.types.js';

/** What stands before the numbers of a file that is a header and then the numbers, row by row. */
export function plainHeaderOf({ format, rows, dimension, isFloat16, metadata }: VectorsFileOptions): Uint8Array {
  const datatype = isFloat16 ? 'FP16' : 'FP32';
  if (format === 'NPY') return encodeNpyHeader(datatype, [rows, dimension]);
  return encodeSafetensorsHeader('embeddings', datatype, [rows, dimension], new Map(Object.entries(metadata)));
}

/** .npy and .safetensors. */
export class PlainVectors {
  private readonly file: number;

  constructor(
    path: string,
    private readonly options: VectorsFileOptions,
  ) {
    this.file = openSync(path, 'w');
    this.write(plainHeaderOf(options));
  }

  async append({ vectors }: VectorRowsBatch): Promise<void> {
    this.write(bytesOfArray(this.options.isFloat16 ? halvesFromFloats(vectors) : vectors));
  }

  async finish(): Promise<void> {
    closeSync(this.file);
  }

  private write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) from += writeSync(this.file, bytes, from);
  }
}

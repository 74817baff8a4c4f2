import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { VectorRowsBatch, VectorsFileOptions } from './vectors-file.types.js';

/** Apache Parquet, a row group for each batch of rows. */
export class ParquetVectors {
  private readonly writer: ParquetWriter;

  constructor(
    path: string,
    private readonly options: VectorsFileOptions,
  ) {
    const { hasPlaces, hasMarkers, isFloat16, metadata } = options;
    const place = (name: string) => ({ name, type: 'INT32', repetition_type: 'REQUIRED' }) as const;
    const text = (name: string, isKnown: boolean) =>
      ({
        name,
        type: 'BYTE_ARRAY',
        converted_type: 'UTF8',
        repetition_type: isKnown ? 'REQUIRED' : 'OPTIONAL',
      }) as const;
    const half = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 2, logical_type: { type: 'FLOAT16' } } as const;
    this.writer = new ParquetWriter({
      writer: fileWriter(path),
      createdBy: 'Tessera',
      statistics: false,
      kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
      schema: [
        { name: 'root', num_children: 4 + (hasPlaces ? 2 : 0) + (hasMarkers ? 1 : 0) },
        ...[text('item', true), text('slide', true), text('patient', false)],
        ...(hasMarkers ? [text('marker', true)] : []),
        ...(hasPlaces ? [place('x'), place('y')] : []),
        { name: 'embedding', converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...(isFloat16 ? half : { type: 'FLOAT' }) },
      ],
    });
  }

  async append({ vectors, items, slides, patients, markers, x, y }: VectorRowsBatch): Promise<void> {
    const { dimension, hasPlaces, hasMarkers } = this.options;
    const rows = items.map((_, row) => Array.from(vectors.subarray(row * dimension, (row + 1) * dimension)));
    await this.writer.write({
      rowGroupSize: items.length,
      columnData: [
        { name: 'item', data: [...items] },
        { name: 'slide', data: [...slides] },
        { name: 'patient', data: [...patients] },
        ...(hasMarkers ? [{ name: 'marker', data: [...(markers ?? [])] }] : []),
        ...(hasPlaces
          ? [
              { name: 'x', data: x ?? [] },
              { name: 'y', data: y ?? [] },
            ]
          : []),
        { name: 'embedding', data: rows, encoding: 'PLAIN' },
      ],
    });
  }

  async finish(): Promise<void> {
    await this.writer.finish();
  }
}

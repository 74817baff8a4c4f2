import { closeSync, openSync, writeSync } from 'node:fs';
import {
  Field,
  FixedSizeList,
  Float16,
  Float32,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { halvesFromFloats } from './half-float.js';
import type { VectorRowsBatch, VectorsFileOptions } from './vectors-file.types.js';

/** An Arrow IPC stream, a record batch for each batch of rows. */
export class ArrowVectors {
  private readonly file: number;
  private readonly schema: Schema;
  private readonly stream = new RecordBatchStreamWriter({ autoDestroy: false });
  private readonly bytes = this.stream[Symbol.asyncIterator]();
  private readonly written: Promise<void>;

  constructor(
    path: string,
    private readonly options: VectorsFileOptions,
  ) {
    this.file = openSync(path, 'w');
    this.schema = schemaOf(options);
    this.stream.reset(undefined, this.schema);
    this.written = this.drain();
  }

  async append(batch: VectorRowsBatch): Promise<void> {
    const { isFloat16, hasPlaces, hasMarkers, dimension } = this.options;
    const length = batch.items.length;
    const number = isFloat16 ? new Float16() : new Float32();
    const data = isFloat16 ? halvesFromFloats(batch.vectors) : batch.vectors;
    const child = makeData({ type: number, length: data.length, data });
    const type = new FixedSizeList(dimension, new Field('item', number, false));
    const texts = [batch.items, batch.slides, batch.patients, ...(hasMarkers ? [batch.markers ?? []] : [])].map(
      (values) => vectorFromArray(values, new Utf8()).data[0],
    );
    const places = [batch.x, batch.y].map((values) => makeData({ type: new Int32(), length, data: values ?? [] }));
    const children = [...texts, ...(hasPlaces ? places : []), makeData({ type, length, child })].flatMap(
      (one) => one ?? [],
    );
    const rows = makeData({ type: new Struct(this.schema.fields), length, nullCount: 0, children });
    this.stream.write(new RecordBatch(this.schema, rows));
  }

  async finish(): Promise<void> {
    this.stream.finish();
    this.stream.close();
    await this.written;
    closeSync(this.file);
  }

  private async drain(): Promise<void> {
    for (let part = await this.bytes.next(); !part.done; part = await this.bytes.next()) {
      const bytes: Uint8Array = part.value;
      for (let from = 0; from < bytes.length;) from += writeSync(this.file, bytes, from);
    }
  }
}

function schemaOf({ dimension, isFloat16, hasPlaces, hasMarkers, metadata }: VectorsFileOptions): Schema {
  const number = isFloat16 ? new Float16() : new Float32();
  const place = (name: string) => new Field(name, new Int32(), false);
  const fields = [
    new Field('item', new Utf8(), false),
    new Field('slide', new Utf8(), false),
    new Field('patient', new Utf8(), true),
    ...(hasMarkers ? [new Field('marker', new Utf8(), false)] : []),
    ...(hasPlaces ? [place('x'), place('y')] : []),
    new Field('embedding', new FixedSizeList(dimension, new Field('item', number, false)), false),
  ];
  return new Schema(fields, new Map(Object.entries(metadata)));
}

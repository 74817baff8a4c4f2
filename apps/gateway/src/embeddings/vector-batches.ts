import type { VectorRowsBatch } from '#libs/array-files';
import type { BlobStore } from '#gateway/blob-store';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import type { RowSource } from './index-rows.js';

/** A row with what it is of. */
interface DescribedRow {
  readonly source: RowSource;
  /** Its place among the rows of the source. */
  readonly place: number;
}

const BATCH_BYTES = 4 * 1024 * 1024;

/** The rows of a generation some at a time, with what they are of: the numbers are read as they are needed. */
export async function* vectorBatches(
  blobs: BlobStore,
  { matrixBlob, dimension }: EmbeddingGeneration,
  sources: readonly RowSource[],
  signal: AbortSignal,
): AsyncGenerator<VectorRowsBatch> {
  const rowBytes = dimension * 4;
  const wanted = Math.max(1, Math.floor(BATCH_BYTES / rowBytes)) * rowBytes;
  const rows = describedRows(sources);
  let waiting: Uint8Array[] = [];
  let held = 0;
  for await (const piece of await blobs.stream(matrixBlob ?? '', undefined, signal)) {
    waiting.push(piece);
    held += piece.length;
    if (held < wanted) continue;
    const whole = Buffer.concat(waiting);
    const used = whole.length - (whole.length % wanted);
    for (let from = 0; from < used; from += wanted) yield batchOf(whole.subarray(from, from + wanted), rowBytes, rows);
    waiting = [whole.subarray(used)];
    held = whole.length - used;
  }
  if (held > 0) yield batchOf(Buffer.concat(waiting), rowBytes, rows);
}

function* describedRows(sources: readonly RowSource[]): Generator<DescribedRow> {
  for (const source of sources) for (let place = 0; place < source.count; place++) yield { source, place };
}

function batchOf(bytes: Uint8Array, rowBytes: number, rows: Generator<DescribedRow>): VectorRowsBatch {
  const described: DescribedRow[] = [];
  while (described.length < bytes.length / rowBytes) {
    const { value } = rows.next();
    if (!value) throw new Error('the rows of an index were expected to be as many as its vectors');
    described.push(value);
  }
  const of = (axis: 0 | 1) =>
    Int32Array.from(described, ({ source, place }) => source.tiles?.coords[place * 2 + axis] ?? 0);
  return {
    // A copy: its memory is handed over to the thread that writes.
    vectors: new Float32Array(Uint8Array.from(bytes).buffer),
    items: described.map(({ source }) => source.item),
    slides: described.map(({ source }) => source.slideIds.join(' ')),
    patients: described.map(({ source }) => source.patient),
    markers: described.map(({ source, place }) => source.markers?.[place] ?? ''),
    x: of(0),
    y: of(1),
  };
}

import { readSync } from 'node:fs';
import { parquetMetadataAsync, parquetRead, parquetSchema, type AsyncBuffer } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { ArtifactInvalid } from '#libs/errors';
import { MatrixProblems, newMatrix, type MatrixFile } from './matrix-file.types.js';
import type { OpenFile } from './open-file.js';

/** Columns that are decoded at a time: a table of 5,000 columns is never in memory whole beside the matrix. */
const COLUMNS_AT_ONCE = 64;

/**
 * Reads a Parquet table with a gene a row: one column of text, which names the genes, and a column of numbers for each sample.
 * @throws ArtifactInvalid, MatrixProblems, MatrixTooLarge
 */
export async function readParquetMatrix(file: OpenFile, onBytes: (done: number) => void): Promise<MatrixFile> {
  const source = bufferOf(file);
  const metadata = await parquetMetadataAsync(source);
  const columns = parquetSchema(metadata).children.map(({ element, children }) => {
    if (children.length > 0) throw new ArtifactInvalid('it has a column that is a table itself');
    return { name: element.name, isText: element.type === 'BYTE_ARRAY' };
  });
  const [named, ...others] = columns.filter(({ isText }) => isText);
  if (!named || others.length > 0)
    throw new ArtifactInvalid('it must have one column of text, with the genes, and numbers in all others');
  const samples = columns.filter(({ isText }) => !isText).map(({ name }) => name);
  if (samples.length === 0 || new Set(samples).size !== samples.length)
    throw new ArtifactInvalid('it must have a column for each sample, each once');
  const rows = Number(metadata.num_rows);
  const values = newMatrix(rows, samples.length);
  const names = new Array<unknown>(rows);
  const take = async (wanted: string[]): Promise<void> =>
    parquetRead({
      ...{ file: source, metadata, compressors, columns: wanted },
      onChunk: ({ columnName, columnData, rowStart }) => {
        const sample = samples.indexOf(columnName);
        for (let at = 0; at < columnData.length; at += 1) {
          const value: unknown = columnData[at];
          if (sample === -1) names[rowStart + at] = value;
          else values[(rowStart + at) * samples.length + sample] = numberOf(value);
        }
      },
    });
  await take([named.name]);
  for (let from = 0; from < samples.length; from += COLUMNS_AT_ONCE) {
    await take(samples.slice(from, from + COLUMNS_AT_ONCE));
    onBytes(Math.round((file.stats.size * from) / samples.length));
  }
  return { format: 'PARQUET', genes: genesOf(names), samples, values: finite(values, samples.length) };
}

function genesOf(names: readonly unknown[]): readonly string[] {
  const genes = names.map((name) => (typeof name === 'string' ? name : ''));
  const seen = new Set<string>();
  for (const [row, gene] of genes.entries()) {
    if (gene === '' || seen.has(gene)) {
      throw new MatrixProblems([
        { line: row + 1, problem: 'of the table has no gene, or one that an earlier row has' },
      ]);
    }
    seen.add(gene);
  }
  if (genes.length === 0) throw new ArtifactInvalid('it has no row');
  return genes;
}

function finite(values: Float64Array<SharedArrayBuffer>, samples: number): Float64Array<SharedArrayBuffer> {
  const strange = values.findIndex((value) => !Number.isFinite(value));
  if (strange === -1) return values;
  const line = Math.floor(strange / samples) + 1;
  throw new MatrixProblems([{ line, problem: `of the table has no number for sample ${(strange % samples) + 1}` }]);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : NaN;
}

function bufferOf({ fd, stats }: OpenFile): AsyncBuffer {
  return {
    byteLength: stats.size,
    slice: (start, end = stats.size) => {
      const bytes = new Uint8Array(Math.max(0, end - start));
      for (let done = 0; done < bytes.length;) {
        const length = readSync(fd, bytes, done, bytes.length - done, start + done);
        if (length === 0) throw new ArtifactInvalid('it became shorter while it was read');
        done += length;
      }
      return bytes.buffer;
    },
  };
}

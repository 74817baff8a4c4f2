import type { BlobStore } from '#gateway/blob-store';
import type { ExpressionMatrix } from './expression-matrix.entity.js';

type Stored = Pick<ExpressionMatrix, 'digest' | 'namesBytes' | 'geneCount' | 'sampleCount'>;

const BYTES_OF_VALUE = 8;

/** The genes and the samples of a stored matrix, in its order. */
export async function matrixNames(
  blobs: BlobStore,
  { digest, namesBytes, geneCount }: Stored,
  signal: AbortSignal,
): Promise<{ readonly genes: readonly string[]; readonly samples: readonly string[] }> {
  const lines = (await bytesAt(blobs, digest, 0, namesBytes, signal)).toString('utf8').split('\n');
  // An empty line ends each of the two lists.
  return { genes: lines.slice(0, geneCount), samples: lines.slice(geneCount + 1, -2) };
}

/** The values of one gene over the samples. The rest of the matrix is not read. */
export async function readGene(
  blobs: BlobStore,
  { digest, namesBytes, sampleCount }: Stored,
  gene: number,
  signal: AbortSignal,
): Promise<Float64Array> {
  const size = sampleCount * BYTES_OF_VALUE;
  const bytes = await bytesAt(blobs, digest, namesBytes + gene * size, size, signal);
  return new Float64Array(Uint8Array.from(bytes).buffer);
}

/** Every gene with its values, in the order of the matrix: a block of the file is in memory at a time. */
export async function* matrixRows(
  blobs: BlobStore,
  { digest, namesBytes, geneCount, sampleCount }: Stored,
  signal: AbortSignal,
): AsyncGenerator<{ readonly gene: number; readonly samples: Float64Array }> {
  const row = new Uint8Array(sampleCount * BYTES_OF_VALUE);
  const end = namesBytes + geneCount * row.length - 1;
  let [filled, gene] = [0, 0];
  for await (const piece of (await blobs.stream(digest, { start: namesBytes, end }, signal)) as AsyncIterable<Buffer>) {
    for (let from = 0; from < piece.length;) {
      const taken = piece.subarray(from, from + row.length - filled);
      row.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < row.length) continue;
      yield { gene, samples: new Float64Array(row.slice().buffer) };
      gene += 1;
      filled = 0;
    }
  }
}

async function bytesAt(blobs: BlobStore, digest: string, start: number, size: number, signal: AbortSignal) {
  const pieces: Buffer[] = [];
  const stream = await blobs.stream(digest, { start, end: start + size - 1 }, signal);
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces, size);
}

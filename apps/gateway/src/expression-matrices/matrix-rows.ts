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

async function bytesAt(blobs: BlobStore, digest: string, start: number, size: number, signal: AbortSignal) {
  const pieces: Buffer[] = [];
  const stream = await blobs.stream(digest, { start, end: start + size - 1 }, signal);
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces, size);
}

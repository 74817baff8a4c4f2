import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MatrixFile } from '#libs/array-files';
import { BadUserInput } from '#libs/errors';
import type { StoredMatrix } from '#libs/transcriptomics';
import type { BlobStore, StoredBlob } from '#gateway/blob-store';
import type { ExpressionMatrix } from './expression-matrix.entity.js';

const UNPRINTABLE = /[\p{Cc}\p{Surrogate}]/u;
const MOST_CHARACTERS = 200;
const NAMES_AT_ONCE = 2000;

/** What the blob of a matrix begins with. @throws BadUserInput for a name that no line can hold */
export async function namesOf({ genes, samples }: MatrixFile, argument: string, signal: AbortSignal): Promise<Buffer> {
  const lines: string[] = [];
  for (const list of [genes, samples]) {
    for (let at = 0; at < list.length; at += NAMES_AT_ONCE) {
      const part = list.slice(at, at + NAMES_AT_ONCE);
      if (part.some((name) => name.length > MOST_CHARACTERS || UNPRINTABLE.test(name))) {
        throw new BadUserInput(
          argument,
          `must have genes and samples with names of at most ${MOST_CHARACTERS} characters, without control characters`,
        );
      }
      lines.push(`${part.join('\n')}\n`);
      await nextTurn();
      signal.throwIfAborted();
    }
    lines.push('\n');
  }
  return Buffer.from(lines.join(''), 'utf8');
}

/** Stores a matrix. Its digest is the blob's. */
export async function keepMatrix(
  blobs: BlobStore,
  names: Buffer,
  values: Float64Array,
  signal: AbortSignal,
): Promise<StoredBlob> {
  const writer = await blobs.writer();
  try {
    await writer.write(names);
    signal.throwIfAborted();
    await writer.write(bytesOf(values));
    signal.throwIfAborted();
    return await writer.finish();
  } finally {
    await writer.discard();
  }
}

/** Reads a matrix into memory that threads share. */
export async function loadMatrix(
  blobs: BlobStore,
  { digest, sizeBytes, namesBytes }: Pick<ExpressionMatrix, 'digest' | 'sizeBytes' | 'namesBytes'>,
  signal: AbortSignal,
): Promise<StoredMatrix> {
  const names = new Uint8Array(namesBytes);
  const values = new Float64Array(new SharedArrayBuffer(sizeBytes - namesBytes));
  const bytes = new Uint8Array(values.buffer);
  let position = 0;
  for await (const piece of (await blobs.stream(digest, undefined, signal)) as AsyncIterable<Buffer>) {
    const ofNames = Math.max(0, Math.min(piece.length, namesBytes - position));
    names.set(piece.subarray(0, ofNames), Math.min(position, namesBytes - ofNames));
    if (ofNames < piece.length) bytes.set(piece.subarray(ofNames), position + ofNames - namesBytes);
    position += piece.length;
  }
  return { names, values };
}

export function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

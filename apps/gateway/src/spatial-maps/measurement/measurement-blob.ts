import type { SampleContent } from '#libs/array-files';
import { BadUserInput } from '#libs/errors';
import type { BlobStore, StoredBlob } from '#gateway/blob-store';
import type { SpatialMeasurement } from './spatial-measurement.entity.js';

const UNPRINTABLE = /[\p{Cc}\p{Surrogate}]/u;
const MOST_CHARACTERS = 200;

/** A blob, and where its numbers begin. */
export interface KeptMeasurement extends StoredBlob {
  readonly namesBytes: number;
}

/** What was read again of a measurement. */
export type LoadedMeasurement = Omit<SampleContent, 'diameterPx'>;

/**
 * Stores a sample: genes and spots, each ended by LF and each list by an empty line, spaces up to a multiple of eight, and then centres (float64), starts, spots (uint32) and values (float32), all
 * little-endian.
 * @throws BadUserInput for a name that no line can hold
 */
export async function keepMeasurement(
  blobs: BlobStore,
  { genes, spots, centres, counts }: SampleContent,
  signal: AbortSignal,
): Promise<KeptMeasurement> {
  for (const name of [...genes, ...spots])
    if (name.length > MOST_CHARACTERS || UNPRINTABLE.test(name))
      throw new BadUserInput(
        'input.path',
        `must have genes and spots with names of at most ${MOST_CHARACTERS} characters, without control characters`,
      );
  const text = `${genes.join('\n')}\n\n${spots.join('\n')}\n\n`;
  const bare = Buffer.byteLength(text);
  const names = Buffer.from(text + ' '.repeat((8 - (bare % 8)) % 8));
  const parts = [centres, counts.starts, counts.spots, counts.values].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield names;
    yield* parts;
  }
  return { ...(await blobs.put(pieces(), signal)), namesBytes: names.length };
}

/** Reads a sample again. */
export async function loadMeasurement(
  blobs: BlobStore,
  { digest, namesBytes, spotCount, geneCount, entryCount }: SpatialMeasurement,
  signal: AbortSignal,
): Promise<LoadedMeasurement> {
  const { buffer, byteOffset } = await blobs.read(digest, signal);
  const text = Buffer.from(buffer, byteOffset, namesBytes).toString('utf8');
  const [genes = '', spots = ''] = text.split('\n\n');
  let at = byteOffset + namesBytes;
  const next = (bytes: number): number => (at += bytes) - bytes;
  return {
    genes: genes.split('\n'),
    spots: spots.split('\n'),
    centres: new Float64Array(buffer, next(spotCount * 16), spotCount * 2),
    counts: {
      starts: new Uint32Array(buffer, next((geneCount + 1) * 4), geneCount + 1),
      spots: new Uint32Array(buffer, next(entryCount * 4), entryCount),
      values: new Float32Array(buffer, next(entryCount * 4), entryCount),
    },
  };
}

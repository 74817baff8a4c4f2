import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainHeaderOf, type VectorsFileFormat, type VectorsFileOptions, writeVectorsFile } from '#libs/array-files';
import { insertOrIgnore } from '#libs/database';
import { BadUserInput, StoreUnavailable } from '#libs/errors';
import type { BlobStore, StoredBlob } from '#gateway/blob-store';
import type { DataSource } from 'typeorm';
import { EmbeddingFile } from './embedding-file.entity.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import type { NearestVectors } from './nearest-vectors.js';
import { rowTable } from './row-table.js';
import { vectorBatches } from './vector-batches.js';

/** A file of vectors, or the list of what its rows are. */
export type IndexFileFormat = VectorsFileFormat | 'CSV';

/** Bytes to send: those of a header, then those of a blob. */
export interface IndexFile {
  readonly header: Uint8Array;
  readonly blob: string;
}

const MAKING_MS = 600_000;
const NOTHING = new Uint8Array();

/** Files of a generation. `.npy` and `.safetensors` in float32 are its numbers behind a header; every other one is made once, one at a time, and kept. */
export class VectorFiles {
  private readonly making = new Map<string, Promise<EmbeddingFile>>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
    private readonly vectors: NearestVectors,
  ) {}

  /**
   * The making goes on when its caller gives up: whoever asks again finds more of it done.
   * @throws BadUserInput for float16 in HDF5
   */
  async file(generation: EmbeddingGeneration, format: IndexFileFormat, isFloat16: boolean): Promise<IndexFile> {
    if (isFloat16 && format === 'HDF5')
      throw new BadUserInput('float16', 'is not written as HDF5: take another format, or float32');
    if (!isFloat16 && (format === 'NPY' || format === 'SAFETENSORS'))
      return { header: plainHeaderOf(optionsOf(generation, format, isFloat16)), blob: generation.matrixBlob ?? '' };
    const kind = `${format}${isFloat16 ? '16' : ''}`;
    const { blob } = (await this.stored(generation, kind)) ?? (await this.made(generation, kind, format, isFloat16));
    return { header: NOTHING, blob };
  }

  private stored({ tenant, id: generationId }: EmbeddingGeneration, kind: string): Promise<EmbeddingFile | null> {
    return this.dataSource.manager.findOneBy(EmbeddingFile, { tenant, generationId, kind });
  }

  private made(
    generation: EmbeddingGeneration,
    kind: string,
    format: IndexFileFormat,
    isFloat16: boolean,
  ): Promise<EmbeddingFile> {
    const key = `${generation.tenant}/${generation.id}/${kind}`;
    const known = this.making.get(key);
    if (known) return known;
    const making = this.turn
      .then(() => this.make(generation, format, isFloat16))
      .then((stored) => this.keep(generation, kind, stored))
      .finally(() => this.making.delete(key));
    this.turn = making.catch(() => undefined);
    this.making.set(key, making);
    return making;
  }

  private async make(
    generation: EmbeddingGeneration,
    format: IndexFileFormat,
    isFloat16: boolean,
  ): Promise<StoredBlob> {
    const sources = await this.vectors.sourcesOf(generation);
    if (format === 'CSV') return this.blobs.put(asyncOf(rowTable(sources)));
    const folder = await mkdtemp(join(tmpdir(), 'tessera-vectors-'));
    const limits = { signal: AbortSignal.timeout(MAKING_MS), timeoutMs: MAKING_MS };
    try {
      const path = join(folder, 'vectors');
      const batches = vectorBatches(this.blobs, generation, sources, limits.signal);
      await writeVectorsFile(path, optionsOf(generation, format, isFloat16), batches, limits);
      return await this.blobs.put(createReadStream(path), limits.signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async keep(generation: EmbeddingGeneration, kind: string, stored: StoredBlob): Promise<EmbeddingFile> {
    const { tenant, id: generationId } = generation;
    const { digest: blob, sizeBytes } = stored;
    const row = { tenant, generationId, kind, blob, sizeBytes, createdAt: new Date() };
    await insertOrIgnore(this.dataSource.manager, EmbeddingFile, [row]);
    const kept = await this.stored(generation, kind);
    return kept ?? Promise.reject(new StoreUnavailable());
  }
}

async function* asyncOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function optionsOf(generation: EmbeddingGeneration, format: VectorsFileFormat, isFloat16: boolean): VectorsFileOptions {
  const { vectorCount: rows, dimension, level, modelRef, spaceId, cohortId, cohortRevision, id } = generation;
  const metadata = {
    model: modelRef,
    spaceId,
    level,
    cohort: cohortId,
    cohortRevision: String(cohortRevision),
    generation: id,
  };
  const columns = { hasPlaces: level === 'TILE' || level === 'CELL', hasMarkers: level === 'MARKER' };
  return { format, rows, dimension, isFloat16, ...columns, metadata };
}

import type { ModelVersion } from '#model-registry';
import type { BlobStore, BlobWriter } from '#gateway/blob-store';
import type { CohortItem, WholeCohort } from '#gateway/cohorts';
import type { Job, JobTools } from '#gateway/jobs';
import type { AnswerScope, AnswerScopes } from '#gateway/pipeline';
import type { PackedVectors } from './embedding-catalog.service.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import { directedVectors } from './directed-vectors.js';
import { type RowSource, rowSourceLine } from './index-rows.js';

/** What a generation is packed from. */
export interface Packing {
  readonly generation: EmbeddingGeneration;
  readonly version: ModelVersion;
  readonly cohort: WholeCohort;
}

/** Vectors of one source, or why there are none. */
export type FoundVectors =
  { readonly source: Omit<RowSource, 'row' | 'count'>; readonly vectors: Float32Array } | { readonly code: string };

/** Finds the vectors of some items, one entry for each source of rows. */
export interface VectorFinder {
  find(packing: Packing, items: readonly CohortItem[], scope: AnswerScope): AsyncIterable<FoundVectors>;
}

/** Whether the vectors are those of an encoder's features, as they lie in bags. */
export function isOfBags({ level }: Pick<EmbeddingGeneration, 'level'>): boolean {
  return level === 'TILE' || level === 'CELL';
}

/** Items whose answers are read together, and time for so many. */
const ITEMS_AT_ONCE = 50;
const BATCH_MS = 120_000;

/** Puts the vectors of a cohort together, in its order, into two blobs: the numbers and what the rows are. Memory holds some items at a time, whatever their number. */
export class PackVectors {
  constructor(
    private readonly blobs: BlobStore,
    private readonly scopes: AnswerScopes,
    private readonly slides: VectorFinder,
    private readonly tiles: VectorFinder,
  ) {}

  async run(packing: Packing, job: Job, tools: JobTools): Promise<PackedVectors> {
    const matrix = await this.blobs.writer();
    const rows = await this.blobs.writer();
    try {
      return await this.write(packing, job, tools, { matrix, rows });
    } catch (error) {
      await Promise.all([matrix.discard(), rows.discard()]);
      throw error;
    }
  }

  private async write(
    packing: Packing,
    job: Job,
    tools: JobTools,
    { matrix, rows }: { readonly matrix: BlobWriter; readonly rows: BlobWriter },
  ): Promise<PackedVectors> {
    const { generation, cohort } = packing;
    const { dimension } = generation;
    const finder = isOfBags(generation) ? this.tiles : this.slides;
    const missing = new Map<string, number>();
    let vectorCount = 0;
    for (let from = 0; from < cohort.items.length; from += ITEMS_AT_ONCE) {
      tools.signal.throwIfAborted();
      const items = cohort.items.slice(from, from + ITEMS_AT_ONCE);
      for await (const found of finder.find(packing, items, this.scopeOf(job, tools))) {
        const { found: kept, dropped } = 'code' in found ? { found, dropped: [] } : directedVectors(found, dimension);
        const lacking = 'code' in kept ? [...dropped, { code: kept.code, count: 1 }] : dropped;
        for (const { code, count } of lacking) missing.set(code, (missing.get(code) ?? 0) + count);
        if ('code' in kept) continue;
        const { vectors, source } = kept;
        const count = vectors.length / dimension;
        await matrix.write(new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
        await rows.write(rowSourceLine({ ...source, row: vectorCount, count }));
        vectorCount += count;
      }
      tools.progress({ stage: 'packing', done: from + items.length, total: cohort.items.length });
    }
    const stored = { matrixBlob: (await matrix.finish()).digest, rowsBlob: (await rows.finish()).digest };
    return { ...stored, vectorCount, missing: [...missing].sort().map(([code, count]) => ({ code, count })) };
  }

  private scopeOf(job: Job, { signal }: JobTools): AnswerScope {
    const timeout = AbortSignal.timeout(BATCH_MS);
    return this.scopes.of({
      caller: { tenant: job.tenant, id: job.createdBy },
      signal: AbortSignal.any([signal, timeout]),
      deadlineAt: Date.now() + BATCH_MS,
    });
  }
}

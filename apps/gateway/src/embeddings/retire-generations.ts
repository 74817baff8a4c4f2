import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { BlobStore } from '#gateway/blob-store';
import { EmbeddingGeneration } from './embedding-generation.entity.js';
import type { NeighbourGraph } from './neighbour-graph.js';

/** How long things stay that nobody is served any more. */
export interface Retention {
  /** Of a generation that is not served any more: whoever holds an address of its files may come back. */
  readonly keptMs: number;
  /** Of a file that nothing names: somebody may be about to name it. */
  readonly blobMs: number;
}

const FIRST_LOOK_MS = 60_000;
const LOOK_MS = 3_600_000;
/** Generations, and files, of one look: there is always a next one. */
const AT_ONCE = 20;

/** Generations that were ready and are not served any more, or were never finished and will not be: since when, by what came after them. */
const RETIRED = `
  SELECT generation.tenant, generation.id
  FROM embedding_generation generation
  JOIN embedding_index index ON index.tenant = generation.tenant AND index.id = generation.index_id
  LEFT JOIN job ON job.tenant = generation.tenant AND job.id = generation.job_id
  CROSS JOIN LATERAL (
    SELECT min(later.ready_at) AS since FROM embedding_generation later
    WHERE later.tenant = generation.tenant AND later.index_id = generation.index_id
      AND later.state = 'READY' AND later.created_at > generation.created_at) superseded
  WHERE index.serving IS NOT NULL AND index.serving <> generation.id
    AND greatest(superseded.since, generation.ready_at) < now() - $1 * interval '1 millisecond'
    AND (generation.state = 'READY' OR superseded.since IS NOT NULL)
    AND (generation.state = 'READY' OR job.state IS NULL OR job.state NOT IN ('QUEUED', 'RUNNING'))
  ORDER BY generation.created_at LIMIT ${AT_ONCE}`;

/** Its files are noted in the statement that forgets them: whatever happens, either something names a file or it is noted. */
const FORGET = [
  `INSERT INTO discarded_blob (digest, noted_at)
   SELECT DISTINCT blob, now() FROM (
     SELECT unnest(ARRAY[matrix_blob, rows_blob]) AS blob FROM embedding_generation WHERE tenant = $1 AND id = $2
     UNION ALL
     SELECT blob FROM embedding_file WHERE tenant = $1 AND generation_id = $2) named
   WHERE blob IS NOT NULL ON CONFLICT DO NOTHING`,
  'DELETE FROM embedding_file WHERE tenant = $1 AND generation_id = $2',
  'DELETE FROM embedding_generation WHERE tenant = $1 AND id = $2',
] as const;

/** Which of some blobs anything names. Blobs are named by their bytes: the vectors of one slide may be the very bytes of its features or of an answer, of this tenant or another. */
const NAMED = `
  SELECT matrix_blob AS digest FROM embedding_generation WHERE matrix_blob = ANY($1)
  UNION SELECT rows_blob FROM embedding_generation WHERE rows_blob = ANY($1)
  UNION SELECT blob FROM embedding_file WHERE blob = ANY($1)
  UNION SELECT features_blob FROM feature_bag WHERE features_blob = ANY($1)
  UNION SELECT coords_blob FROM feature_bag WHERE coords_blob = ANY($1)
  UNION SELECT stored.value->>'blob' FROM answer, jsonb_each(arrays) stored
        WHERE arrays <> '{}' AND stored.value->>'blob' = ANY($1)`;

const SETTLED = 'DELETE FROM discarded_blob WHERE digest = $1';
const LATER = 'UPDATE discarded_blob SET noted_at = now() WHERE digest = $1';

/** Lets go of generations that have not been served for long: their graphs, their rows and their files, some at a time. */
export class RetireGenerations implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly ending = new AbortController();

  constructor(
    private readonly stores: { readonly dataSource: DataSource; readonly blobs: BlobStore },
    private readonly graph: NeighbourGraph,
    private readonly retention: Retention,
    private readonly onFault: (error: unknown) => void,
  ) {}

  onApplicationBootstrap(): void {
    this.lookIn(FIRST_LOOK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.ending.abort();
    await this.turn;
  }

  private lookIn(ms: number): void {
    this.timer = setTimeout(() => {
      this.turn = this.run(this.ending.signal)
        .catch((error: unknown) => (this.ending.signal.aborted ? undefined : this.onFault(error)))
        .then(() => (this.ending.signal.aborted ? undefined : this.lookIn(LOOK_MS)));
    }, ms).unref();
  }

  /** One look. @returns how many generations and how many files are gone */
  async run(signal: AbortSignal): Promise<{ readonly generations: number; readonly files: number }> {
    const { manager } = this.stores.dataSource;
    const retired: readonly { readonly tenant: string; readonly id: string }[] = await manager.query(RETIRED, [
      this.retention.keptMs,
    ]);
    for (const { tenant, id } of retired) {
      signal.throwIfAborted();
      const generation = await manager.findOneBy(EmbeddingGeneration, { tenant, id });
      if (generation && generation.graph !== null) await this.graph.drop(generation, signal);
      await this.stores.dataSource.transaction((own) => forget(own, tenant, id));
    }
    return { generations: retired.length, files: await this.removeFiles(manager, signal) };
  }

  private async removeFiles(manager: EntityManager, signal: AbortSignal): Promise<number> {
    const noted = await digestsOf(manager, `SELECT digest FROM discarded_blob ORDER BY noted_at LIMIT ${AT_ONCE}`);
    if (noted.length === 0) return 0;
    const named = new Set(await digestsOf(manager, NAMED, [noted]));
    let removed = 0;
    for (const digest of noted) {
      signal.throwIfAborted();
      const found = named.has(digest) ? 'NAMED' : await this.stores.blobs.remove(digest, this.retention.blobMs);
      if (found === 'REMOVED') removed += 1;
      // What is too new goes to the end of the queue.
      await manager.query(found === 'TOO_NEW' ? LATER : SETTLED, [digest]);
    }
    return removed;
  }
}

async function digestsOf(manager: EntityManager, query: string, values: readonly unknown[] = []) {
  const rows: readonly { readonly digest: string }[] = await manager.query(query, [...values]);
  return rows.map(({ digest }) => digest);
}

async function forget(manager: EntityManager, tenant: string, id: string): Promise<void> {
  for (const statement of FORGET) await manager.query(statement, [tenant, id]);
}

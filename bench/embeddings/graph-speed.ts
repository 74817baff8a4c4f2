import { DataSource } from 'typeorm';
import { LinkVectors, NearestVectors, NeighbourGraph } from '#gateway/embeddings';
import type { TestGateway } from '#test/open-test-gateway';
import type { Verdict } from '../benchmark.js';
import { summarize } from '../support/statistics.js';
import { THUMBNAIL_NUMBERS, tileThumbnails } from './tile-thumbnails.js';
import { packGeneration } from './world.js';

const VECTORS = 100_000;
const ASKED = 60;
const K = 10;
const LEAST_RECALL = 0.95;
const GOAL = 0.2;

/** What the graph took, and what looking at every vector takes: by pgvector, and by the worker. */
export interface GraphSpeed {
  readonly buildMs: number;
  readonly efSearch: number;
  readonly measured: readonly { readonly efSearch: number; readonly recallAt10: number }[];
  readonly graphMs: readonly number[];
  readonly scanMs: readonly number[];
  readonly workerMs: readonly number[];
  readonly recall: number;
  readonly verdicts: readonly Verdict[];
}

/** HNSW over 100,000 x 384 real vectors on PostgreSQL. */
export async function measureGraph(world: TestGateway, signal: AbortSignal): Promise<GraphSpeed> {
  const get = world.gateway.app.get.bind(world.gateway.app);
  const [graph, nearest] = [get(NeighbourGraph, { strict: false }), get(NearestVectors, { strict: false })];
  const generation = await packGeneration(world, await tileThumbnails(VECTORS, signal), THUMBNAIL_NUMBERS, 1000);
  const startedAt = performance.now();
  const figures = await get(LinkVectors, { strict: false }).run(
    generation,
    { matrixBlob: generation.matrixBlob ?? '', rowsBlob: generation.rowsBlob ?? '', vectorCount: VECTORS, missing: [] },
    { signal, progress: () => undefined },
  );
  const buildMs = performance.now() - startedAt;
  if (!figures) throw new Error('a graph was expected');
  const times = { graphMs: [] as number[], scanMs: [] as number[], workerMs: [] as number[] };
  const patience = { signal, deadlineAt: Date.now() + 600_000 };
  let hits = 0;
  for (let asked = 0; asked < ASKED; asked++) {
    // Between those that the recall was measured on when it was built.
    const row = Math.floor(((asked + 0.37) * VECTORS) / ASKED);
    const vector = await nearest.vectorOf(generation, row, signal);
    const question = { vector, k: K, exceptRow: row };
    const walked = await timed(times.graphMs, () =>
      graph.nearest(generation, { ...question, efSearch: figures.efSearch, slideIds: null }),
    );
    const { rows } = await timed(times.workerMs, () => nearest.exact(generation, question, patience));
    if (asked % 6 === 0)
      await timed(times.scanMs, () => scan(get(DataSource, { strict: false }), generation.id, vector));
    const least = (rows.at(-1)?.similarity ?? 1) - 1e-9;
    hits += walked.filter(({ similarity }) => similarity >= least).length;
  }
  const recall = hits / (ASKED * K);
  const share = summarize(times.graphMs).p50 / summarize(times.scanMs).p50;
  const verdicts = [
    {
      goal: `HNSW over ${VECTORS} x ${THUMBNAIL_NUMBERS} real vectors: recall@10 at least ${LEAST_RECALL}`,
      isMet: recall >= LEAST_RECALL,
      found: `${recall.toFixed(3)} with ${figures.efSearch} candidates`,
    },
    {
      goal: `under ${GOAL}x of the time of looking at every vector in the database`,
      isMet: share < GOAL,
      found: `${share.toFixed(3)}x`,
    },
  ];
  return { buildMs, efSearch: figures.efSearch, measured: figures.measured, ...times, recall, verdicts };
}

/** The ten nearest by pgvector without an index. */
function scan(dataSource: DataSource, id: string, vector: Float32Array): Promise<unknown> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_indexscan = off');
    const order = `vector <=> '[${vector.join(',')}]'::vector`;
    return manager.query(`SELECT row FROM embedding_vector WHERE generation_id = $1 ORDER BY ${order} LIMIT ${K}`, [
      id,
    ]);
  });
}

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  into.push(performance.now() - startedAt);
  return result;
}

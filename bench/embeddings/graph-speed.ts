import { DataSource } from 'typeorm';
import { LinkVectors, NearestVectors, NeighbourGraph } from '#gateway/embeddings';
import type { TestGateway } from '#test/open-test-gateway';
import type { Verdict } from '../benchmark.js';
import { pairedRatio, ratioText } from '../support/statistics.js';
import { THUMBNAIL_NUMBERS, tileThumbnails } from './tile-thumbnails.js';
import { packGeneration } from './world.js';

const VECTORS = 100_000;
const ASKED = 60;
const K = 10;
const LEAST_RECALL = 0.95;
const GOAL = 0.2;

/** What the graph took, and what looking at every vector takes: in the same store, by pgvector, which the goal is about; and by the gateway's worker, which holds the matrix in memory. */
export interface GraphSpeed {
  readonly buildMs: number;
  readonly efSearch: number | null;
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
  const { efSearch, measured } = figures;
  if (efSearch === null)
    return {
      buildMs,
      efSearch,
      measured,
      graphMs: [],
      scanMs: [],
      workerMs: [],
      recall: NaN,
      verdicts: [tooPoor(measured)],
    };
  const times = { graphMs: [] as number[], scanMs: [] as number[], workerMs: [] as number[] };
  const patience = { signal, deadlineAt: Date.now() + 600_000 };
  let hits = 0;
  for (let asked = 0; asked < ASKED; asked++) {
    // Between those that the recall was measured on when it was built.
    const row = Math.floor(((asked + 0.37) * VECTORS) / ASKED);
    const vector = await nearest.vectorOf(generation, row, signal);
    const question = { vector, k: K, exceptRow: row };
    const walk = () => graph.nearest(generation, { ...question, efSearch, slideIds: null });
    const look = () => scan(get(DataSource, { strict: false }), generation.id, vector);
    // In turn, so that both meet the same load.
    if (asked % 2 === 1) await timed(times.scanMs, look);
    const walked = await timed(times.graphMs, walk);
    if (asked % 2 === 0) await timed(times.scanMs, look);
    const { rows } = await timed(times.workerMs, () => nearest.exact(generation, question, patience));
    const least = (rows.at(-1)?.similarity ?? 1) - 1e-9;
    hits += (walked ?? rows).filter(({ similarity }) => similarity >= least).length;
  }
  const recall = hits / (ASKED * K);
  const share = pairedRatio(times.graphMs, times.scanMs);
  const ofWorker = pairedRatio(times.graphMs, times.workerMs);
  const built = measured.find((one) => one.efSearch === efSearch)?.recallAt10 ?? NaN;
  const verdicts = [
    {
      goal: `HNSW over ${VECTORS} x ${THUMBNAIL_NUMBERS} real vectors: recall@10 at least ${LEAST_RECALL}, when it is built and of other vectors`,
      isMet: recall >= LEAST_RECALL && built >= LEAST_RECALL,
      found: `${built.toFixed(3)} and ${recall.toFixed(3)} with ${efSearch} candidates`,
    },
    {
      goal: `under ${GOAL}x of the time of looking at every vector in the same store`,
      isMet: share.high < GOAL,
      found: `${ratioText(share)}; of the gateway's own worker, which is no goal, ${ratioText(ofWorker)}`,
    },
  ];
  return { buildMs, efSearch, measured, ...times, recall, verdicts };
}

/** The verdict on a graph that is not walked. */
function tooPoor(measured: GraphSpeed['measured']): Verdict {
  const most = measured.at(-1);
  return {
    goal: `HNSW over ${VECTORS} x ${THUMBNAIL_NUMBERS} real vectors: recall@10 at least ${LEAST_RECALL}`,
    isMet: false,
    found: `${most?.recallAt10.toFixed(3)} with ${most?.efSearch} candidates: the graph was let go, and every vector is looked at`,
  };
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

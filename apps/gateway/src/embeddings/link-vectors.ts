import type { JsonObject } from '#libs/database';
import type { BlobStore } from '#gateway/blob-store';
import type { JobTools } from '#gateway/jobs';
import type { PackedVectors } from './embedding-catalog.service.js';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';
import { efSearchOf, type GraphFigures, isSafe, type MeasuredRecall } from './graph-figures.js';
import { sourceOfRow } from './index-rows.js';
import type { NearestVectors } from './nearest-vectors.js';
import { NeighbourGraph } from './neighbour-graph.js';
import { vectorBatches } from './vector-batches.js';

/** Numbers in one statement: written as text, they take the event loop some milliseconds. */
const NUMBERS_AT_ONCE = 16_384;
/** pgvector takes no more than the last. */
const EF_SEARCH = [40, 80, 160, 320, 640, 1000] as const;
const ASKED = 200;
const K = 10;
const MEASURING_MS = 600_000;

/** Builds the graph of a large generation, and measures how much it misses. */
export class LinkVectors {
  constructor(
    private readonly graph: NeighbourGraph,
    private readonly vectors: NearestVectors,
    private readonly blobs: BlobStore,
    /** Generations of more vectors get a graph. */
    private readonly exactVectors: number,
  ) {}

  /** @returns null for a generation that needs no graph, or can have none */
  async run(generation: EmbeddingGeneration, packed: PackedVectors, tools: JobTools): Promise<GraphFigures | null> {
    const { vectorCount } = packed;
    if (vectorCount <= this.exactVectors || !NeighbourGraph.takes(generation.dimension)) return null;
    const filled = { ...generation, ...packed };
    await this.fill(filled, tools);
    const figures = await this.measure(filled, tools.signal);
    // A graph that misses too much is not kept; what was measured is, so that everybody sees why.
    if (figures.efSearch === null) await this.graph.drop(filled, tools.signal);
    return figures;
  }

  private async fill(generation: EmbeddingGeneration, tools: JobTools): Promise<void> {
    const { dimension, vectorCount } = generation;
    const sources = await this.vectors.sourcesOf(generation);
    const done = await this.graph.open(generation, tools.signal);
    const atOnce = Math.max(1, Math.floor(NUMBERS_AT_ONCE / dimension));
    let row = 0;
    for await (const { vectors, items } of vectorBatches(this.blobs, generation, sources, tools.signal)) {
      for (let from = Math.max(0, done - row); from < items.length; from += atOnce) {
        tools.signal.throwIfAborted();
        const some = vectors.subarray(from * dimension, (from + atOnce) * dimension);
        const rows = Array.from({ length: some.length / dimension }, (_, index) => row + from + index);
        const slideIds = rows.map((one) => sourceOfRow(sources, one)?.slideIds.join(' ') ?? '');
        await this.graph.add(generation, { row: row + from, slideIds, vectors: some });
        tools.progress({ stage: 'linking', done: row + from + rows.length, total: vectorCount });
      }
      row += items.length;
    }
  }

  /** Vectors of the index itself, evenly over it, are asked about; a row counts as found when it is as near as the tenth. */
  private async measure(generation: EmbeddingGeneration, signal: AbortSignal): Promise<GraphFigures> {
    const patience = { signal, deadlineAt: Date.now() + MEASURING_MS };
    const truths = [];
    const { vectorCount } = generation;
    const times = Math.min(ASKED, Math.max(1, Math.floor(vectorCount / 2)));
    for (let asked = 0; asked < times; asked++) {
      const row = Math.floor((asked * vectorCount) / times);
      const vector = await this.vectors.vectorOf(generation, row, signal);
      const { rows } = await this.vectors.exact(generation, { vector, k: K, exceptRow: row }, patience);
      truths.push({ row, vector, least: (rows.at(-1)?.similarity ?? 1) - 1e-9, count: rows.length });
    }
    const measured: (MeasuredRecall & JsonObject)[] = [];
    for (const efSearch of EF_SEARCH) {
      let [hits, all] = [0, 0];
      for (const { row, vector, least, count } of truths) {
        const question = { vector, k: K, efSearch, slideIds: null, exceptRow: row };
        const found = await this.graph.nearest(generation, question);
        // Where a walk cannot tell equally alike rows apart, every vector is looked at instead.
        hits += found === null ? count : found.filter(({ similarity }) => similarity >= least).length;
        all += count;
      }
      const recall = { efSearch, recallAt10: all === 0 ? 1 : hits / all };
      measured.push(recall);
      if (isSafe(recall)) break;
    }
    return { efSearch: efSearchOf(measured), measured };
  }
}

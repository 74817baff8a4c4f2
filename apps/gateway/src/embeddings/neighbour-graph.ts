import type { DataSource } from 'typeorm';
import { type Neighbour, rankExactly } from '#libs/vector-search';
import type { EmbeddingGeneration } from './embedding-generation.entity.js';

/** What is asked of a graph. */
export interface GraphQuestion {
  readonly vector: Float32Array;
  readonly k: number;
  readonly efSearch: number;
  /** Slides that may be found; all, when null. */
  readonly slideIds: readonly string[] | null;
  readonly exceptRow: number | undefined;
}

/** Rows with their slides, for the graph. */
export interface GraphRows {
  readonly row: number;
  readonly slideIds: readonly string[];
  /** [slideIds.length, dimension] */
  readonly vectors: Float32Array;
}

/** pgvector's HNSW takes up to 2,000 float32 numbers a vector, and up to 4,000 as float16 in the graph; what it finds is ranked again in double precision. */
const MOST_FLOATS = 2000;
const MOST_HALVES = 4000;
/** Beyond k, so that equal similarities at the end are told apart by their rows. */
const SPARE = 10;
/** Deleted in one statement: some milliseconds. */
const ROWS_DROPPED_AT_ONCE = 1000;
const ID = /^eig_([0-9a-f]{40})$/;

/** A graph of neighbours over a generation: pgvector's HNSW (Malkov, Yashunin 2018, arXiv:1603.09320), an index of its own over the generation's rows. */
export class NeighbourGraph {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether there can be one. */
  static takes(dimension: number): boolean {
    return dimension <= MOST_HALVES;
  }

  /**
   * Opens the graph of a generation that is being made.
   * @returns how many rows are in it already: it grows row by row, and what a killed job put in stays in, if it was of the same matrix
   */
  async open(generation: EmbeddingGeneration, signal: AbortSignal): Promise<number> {
    const { name, literal } = namesOf(generation);
    const { type, operators } = castOf(generation);
    const { tenant, id, matrixBlob } = generation;
    if (begunWith(generation) !== matrixBlob) await this.drop(generation, signal);
    const begun = JSON.stringify({ begunWith: matrixBlob });
    await this.dataSource.query(BEGIN, [tenant, id, begun]);
    await this.dataSource.query(
      `CREATE INDEX IF NOT EXISTS ${name} ON embedding_vector USING hnsw ((vector::${type}) ${operators}) WHERE generation_id = ${literal}`,
    );
    const found: readonly { readonly next: number | null }[] = await this.dataSource.query(
      `SELECT max(row) + 1 AS next FROM embedding_vector WHERE tenant = $1 AND generation_id = ${literal}`,
      [tenant],
    );
    return Number(found[0]?.next ?? 0);
  }

  /** Puts rows in: all of them, or none. */
  async add(generation: EmbeddingGeneration, { row, slideIds, vectors }: GraphRows): Promise<void> {
    const { dimension, tenant, id } = generation;
    const rows = slideIds.map((_, index) => row + index);
    const texts = slideIds.map((_, index) => textOf(vectors.subarray(index * dimension, (index + 1) * dimension)));
    await this.dataSource.query(
      `INSERT INTO embedding_vector (tenant, generation_id, row, slide_id, vector)
       SELECT $1, $2, given.row, given.slide_id, given.vector::vector
       FROM unnest($3::integer[], $4::text[], $5::text[]) AS given (row, slide_id, vector)`,
      [tenant, id, rows, slideIds, texts],
    );
  }

  /**
   * The nearest that the walk finds, ranked in double precision: fewer than k where it gave up, or where the graph is being dropped; null where more are as alike as the last of them than
   * were looked at, so that nobody knows which of these come first.
   */
  async nearest(generation: EmbeddingGeneration, question: GraphQuestion): Promise<readonly Neighbour[] | null> {
    const { vector, k, efSearch, slideIds, exceptRow } = question;
    const { literal } = namesOf(generation);
    const { type } = castOf(generation);
    const among = slideIds === null ? '' : 'AND slide_id = ANY($3)';
    const found = await this.dataSource.transaction(async (manager): Promise<readonly FoundRow[]> => {
      await manager.query(SETTINGS, [String(Math.trunc(efSearch))]);
      return manager.query(
        `SELECT row, vector::text AS vector FROM embedding_vector
         WHERE generation_id = ${literal} AND tenant = $1 ${among}
           AND EXISTS (SELECT FROM embedding_generation WHERE tenant = $1 AND id = ${literal} AND NOT coalesce(graph, '{}') ? 'dropping')
         ORDER BY vector::${type} <=> $2::${type} LIMIT ${Math.trunc(k) + SPARE}`,
        [generation.tenant, textOf(vector), ...(slideIds === null ? [] : [slideIds])],
      );
    });
    const kept = found.filter(({ row }) => row !== exceptRow).sort((a, b) => a.row - b.row);
    const { dimension } = generation;
    const vectors = new Float32Array(kept.length * dimension);
    for (const [place, { vector: text }] of kept.entries()) vectors.set(JSON.parse(text), place * dimension);
    const all = rankExactly({ vectors, dimension }, vector, kept.keys(), { k: kept.length, similarity: 'COSINE' });
    const isFull = found.length === Math.trunc(k) + SPARE;
    if (isFull && all.at(-1)?.similarity === all[k - 1]?.similarity) return null;
    return all.slice(0, k).map(({ row, similarity }) => ({ row: kept[row]?.row ?? -1, similarity }));
  }

  /**
   * Lets a graph go, some rows a statement, so that nobody waits long for the database. Whoever walks it from now on finds nothing, and looks at every vector instead. What a killed process
   * left is let go the next time: the mark stays until the last row is gone.
   */
  async drop(generation: EmbeddingGeneration, signal: AbortSignal): Promise<void> {
    const { name, literal } = namesOf(generation);
    const { tenant, id } = generation;
    await this.dataSource.query(BEGIN, [tenant, id, JSON.stringify({ dropping: true })]);
    await this.dataSource.query(`DROP INDEX IF EXISTS ${name}`);
    for (let left = ROWS_DROPPED_AT_ONCE; left === ROWS_DROPPED_AT_ONCE;) {
      signal.throwIfAborted();
      const gone: readonly [unknown, number] = await this.dataSource.query(
        `DELETE FROM embedding_vector WHERE tenant = $1 AND generation_id = ${literal} AND row IN (
           SELECT row FROM embedding_vector WHERE tenant = $1 AND generation_id = ${literal} ORDER BY row LIMIT ${ROWS_DROPPED_AT_ONCE})`,
        [tenant],
      );
      left = gone[1];
    }
    await this.dataSource.query(BEGIN, [tenant, id, null]);
  }
}

/** For one transaction: strict_order goes on walking until enough rows meet the filter, most alike first. */
const SETTINGS = `
  SELECT set_config('hnsw.ef_search', $1, true), set_config('hnsw.iterative_scan', 'strict_order', true), set_config('enable_seqscan', 'off', true)`;

const BEGIN = 'UPDATE embedding_generation SET graph = $3 WHERE tenant = $1 AND id = $2';

/** The matrix of which rows were put in before. */
function begunWith({ graph }: EmbeddingGeneration): unknown {
  return typeof graph === 'object' && graph !== null && 'begunWith' in graph ? graph.begunWith : null;
}

interface FoundRow {
  readonly row: number;
  readonly vector: string;
}

/** The planner takes an index over some of the rows only where the statement itself names them. */
function namesOf({ id }: EmbeddingGeneration): { readonly name: string; readonly literal: string } {
  const [, digits] = ID.exec(id) ?? [];
  if (digits === undefined) throw new RangeError('A generation is named by 40 lower-case hexadecimal digits.');
  return { name: `hnsw_${digits}`, literal: `'${id}'` };
}

function castOf({ dimension }: EmbeddingGeneration): { readonly type: string; readonly operators: string } {
  return dimension <= MOST_FLOATS
    ? { type: `vector(${dimension})`, operators: 'vector_cosine_ops' }
    : { type: `halfvec(${dimension})`, operators: 'halfvec_cosine_ops' };
}

function textOf(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}

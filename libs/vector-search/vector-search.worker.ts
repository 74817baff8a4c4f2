import { availableParallelism } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { SearchOrder, SearchQuestion, SearchReply } from './messages.js';
import { lengthOf, type Neighbour, rankExactly, type VectorRows } from './rank-exactly.js';
import { searchGraph } from './search-graph.js';

// Started by vector-search.ts. ONNX Runtime computes on the thread that calls it, and on one more for each core but the first.

/** Rows that are ranked in double precision at once: fewer than this, and the matrix engine has nothing to do. */
const FEW_ROWS = 2048;
const SPARE_CANDIDATES = 32;
const MOST_THREADS = 4;

interface Held extends VectorRows {
  readonly rowCount: number;
  readonly matrix: Tensor;
  /** [1, n]: one over the length of each row, and zeros. */
  readonly perLength: Tensor;
  readonly noMask: Tensor;
  readonly greatestLength: number;
}

class Refusal extends Error {
  constructor(readonly reply: Extract<SearchReply, { kind: 'REFUSED' }>) {
    super(reply.rule);
  }
}

const held = new Map<string, Held>();
const session = InferenceSession.create(searchGraph(), {
  intraOpNumThreads: Math.min(MOST_THREADS, availableParallelism()),
  interOpNumThreads: 1,
  enableCpuMemArena: false,
});

// The type of messages is a contract with vector-search.ts, in this folder, which sends one at a time.
parentPort?.on('message', (order: SearchOrder) => {
  void carryOut(order).then(
    (neighbours) => reply({ kind: 'DONE', neighbours }),
    (error: unknown) => reply(error instanceof Refusal ? error.reply : { kind: 'FAILED', reason: String(error) }),
  );
});

function reply(message: SearchReply): void {
  parentPort?.postMessage(message);
}

async function carryOut(order: SearchOrder): Promise<readonly Neighbour[]> {
  if (order.kind === 'HOLD') hold(order.key, order);
  else if (order.kind === 'DROP') held.delete(order.key);
  else return search(order.key, order);
  return [];
}

function hold(key: string, { vectors, dimension }: VectorRows): void {
  const rowCount = vectors.length / dimension;
  const perLength = new Float32Array(rowCount);
  let greatestLength = 0;
  for (let row = 0; row < rowCount; row++) {
    const length = lengthOf(vectors.subarray(row * dimension, (row + 1) * dimension));
    if (!Number.isFinite(length)) throw refusal('vectors', 'must hold finite numbers', row);
    if (length === 0) throw refusal('vectors', 'must hold no vector of length zero: it has no direction', row);
    perLength[row] = 1 / length;
    greatestLength = Math.max(greatestLength, length);
  }
  const tensors = {
    matrix: new Tensor('float32', vectors, [rowCount, dimension]),
    perLength: new Tensor('float32', perLength, [1, rowCount]),
    noMask: new Tensor('float32', new Float32Array(rowCount), [1, rowCount]),
  };
  held.set(key, { vectors, dimension, rowCount, ...tensors, greatestLength });
}

async function search(key: string, question: SearchQuestion): Promise<readonly Neighbour[]> {
  const rows = held.get(key);
  if (!rows) throw new Error('no such matrix');
  const length = lengthOf(question.query);
  if (question.query.length !== rows.dimension) throw refusal('vector', `must have ${rows.dimension} numbers`);
  if (!Number.isFinite(length)) throw refusal('vector', 'must hold finite numbers');
  if (length === 0) throw refusal('vector', 'must not be of length zero: it has no direction');
  const count = allowedCount(rows.rowCount, question.allowed);
  if (count <= Math.max(FEW_ROWS, question.k))
    return rankExactly(rows, question.query, allowedRows(rows.rowCount, question.allowed), question);
  return amongMany(rows, question, count, length);
}

/** Candidates of the matrix engine, ranked in double precision; more of them, as long as one that was left out could belong to the answer. */
async function amongMany(
  rows: Held,
  question: SearchQuestion,
  count: number,
  length: number,
): Promise<readonly Neighbour[]> {
  const ask = await asker(rows, question, length);
  const error = roundingBound(rows, question, length);
  for (let candidates = question.k + SPARE_CANDIDATES; candidates < count; candidates *= 4) {
    const { found, lowest } = await ask(candidates);
    const ranked = rankExactly(rows, question.query, found, question);
    if ((ranked.at(-1)?.similarity ?? -Infinity) > lowest + error) return ranked;
  }
  return rankExactly(rows, question.query, allowedRows(rows.rowCount, question.allowed), question);
}

/**
 * How far a similarity in single precision can be from the exact one: d + 8 rounded operations (N. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
 * section 3.1: n*u / (1 - n*u) times the lengths of both vectors).
 */
function roundingBound(rows: Held, { similarity }: SearchQuestion, length: number): number {
  const operations = (rows.dimension + 8) * 2 ** -24;
  return (operations / (1 - operations)) * (similarity === 'COSINE' ? 1 : length * rows.greatestLength);
}

async function asker(rows: Held, { query, similarity, allowed }: SearchQuestion, length: number) {
  const isCosine = similarity === 'COSINE';
  const perRow = [1, rows.rowCount];
  const feeds = {
    q: new Tensor('float32', isCosine ? query.map((value) => value / length) : query, [1, rows.dimension]),
    m: rows.matrix,
    scale: isCosine ? rows.perLength : new Tensor('float32', new Float32Array(rows.rowCount).fill(1), perRow),
    mask: allowed ? new Tensor('float32', maskOf(rows.rowCount, allowed), perRow) : rows.noMask,
  };
  const engine = await session;
  return async (candidates: number) => {
    const k = new Tensor('int64', BigInt64Array.of(BigInt(candidates)), [1]);
    const { values, rows: found } = await engine.run({ ...feeds, k });
    if (!(values?.data instanceof Float32Array && found?.data instanceof BigInt64Array)) throw new Error('no answer');
    return { found: [...found.data].map(Number), lowest: values.data.at(-1) ?? -Infinity };
  };
}

function maskOf(rowCount: number, allowed: Uint8Array): Float32Array {
  const mask = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) if (allowed[row] !== 1) mask[row] = -Infinity;
  return mask;
}

function allowedCount(rowCount: number, allowed: Uint8Array | undefined): number {
  if (!allowed) return rowCount;
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (allowed[row] === 1) count += 1;
  return count;
}

function allowedRows(rowCount: number, allowed: Uint8Array | undefined): readonly number[] {
  if (allowed && allowed.length !== rowCount) throw new Error('the mask has another number of rows');
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) if (!allowed || allowed[row] === 1) rows.push(row);
  return rows;
}

function refusal(argument: 'vectors' | 'vector', rule: string, row?: number): Refusal {
  return new Refusal({ kind: 'REFUSED', argument, rule, ...(row === undefined ? {} : { row }) });
}

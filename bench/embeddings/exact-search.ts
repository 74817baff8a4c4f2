import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { encodeNpy } from '#libs/array-files';
import { VectorSearch } from '#libs/vector-search';
import { packageRoot } from '#gateway/config';
import { pythonWithReaders } from '#test/array-readers';
import type { Verdict } from '../benchmark.js';
import { ownDelayDuring, type LoopDelay } from '../support/loop-delay.js';
import { pairedRatio, ratioText, seededRandom, summarize } from '../support/statistics.js';

const ROWS = 50_000;
const DIMENSION = 768;
const K = 10;
const ROUNDS = 41;
const GOAL = 1.2;

const answered = z.object({ ms: z.number(), rows: z.array(z.number()) });

/** What the search in a worker took, and numpy in the same run. */
export interface ExactFigures {
  readonly ownMs: readonly number[];
  readonly numpyMs: readonly number[];
  readonly delay: LoopDelay;
  readonly verdict: Verdict;
}

/** Exact search, 50,000 x 768, the ten nearest: round by round, each with the same query by numpy and by the worker. */
export async function measureExact(folder: string, signal: AbortSignal): Promise<ExactFigures> {
  const random = seededRandom(1);
  const vectors = Float32Array.from({ length: ROWS * DIMENSION }, () => random() - 0.5);
  const queries = Array.from({ length: ROUNDS }, () => Float32Array.from({ length: DIMENSION }, () => random() - 0.5));
  const matrix = join(folder, 'matrix.npy');
  await writeFile(matrix, encodeNpy({ datatype: 'FP32', shape: [ROWS, DIMENSION], data: vectors }));
  const ask = await numpyPeer(matrix, signal);
  const search = new VectorSearch(2 ** 30);
  const options = { signal, timeoutMs: 60_000 };
  try {
    await search.hold('m', { vectors, dimension: DIMENSION }, options);
    const [ownMs, numpyMs]: [number[], number[]] = [[], []];
    const delay = await ownDelayDuring(async () => {
      for (const [round, query] of queries.entries()) {
        const file = join(folder, `query-${round}.npy`);
        await writeFile(file, encodeNpy({ datatype: 'FP32', shape: [DIMENSION], data: query }));
        const searched = async () => {
          const startedAt = performance.now();
          const rows = await search.search('m', { query, k: K, similarity: 'COSINE' }, options);
          ownMs.push(performance.now() - startedAt);
          return rows;
        };
        // In turn, and each first as often as the other.
        const early = round % 2 === 0 ? await searched() : null;
        const peer = await ask(file);
        const found = early ?? (await searched());
        numpyMs.push(peer.ms);
        if (found.map(({ row }) => row).join() !== peer.rows.join()) throw new Error('numpy found other rows');
      }
    });
    const ratio = pairedRatio(ownMs, numpyMs);
    const least = summarize(ownMs).min / summarize(numpyMs).min;
    const found = `${ratioText(ratio)}; fastest by fastest ${least.toFixed(2)}x`;
    const goal = `exact search ${ROWS} x ${DIMENSION}, ${K} nearest, at most ${GOAL}x numpy`;
    return { ownMs, numpyMs, delay, verdict: { goal, isMet: ratio.high <= GOAL, found } };
  } finally {
    await search.close();
    await ask(null);
  }
}

type AskPeer = (file: string | null) => Promise<z.infer<typeof answered>>;

async function numpyPeer(matrix: string, signal: AbortSignal): Promise<AskPeer> {
  const script = join(packageRoot(), 'bench/embeddings/numpy_peer.py');
  const peer = spawn(await pythonWithReaders(), [script, matrix, String(K)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    signal,
  });
  const lines = createInterface(peer.stdout)[Symbol.asyncIterator]();
  await lines.next();
  return async (file) => {
    if (file === null) {
      peer.stdin.end();
      await once(peer, 'exit');
      return { ms: 0, rows: [] };
    }
    peer.stdin.write(`${file}\n`);
    const { value } = await lines.next();
    return answered.parse(JSON.parse(value ?? 'null'));
  };
}

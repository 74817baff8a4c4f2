import { parentPort } from 'node:worker_threads';
import { BadUserInput } from '#libs/errors';
import { geneSetOfLine } from '../gmt.js';
import { linesOf } from '../lines.js';
import type { ExpressionMatrix } from './expression-matrix.js';
import { scoreGeneSets, type GeneSetScores } from './score-gene-sets.js';
import type {
  MatrixScores,
  MatrixScoringOutcome,
  MatrixScoringTask,
  ScoredSet,
  StoredMatrix,
} from './score-matrix.types.js';

// Started by score-matrix.ts: answers each MatrixScoringTask that it is told, one after the other. It may be ended at any time, and its threads with it.
const NEVER = new AbortController().signal;
const LONGEST_MS = 2_147_483_647;

parentPort?.on('message', (task: MatrixScoringTask) => void outcomeOf(task).then(answer));

async function outcomeOf({
  matrix,
  reference,
  sets,
  method,
  threads,
  minSize,
  maxSize,
}: MatrixScoringTask): Promise<MatrixScoringOutcome> {
  try {
    const compared = reference === null ? {} : { reference: matrixOf(reference) };
    const request = { matrix: matrixOf(matrix), ...compared, sets: setsOf(sets), method, minSize, maxSize };
    const onProgress = (done: number, total: number): void => answer({ kind: 'progress', done, total });
    const run = {
      signal: NEVER,
      timeoutMs: LONGEST_MS,
      isOwnThread: true,
      onProgress,
      ...(threads === null ? {} : { threads }),
    };
    return { kind: 'scored', scores: kept(await scoreGeneSets(request, run)) };
  } catch (error) {
    if (error instanceof BadUserInput) return { kind: 'refused', argument: error.argument, rule: error.rule };
    return { kind: 'broken', reason: error instanceof Error ? error.message : 'it broke down' };
  }
}

function matrixOf({ names, values }: StoredMatrix): ExpressionMatrix {
  const [genes = '', samples = ''] = Buffer.from(names).toString('utf8').split('\n\n');
  return { genes: genes.split('\n'), samples: samples.trimEnd().split('\n'), values };
}

function setsOf(bytes: Uint8Array) {
  return Array.from(linesOf(bytes, 'sets'), ({ text }) => geneSetOfLine(text));
}

function kept({ sets, samples, scores, passedOver, geneCount, constantGenes }: GeneSetScores): MatrixScores {
  const scored = sets.map(({ name, size, rows, missing }) => ({
    name,
    size,
    overlap: rows.length,
    missing,
    reason: null,
  }));
  const listed: readonly ScoredSet[] = [...scored, ...passedOver];
  const shared = new Float64Array(new SharedArrayBuffer(scores.byteLength));
  shared.set(scores);
  return {
    scores: shared,
    report: Buffer.from(listed.map((set) => `${JSON.stringify(set)}\n`).join(''), 'utf8'),
    table: tableOf(
      sets.map(({ name }) => name),
      samples,
      scores,
    ),
    setCount: sets.length,
    passedOverCount: passedOver.length,
    geneCount,
    constantGenes,
  };
}

function tableOf(sets: readonly string[], samples: readonly string[], scores: Float64Array): Uint8Array {
  const lines = [Buffer.from(`set\t${samples.join('\t')}\n`, 'utf8')];
  for (const [set, name] of sets.entries()) {
    const row = scores.subarray(set * samples.length, (set + 1) * samples.length);
    lines.push(Buffer.from(`${name}\t${row.join('\t')}\n`, 'utf8'));
  }
  return Buffer.concat(lines);
}

function answer(outcome: MatrixScoringOutcome): void {
  parentPort?.postMessage(outcome);
}

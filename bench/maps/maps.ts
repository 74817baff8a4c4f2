import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { ms, seconds } from '../support/figures.js';
import { DIST, inTemporaryFolder } from '../support/folders.js';
import { summarize } from '../support/statistics.js';
import type { MadeMap } from './made-map.js';

const DATATYPES = ['FP32', 'FP16'] as const;
const MOST_SHARE = 0.5;
const MOST_READ_MS = 50;
const LIMIT_MS = 900_000;

export const maps: Benchmark = {
  name: 'maps',
  summary: 'a map of 5,000 tiles and 20,820 genes: memory while it is written, time to read one gene',
  run: (options) => inTemporaryFolder((folder) => measure(folder, options)),
};

async function measure(folder: string, { signal }: BenchOptions): Promise<BenchReport> {
  const made: MadeMap[] = [];
  for (const datatype of DATATYPES) made.push(await inProcess(join(folder, datatype), datatype, signal));
  const shares = made.map(({ peakBytes, baseBytes, wholeBytes }) => (peakBytes - baseBytes) / wholeBytes);
  const reads = made.map(({ readMs }) => summarize(readMs));
  return {
    tables: [
      {
        title: '5,000 tiles x 20,820 genes, written as a version answers: 96 tiles at a time',
        header: ['', 'whole', 'peak above start', 'of float32 whole', 'written in', 'one gene', 'p99', 'hundred genes'],
        rows: made.map(({ datatype, storedBytes, peakBytes, baseBytes, writeMs, hundredMs }, at) => [
          datatype,
          megabytes(storedBytes),
          megabytes(peakBytes - baseBytes),
          `${(shares[at] ?? NaN).toFixed(2)}x`,
          seconds(writeMs),
          ms(reads[at]?.p50 ?? NaN),
          ms(reads[at]?.p99 ?? NaN),
          ms(hundredMs),
        ]),
      },
    ],
    verdicts: [
      {
        goal: `never whole in memory: peak at most ${MOST_SHARE}x of the map as float32`,
        isMet: shares.every((share) => share <= MOST_SHARE),
        found: shares.map((share) => `${share.toFixed(2)}x`).join(', '),
      },
      {
        goal: `one gene of it within ${MOST_READ_MS} ms`,
        isMet: reads.every(({ p50 }) => p50 <= MOST_READ_MS),
        found: reads.map(({ p50 }) => ms(p50)).join(', '),
      },
    ],
    notes: [
      `Peak: resident memory of a fresh process at the most, garbage that is not collected yet included, above what it had before; the whole is ${megabytes(made[0]?.wholeBytes ?? 0)} as float32.`,
      'What a version would answer is made by a formula: the time of a model is not in these figures. Every value that is read is held against the formula; tiles without a value are NaN.',
    ],
    figures: { made },
  };
}

/** A fresh process for each: the most that a process has ever had never falls. */
async function inProcess(folder: string, datatype: string, signal: AbortSignal): Promise<MadeMap> {
  const child = fork(join(DIST, 'bench/maps/made-map.process.js'), [folder, datatype], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const ended = once(child, 'exit', { signal: limit }).then(() => Promise.reject(new Error('it ended early')));
    const [message] = (await Promise.race([once(child, 'message', { signal: limit }), ended])) as [MadeMap];
    return message;
  } finally {
    child.kill('SIGKILL');
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

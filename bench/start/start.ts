import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { AddSlideDocument, TesseraClient } from '#libs/client';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { ms, ratio, seconds } from '../support/figures.js';
import { DEMO_SLIDES, inTemporaryFolder } from '../support/folders.js';
import { processorTimeMs } from '../support/processor-time.js';
import { C6 } from '../support/prepared-slide.js';
import { startGateway } from '../support/servers.js';
import { summarize } from '../support/statistics.js';

const STARTS = 5;
const GOAL_MS = 3_000;

interface Start {
  readonly wallMs: number;
  /** Processor time of the gateway's process alone, until it listens. */
  readonly cpuMs: number;
}

export const start: Benchmark = {
  name: 'start',
  summary: 'from starting the process to listening, on an existing store',
  run: (options) => inTemporaryFolder((folder) => measure(join(folder, 'data'), options)),
};

async function measure(dataDir: string, { signal }: BenchOptions): Promise<BenchReport> {
  const first = await makeStore(dataDir, signal);
  const starts: Start[] = [];
  const bare: number[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    signal.throwIfAborted();
    bare.push(await startNode());
    starts.push(await startOnce(dataDir));
  }
  const wall = summarize(starts.map(({ wallMs }) => wallMs));
  const cpu = summarize(starts.map(({ cpuMs }) => cpuMs));
  const node = summarize(bare);
  const row = (name: string, { min, p50, max }: typeof wall): readonly string[] => {
    return [name, ms(min), ms(p50), ms(max), ratio(p50, node.p50)];
  };
  return {
    tables: [
      {
        title: `${STARTS} starts on a store that exists`,
        header: ['', 'min', 'median', 'max', 'median / bare Node'],
        rows: [
          row('Node with nothing to do (baseline)', node),
          row('gateway, fork to listening', wall),
          row('gateway, processor time', cpu),
        ],
      },
    ],
    verdicts: [
      {
        goal: 'start on an existing store under 3 s',
        isMet: wall.max < GOAL_MS,
        found: `longest ${seconds(wall.max)}`,
      },
    ],
    notes: [
      `The very first start, which creates the database, took ${seconds(first)}.`,
      'After each start the gateway answered for the slide in its store. The model server starts at the same time and is a process of its own; its models load after the gateway listens.',
      'Processor time is how long the start would take on a core of its own: where it is much less than the wall time, other processes had the cores.',
    ],
    figures: { firstStartMs: first, starts, bareNodeMs: bare },
  };
}

async function makeStore(dataDir: string, signal: AbortSignal): Promise<number> {
  const gateway = await startGateway(dataDir);
  try {
    const input = { path: join(DEMO_SLIDES, 'C6.tiff'), ...C6 };
    await new TesseraClient({ url: gateway.url }).request(AddSlideDocument, { input }, { signal });
    return gateway.startMs;
  } finally {
    await gateway.stop();
  }
}

async function startOnce(dataDir: string): Promise<Start> {
  const gateway = await startGateway(dataDir);
  const cpuMs = processorTimeMs(gateway.pid);
  try {
    const slides: unknown[] = [];
    for await (const slide of new TesseraClient({ url: gateway.url }).allSlides()) slides.push(slide);
    if (slides.length !== 1) throw new Error('the gateway started on another store');
    return { wallMs: gateway.startMs, cpuMs };
  } finally {
    await gateway.stop();
  }
}

async function startNode(): Promise<number> {
  const startedAt = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - startedAt;
}

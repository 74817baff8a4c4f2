import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type Benchmark, type BenchOptions, type BenchReport, type FigureTable } from '../benchmark.js';
import { ratio, seconds } from '../support/figures.js';
import { inTemporaryFolder, ROOT } from '../support/folders.js';
import { digestOf } from '../support/prepared-slide.js';
import { type DemoTimings, runDemo, runToEnd } from './demo-run.js';
import { measureStagesAlone, type StagesAlone } from './stages-alone.js';

interface FreshClone {
  readonly installMs: number;
  readonly buildMs: number;
}

interface DemoFigures {
  /** Or why there is none. */
  readonly clone: FreshClone | string;
  readonly first: DemoTimings;
  readonly second: DemoTimings;
  readonly alone: StagesAlone;
}

export const demo: Benchmark = {
  name: 'demo',
  summary: 'npm run demo by stage, first and second run; tiles alone and encoder alone',
  run: (options) => inTemporaryFolder((folder) => measure(folder, options)),
};

async function measure(folder: string, { signal, install }: BenchOptions): Promise<BenchReport> {
  const clone = install ? await freshCloneIn(join(folder, 'clone'), signal) : 'left out by --skip-install';
  const first = await runDemo(folder, 'first', signal);
  const second = await runDemo(folder, 'second', signal);
  if (first.features.some(({ isReused }) => isReused)) throw new Error('the first run found features');
  if (second.features.some(({ isReused }) => !isReused)) throw new Error('the second run made features again');
  const alone = await measureStagesAlone(signal);
  await checkFeatures(join(folder, 'data/blobs'), alone.features);
  return report({ clone, first, second, alone });
}

/** Without a network, or outside a checkout, the other stages are worth their figures all the same. */
async function freshCloneIn(folder: string, signal: AbortSignal): Promise<FreshClone | string> {
  try {
    return await freshClone(folder, signal);
  } catch (error) {
    signal.throwIfAborted();
    return `not measured: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function freshClone(folder: string, signal: AbortSignal): Promise<FreshClone> {
  await runToEnd('git', ['clone', '--quiet', ROOT, folder], ROOT, signal);
  const installMs = await runToEnd('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder, signal);
  const buildMs = await runToEnd(process.execPath, ['scripts/build.mjs', '--force'], folder, signal);
  return { installMs, buildMs };
}

/** The store names a blob by its digest: when the demonstration made these very bytes, there is a file of that name. */
async function checkFeatures(blobs: string, features: Float32Array): Promise<void> {
  const digest = digestOf(features);
  await access(join(blobs, digest.slice(0, 2), digest.slice(2))).catch((cause: unknown) => {
    throw new Error('tiles and encoder alone gave other features than the demonstration stored', { cause });
  });
}

function report(figures: DemoFigures): BenchReport {
  const { clone, first, second, alone } = figures;
  return {
    tables: [stageTable(figures), aloneTable(figures)],
    verdicts: [],
    notes: [
      ...(typeof clone === 'string' ? [`Install and build in a fresh clone: ${clone}.`] : []),
      'The build is "only what changed": nothing, unless the sources are newer than dist.',
      'The first run creates the database (most of its start) and makes the features; the second finds both.',
      'Tiles and encoder alone gave the features that the demonstration stored, byte for byte.',
    ],
    figures: { clone, first, second, alone: { ...alone, features: undefined } },
  };
}

function stageTable({ clone, first, second }: DemoFigures): FigureTable {
  const row = (name: string, a: number, b: number): readonly string[] => {
    return [name, seconds(a * 1_000), seconds(b * 1_000), ratio(b, a)];
  };
  const fresh: readonly (readonly string[])[] =
    typeof clone === 'string'
      ? [['install', 'already installed', 'already installed', '']]
      : [
          ['install (npm ci, fresh clone)', seconds(clone.installMs), 'already installed', ''],
          ['build (fresh clone)', seconds(clone.buildMs), '', ''],
        ];
  return {
    title: 'The demonstration by stage',
    header: ['stage', 'first run (baseline)', 'second run', 'second / first'],
    rows: [
      ...fresh,
      row('build', first.build, second.build),
      row('start', first.start, second.start),
      row('add slides', first.addSlides, second.addSlides),
      row('tiles and encoder, two slides', first.encoder, second.encoder),
      row('prediction', first.prediction, second.prediction),
      row('prediction, out of domain', first.predictionOutOfDomain, second.predictionOutOfDomain),
      row('all', first.total, second.total),
    ],
  };
}

function aloneTable({ first, alone }: DemoFigures): FigureTable {
  const combinedMs = (first.features[0]?.seconds ?? NaN) * 1_000;
  const sum = alone.tilesMs + alone.encoderMs;
  const row = (name: string, time: number): readonly string[] => {
    return [name, seconds(time), `${((alone.tileCount / time) * 1_000).toFixed(0)}`, ratio(time, combinedMs)];
  };
  return {
    title: `Features of C6 (${alone.tileCount} tiles)`,
    header: ['', 'time', 'tiles a second', 'of the job'],
    rows: [
      row('the job: tiles and encoder, overlapped (baseline)', combinedMs),
      row('tiles alone', alone.tilesMs),
      row('encoder alone', alone.encoderMs),
      row('tiles alone + encoder alone', sum),
    ],
  };
}

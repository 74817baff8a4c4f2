import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeInferenceRequest } from '#libs/inference-protocol';
import { z } from 'zod';
import { type BenchReport, type Verdict } from '../../benchmark.js';
import { ms } from '../../support/figures.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { startModelServer } from '../../support/servers.js';
import { medianInterval, quantile, seededRandom } from '../../support/statistics.js';
import { LoadGenerator } from '../load/load-generator.js';
import { type ServingPart, using } from '../part.js';
import { type PeerCase } from '../peers/cases.js';
import { type Contestant } from '../peers/contestants.js';
import { measureCase, type Rates } from '../peers/measure-case.js';
import { ratioText } from '../world/alternate.js';
import { untilReady } from '../world/until-ready.js';
import { type Layer, perceptron } from './onnx.js';

const SIZES = [1_024, 512, 256, 16];
const MOST_ROWS = 64;
/** No client of these is turned away. */
const MOST_WAITING = 128;
const ROUNDS = 15;
const GOALS = { many: 8, one: 1.05 };
const MODEL = { name: 'perceptron', version: '1' };

/** The rounds with so many clients. */
interface Run {
  readonly clients: number;
  readonly rates: readonly Rates[];
  /** Rows that one run of the model took, on average, of the server that joins them. */
  readonly rowsPerRun: number;
}

export const batching: ServingPart = {
  name: 'batching',
  summary: 'G9: requests that the embedded model server joins, against the same server without joining',
  run: ({ signal }) =>
    inTemporaryFolder(async (folder) => {
      const layers = randomLayers();
      const place = join(folder, 'models', MODEL.name, MODEL.version);
      await mkdir(place, { recursive: true });
      await writeFile(join(place, 'model.onnx'), perceptron(layers));
      const server = (most: number) =>
        startModelServer([join(folder, 'models')], ['--max-batch', String(most), '--max-queue', String(MOST_WAITING)]);
      return using(server(1), (single) =>
        using(server(MOST_ROWS), (joining) =>
          using(LoadGenerator.start(), async (generator) => {
            const contestants: readonly Contestant[] = [
              { name: 'one by one', url: single.url, pids: [single.pid], stop: single.stop },
              { name: 'joined', url: joining.url, pids: [joining.pid], stop: joining.stop },
            ];
            for (const { url } of contestants) await untilReady(url, [MODEL]);
            const runs: Run[] = [];
            for (const clients of [1, 64]) {
              signal.throwIfAborted();
              const before = await runsOf(joining.url);
              const load = { generator, connections: clients, rounds: ROUNDS };
              const rates = await measureCase(caseOf(layers), contestants, load, folder);
              const after = await runsOf(joining.url);
              runs.push({ clients, rates, rowsPerRun: (after.rows - before.rows) / (after.runs - before.runs) });
            }
            return report(runs);
          }),
        ),
      );
    }),
};

function randomLayers(): readonly Layer[] {
  const random = seededRandom(9);
  const numbers = (count: number, scale: number) =>
    Float32Array.from({ length: count }, () => (random() - 0.5) * scale);
  return SIZES.slice(1).map((outputs, i) => {
    const inputs = SIZES[i] ?? 0;
    return { inputs, outputs, weights: numbers(inputs * outputs, 2 / Math.sqrt(inputs)), bias: numbers(outputs, 1) };
  });
}

/** What the layers give, in FP64. */
function expectedOf(layers: readonly Layer[], row: Float32Array): Float32Array {
  const last = layers.length - 1;
  const apply = (values: readonly number[], { inputs, outputs, weights, bias }: Layer, at: number): number[] =>
    Array.from({ length: outputs }, (_, column) => {
      let sum = bias[column] ?? NaN;
      for (let i = 0; i < inputs; i += 1) sum += (values[i] ?? NaN) * (weights[i * outputs + column] ?? NaN);
      return at < last ? Math.max(0, sum) : sum;
    });
  return Float32Array.from(layers.reduce(apply, Array.from(row)));
}

function caseOf(layers: readonly Layer[]): PeerCase {
  const random = seededRandom(64);
  const data = Float32Array.from({ length: SIZES[0] ?? 0 }, () => random());
  const inputs = [{ name: 'X', datatype: 'FP32' as const, shape: [1, data.length], data }];
  const { headers, pieces } = encodeInferenceRequest({ id: 'bench', parameters: {}, inputs, outputs: [] }, 'binary');
  return {
    title: 'perceptron',
    model: { ...MODEL, file: '', inputs: [], outputs: [] },
    encoding: 'binary',
    headers,
    body: Buffer.concat(pieces),
    expected: expectedOf(layers, data),
    // A row among others is added up in another order than a row alone.
    tolerance: 1e-4,
    windowMs: 400,
    rounds: () => ROUNDS,
  };
}

const statistics = z.object({
  model_stats: z.tuple([z.object({ inference_count: z.number(), execution_count: z.number() })]),
});

async function runsOf(url: string): Promise<{ readonly rows: number; readonly runs: number }> {
  const answer = await fetch(`${url}/v2/models/${MODEL.name}/stats`);
  const [{ inference_count: rows, execution_count: runs }] = statistics.parse(await answer.json()).model_stats;
  return { rows, runs };
}

function report(runs: readonly Run[]): BenchReport {
  return {
    tables: [
      {
        title: `A perceptron of ${SIZES.join('-')}, one row a request`,
        header: ['server', 'clients', 'requests/s', 'p50', 'p99', 'CPU', 'rows per run'],
        rows: runs.flatMap(({ clients, rates, rowsPerRun }) =>
          rates.map(({ name, perSecond, times, cpuMs }) => {
            const figures = [quantile(times, 0.5), quantile(times, 0.99), cpuMs].map(ms);
            const rows = name === 'joined' ? rowsPerRun.toFixed(1) : '1.0';
            return [name, String(clients), quantile(perSecond, 0.5).toFixed(0), ...figures, rows];
          }),
        ),
      },
    ],
    verdicts: runs.flatMap(verdictOf),
    notes: [
      `${ROUNDS} rounds, the two servers one after the other in turn. The baseline is the same program with --max-batch 1; the other one joins up to ${MOST_ROWS} rows.`,
      'Both are asked over HTTP with binary tensors: reading and writing a request costs the same with and without joining, and bounds what joining can gain. The first reply is compared with FP64 arithmetic, every other one with the first; how many rows a run had is what /v2/models/<model>/stats counts.',
    ],
    figures: { runs },
  };
}

function verdictOf({ clients, rates: [single, joined] }: Run): readonly Verdict[] {
  if (!single || !joined) return [];
  const pairs = joined.perSecond.map((rate, round) => rate / (single.perSecond[round] ?? NaN));
  if (clients > 1) {
    const gain = medianInterval(pairs);
    const goal = `G9: ${clients} clients get at least ${GOALS.many}x as many answers with joining`;
    return [{ goal, isMet: gain.low >= GOALS.many, found: ratioText(gain) }];
  }
  const slower = medianInterval(pairs.map((pair) => 1 / pair));
  const goal = `G9: one client waits at most ${GOALS.one}x as long with joining`;
  return [{ goal, isMet: slower.high <= GOALS.one, found: ratioText(slower) }];
}

import { z } from 'zod';
import { type BenchOptions, type BenchReport } from '../../benchmark.js';
import { ms, ratio } from '../../support/figures.js';
import { inTemporaryFolder } from '../../support/folders.js';
import { KeepAliveClient } from '../../support/keep-alive-client.js';
import { summarize } from '../../support/statistics.js';
import { LoadGenerator } from '../load/load-generator.js';
import { type ServingPart, using } from '../part.js';
import { alternate, ratioOf, ratioText, type Way, type WaySample } from '../world/alternate.js';
import { type Cells, cellsOf, nextOf, regionOf, tensorOf } from '../world/bags.js';
import { checkLogit, PREDICT, predicted } from '../world/both-roads.js';
import { HEAD, HEADS, inServingWorld, refOf, type ServingWorld } from '../world/serving-world.js';

const WARM_UP = 10;
const MODEL_MS = 20;
const CLIENTS = 16;
const GOALS = { latency: 1.2, cpu: 2 };

type Name = 'one' | 'four' | 'same';
const NAMES: Readonly<Record<Name, string>> = {
  one: 'one version (baseline)',
  four: 'four versions by alias',
  same: 'one version by four aliases',
};

export const aliases: ServingPart = {
  name: 'aliases',
  summary: `G7: four versions in one query of a model of ${MODEL_MS} ms, and the same question many times at once`,
  run: (options) =>
    inTemporaryFolder((folder) => inServingWorld(folder, options.signal, (world) => measure(world, options))),
};

async function measure(world: ServingWorld, { rounds, signal }: BenchOptions): Promise<BenchReport> {
  await world.stub.behave({ delayMs: MODEL_MS });
  const cells = cellsOf(world.bags.small, 12, 20).values();
  const client = new KeepAliveClient(world.gateway.url);
  try {
    const way = (models: readonly (typeof HEAD)[]): Way => {
      const query = queryFor(models);
      return () => ask(world, client, query, nextOf(cells));
    };
    const ways = { one: way([HEAD]), four: way(HEADS), same: way(HEADS.map(() => HEAD)) };
    const samples = await alternate(ways, { rounds, warmUp: WARM_UP, pid: world.gateway.pid, signal });
    const calls = {
      one: await callsOf(world, () => ways.one(0)),
      four: await callsOf(world, () => ways.four(0)),
      same: await callsOf(world, () => ways.same(0)),
    };
    return report(samples, calls, await duplicates(world, nextOf(cells)), rounds);
  } finally {
    client.close();
  }
}

function queryFor(models: readonly (typeof HEAD)[]): string {
  const fields = models.map(
    (model, i) => `v${i}: prediction(model: "${refOf(model)}", features: $features, region: $region) {
      targets { ... on BinaryCall { logit } } provenance { isReused } }`,
  );
  return `query Bench($id: ID!, $features: Digest, $region: RegionInput) { slide(id: $id) { ${fields.join(' ')} } }`;
}

const answered = z.object({ data: z.object({ slide: z.record(z.string(), predicted) }) });

async function ask(world: ServingWorld, client: KeepAliveClient, query: string, cells: Cells): Promise<void> {
  const { small } = world.bags;
  const variables = { id: world.slideId, features: small.digest, region: regionOf(cells) };
  const { slide } = answered.parse(await client.ask(query, variables)).data;
  for (const { targets, provenance } of Object.values(slide)) {
    if (provenance.isReused) throw new Error('an answer was reused that nobody had asked for before');
    checkLogit(targets[0].logit, tensorOf(small, cells));
  }
}

/** How often the model server was asked, version by version. */
async function callsOf(world: ServingWorld, work: () => Promise<unknown>): Promise<readonly number[]> {
  await world.stub.behave();
  await work();
  return Object.values(await world.stub.behave());
}

/** Many clients, one question, at the same moment. */
function duplicates(world: ServingWorld, cells: Cells): Promise<readonly number[]> {
  const variables = {
    id: world.slideId,
    model: refOf(HEAD),
    features: world.bags.small.digest,
    region: regionOf(cells),
  };
  const job = { url: world.gateway.url, query: PREDICT, connections: CLIENTS, perSecond: null };
  return using(LoadGenerator.start(), (load) =>
    callsOf(world, async () => {
      const { answers } = await load.ask({ ...job, questions: Array.from({ length: CLIENTS }, () => variables) });
      const whole = z.object({ data: z.object({ slide: z.object({ prediction: predicted }) }) });
      for (const { body } of answers) {
        const { data } = whole.parse(JSON.parse(body ?? 'null'));
        checkLogit(data.slide.prediction.targets[0].logit, tensorOf(world.bags.small, cells));
      }
    }),
  );
}

function report(
  samples: Readonly<Record<Name, WaySample>>,
  calls: Readonly<Record<Name, readonly number[]>>,
  atOnce: readonly number[],
  rounds: number,
): BenchReport {
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  const row = (name: Name): readonly string[] => {
    const { times, gatewayCpuMs } = samples[name];
    const { p50, p99 } = summarize(times);
    const cpu = [ms(gatewayCpuMs), ratio(gatewayCpuMs, samples.one.gatewayCpuMs)];
    return [
      NAMES[name],
      ms(p50),
      ms(p99),
      ratio(p50, summarize(samples.one.times).p50),
      ...cpu,
      `${total(calls[name])}`,
    ];
  };
  const latency = ratioOf(samples.four, samples.one);
  const cpu = samples.four.gatewayCpuMs / samples.one.gatewayCpuMs;
  const verdict = (goal: string, isMet: boolean, found: string) => ({ goal: `G7: ${goal}`, isMet, found });
  const isOneEach = calls.four.length === HEADS.length && calls.four.every((count) => count === 1);
  return {
    tables: [
      {
        title: `One query of a model of ${MODEL_MS} ms`,
        header: ['query', 'p50', 'p99', 'p50 / one', 'gateway CPU', '/ one', 'calls of the server'],
        rows: (['one', 'four', 'same'] as const).map(row),
      },
    ],
    verdicts: [
      verdict('four versions by alias make one call each', isOneEach, `${calls.four.join(' + ')} calls`),
      verdict(
        `four versions at most ${GOALS.latency}x the latency of one`,
        latency.high <= GOALS.latency,
        ratioText(latency),
      ),
      verdict(`four versions at most ${GOALS.cpu}x the gateway's CPU of one`, cpu <= GOALS.cpu, `${cpu.toFixed(2)}x`),
      verdict('four aliases of one version make one call', total(calls.same) === 1, `${total(calls.same)} calls`),
      verdict(
        `${CLIENTS} clients with one question at once make one call`,
        total(atOnce) === 1,
        `${total(atOnce)} calls`,
      ),
    ],
    notes: [
      `${rounds} rounds, one request at a time, each about tiles that were not asked about before; all answers were compared with the number that the tensor gives. The calls were counted by the model server.`,
      'CPU is utime + stime of the gateway per request.',
    ],
    figures: { samples, calls, atOnce },
  };
}

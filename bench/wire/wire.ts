import { join } from 'node:path';
import { z } from 'zod';
import { decodeNpy } from '#libs/array-files';
import { createSequoiaModels, SEQUOIA } from '#test/sequoia-models';
import { type Benchmark, type BenchOptions, type BenchReport, type Verdict } from '../benchmark.js';
import { ms } from '../support/figures.js';
import { DEMO_SLIDES, inTemporaryFolder } from '../support/folders.js';
import { startGateway } from '../support/servers.js';
import { medianInterval } from '../support/statistics.js';
import { alternate, ratioOf, ratioText, type WaySample } from '../serving/world/alternate.js';
import { ByteClient } from './byte-client.js';
import { measureWriters, type WrittenWay } from './in-process.js';
import { StaticServer } from './static-server.js';
import { importTiles } from './made-tiles.js';

const HIDDEN = 64;
const WARM_UP = 10;
const FOLD = 'local:random-sequoia-0/1';
const MEAN = 'local:random-sequoia/1';
const DECIMALS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const QUERY = `query Wire($id: ID!, $model: ModelRef!, $encoding: ArrayEncoding!, $decimals: Int) { slide(id: $id) {
  expression(model: $model) { values(encoding: $encoding, decimals: $decimals) members { answerId } } } }`;

const answered = z.object({
  data: z.object({
    slide: z.object({
      expression: z.object({
        values: z.union([z.string(), z.array(z.number())]),
        members: z.array(z.object({ answerId: z.string() })),
      }),
    }),
  }),
});

export const wire: Benchmark = {
  name: 'wire',
  summary: 'G2 to G4: 20,820 genes as JSON, base64 and .npy, of a random model of the shape of SEQUOIA',
  run: (options) => inTemporaryFolder((folder) => inWorld(folder, options)),
};

async function inWorld(folder: string, options: BenchOptions): Promise<BenchReport> {
  const models = await createSequoiaModels(HIDDEN);
  const slides = join(folder, 'slides');
  const settings = { TESSERA_MODEL_DIRS: models.path, TESSERA_SLIDE_ROOTS: `${slides}:${DEMO_SLIDES}` };
  const gateway = await startGateway(join(folder, 'data'), settings);
  const floor = await StaticServer.start();
  const clients = { gateway: new ByteClient(gateway.url), floor: new ByteClient(floor.url) };
  try {
    const slideId = await importTiles(gateway.url, slides, SEQUOIA, options.signal);
    return await measure({ slideId, pid: gateway.pid, floor, clients }, options);
  } finally {
    for (const client of Object.values(clients)) client.close();
    await floor.stop();
    await gateway.stop();
    await models.remove();
  }
}

interface World {
  readonly slideId: string;
  readonly pid: number;
  readonly floor: StaticServer;
  readonly clients: { readonly gateway: ByteClient; readonly floor: ByteClient };
}

async function measure(
  { slideId, pid, floor, clients }: World,
  { rounds, signal }: BenchOptions,
): Promise<BenchReport> {
  const ask = (model: string, encoding: 'JSON' | 'FLOAT32_BASE64', decimals: number | null = null): Promise<Buffer> =>
    clients.gateway.post('/graphql', { query: QUERY, variables: { id: slideId, model, encoding, decimals } });
  const { values, members } = answered.parse(JSON.parse(String(await ask(FOLD, 'FLOAT32_BASE64')))).data.slide
    .expression;
  const file = `/answers/${members[0]?.answerId ?? ''}/arrays/expression.npy`;
  const { data } = decodeNpy(await clients.gateway.get(file));
  if (
    !(data instanceof Float32Array) ||
    String(values) !== Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')
  )
    throw new Error('base64 and .npy do not hold the same numbers');
  const writers = await measureWriters(data, rounds);
  const warm = await ask(MEAN, 'JSON');
  floor.tell(String(warm));
  const [base64Bytes, npyBytes] = [
    (await ask(FOLD, 'FLOAT32_BASE64')).byteLength,
    (await clients.gateway.get(file)).byteLength,
  ];
  const ways = {
    npy: async () => void (await clients.gateway.get(file)),
    base64: async () => void (await ask(FOLD, 'FLOAT32_BASE64')),
    warm: async () => void (await ask(MEAN, 'JSON')),
    floor: async () => void (await clients.floor.post('/graphql', { query: QUERY })),
  };
  const samples = await alternate(ways, { rounds, warmUp: WARM_UP, pid, signal });
  if (!(await clients.floor.post('/', {})).equals(await ask(MEAN, 'JSON')))
    throw new Error('the floor sends other bytes');
  const first = await firstAndAgain(ask);
  return report({ writers, samples, first, bytes: base64Bytes / npyBytes, rounds });
}

/** Each question for the first time, and at once again: milliseconds. */
async function firstAndAgain(ask: (model: string, encoding: 'JSON', decimals: number) => Promise<Buffer>) {
  const pairs: { readonly first: number; readonly again: number }[] = [];
  for (const decimals of DECIMALS)
    for (let fold = 0; fold < SEQUOIA.folds; fold += 1) {
      const timed = async (): Promise<number> => {
        const startedAt = performance.now();
        await ask(`local:random-sequoia-${fold}/1`, 'JSON', decimals);
        return performance.now() - startedAt;
      };
      pairs.push({ first: await timed(), again: await timed() });
    }
  return pairs;
}

interface Measured {
  readonly writers: readonly WrittenWay[];
  readonly samples: Readonly<Record<'npy' | 'base64' | 'warm' | 'floor', WaySample>>;
  readonly first: readonly { readonly first: number; readonly again: number }[];
  readonly bytes: number;
  readonly rounds: number;
}

function report({ writers, samples, first, bytes, rounds }: Measured): BenchReport {
  const ratioOfWriter = (name: string) => writers.find((way) => way.name === name)?.ratio ?? medianInterval([NaN]);
  const verdict = (goal: string, found: ReturnType<typeof ratioOfWriter>, most: number): Verdict => ({
    goal,
    isMet: found.high <= most,
    found: ratioText(found),
  });
  const again = medianInterval(first.map((pair) => pair.first / pair.again));
  const row = (name: string, { times, gatewayCpuMs }: WaySample) => [
    name,
    ms(medianInterval(times).median),
    ms(gatewayCpuMs),
  ];
  return {
    tables: [
      {
        title: 'Writing 20,820 float32, GraphQL execution included, in this process',
        header: ['way', 'bytes', 'median', '/ JSON.stringify(Array.from(values))'],
        rows: writers.map(({ name, bytes: size, medianMs, ratio }) => [
          name,
          String(size),
          ms(medianMs),
          ratioText(ratio),
        ]),
      },
      {
        title: 'Through the gateway, one connection',
        header: ['request', 'median', 'gateway CPU'],
        rows: [
          row('.npy of one fold', samples.npy),
          row('base64 of one fold', samples.base64),
          row('exact JSON, mean of five folds, asked before', samples.warm),
          ['the same bytes by raw node:http', ms(medianInterval(samples.floor.times).median), '-'],
        ],
      },
    ],
    verdicts: [
      verdict('G2: exact JSON at most 0.5x of JSON.stringify', ratioOfWriter('exact'), 0.5),
      verdict('G2: four decimals at most 0.25x', ratioOfWriter('rounded'), 0.25),
      verdict('G3: base64 at most 1.25x the time of .npy', ratioOf(samples.base64, samples.npy), 1.25),
      { goal: 'G3: base64 at most 1.5x the bytes of .npy', isMet: bytes <= 1.5, found: `${bytes.toFixed(3)}x` },
      verdict(
        'G4: an answer that was asked before at most 1.2x a static buffer',
        ratioOf(samples.warm, samples.floor),
        1.2,
      ),
      { goal: 'G4: at least 4x faster than written anew', isMet: again.low >= 4, found: ratioText(again) },
      verdict('G4: written before, at most 1/15 of JSON.stringify in process', ratioOfWriter('kept'), 1 / 15),
    ],
    notes: [
      `${rounds} rounds. Every exact answer was read back bit for bit, every rounded one compared with toFixed, base64 with the .npy.`,
      'Every request through the gateway is authenticated, parsed, checked against limits, and leaves a row in the audit record before it is answered: the static buffer does none of this.',
      '"Written anew": the same vectors with other decimals, so that model, store and audit are the same in both and only the writing differs.',
    ],
    figures: { writers, samples, first, bytes },
  };
}

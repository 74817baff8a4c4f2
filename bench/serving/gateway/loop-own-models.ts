import { writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { encodeInferenceRequest } from '#libs/inference-protocol';
import { type FigureTable } from '../../benchmark.js';
import { ms, ratio } from '../../support/figures.js';
import { DEMO_SLIDES } from '../../support/folders.js';
import { prepareSlide } from '../../support/prepared-slide.js';
import { startGateway, startModelServer } from '../../support/servers.js';
import { seededRandom, summarize } from '../../support/statistics.js';
import { type LoadGenerator } from '../load/load-generator.js';
import { send } from '../load/send.js';
import { using } from '../part.js';
import { untilReady } from '../world/until-ready.js';
import { DIM } from '../world/stub-behaviour.js';
import { watch, type Watched } from '../world/watch-loop.js';

const MODEL = { name: 'demo-dense-focus', version: '2' };
const TILES = 500;
const WINDOW_MS = 5_000;
const CLIENTS = 4;

/** What models do to the processes that run them. */
export interface OwnModels {
  /** The gateway while its model server, a child of it, makes features. */
  readonly encoding: Watched;
  readonly liveness: FigureTable;
  readonly times: { readonly idle: readonly number[]; readonly busy: readonly number[] };
  readonly notes: readonly string[];
}

export async function measureOwnModels(
  folder: string,
  models: string,
  load: LoadGenerator,
  signal: AbortSignal,
): Promise<OwnModels> {
  const encoding = await using(startGateway(join(folder, 'data')), ({ url }) =>
    watch(url, () => prepareSlide(url, join(DEMO_SLIDES, 'C6.tiff'), signal)),
  );
  const times = await using(startModelServer([models]), ({ url }) => livenessOf(url, folder, load));
  const [idle, busy] = [summarize(times.idle), summarize(times.busy)];
  const row = (name: string, { p50, p99, max }: typeof idle) => [name, ms(p50), ms(p99), ms(max), ratio(p99, idle.p99)];
  return {
    encoding,
    times,
    liveness: {
      title: 'GET /v2/health/live of the embedded model server, one connection',
      header: ['', 'p50', 'p99', 'max', 'p99 / idle'],
      rows: [row('idle (baseline)', idle), row(`a transformer runs for ${CLIENTS} clients`, busy)],
    },
    notes: [
      `The embedded model server has no figure of its own event loop: how long its liveness takes stands for it, on an idle server and while ${CLIENTS} clients ask ${MODEL.name}/${MODEL.version} about ${TILES} tiles without pause.`,
    ],
  };
}

async function livenessOf(url: string, folder: string, load: LoadGenerator): Promise<OwnModels['times']> {
  await untilReady(url, [MODEL]);
  const random = seededRandom(TILES);
  const data = Float32Array.from({ length: TILES * DIM }, () => random());
  const inputs = [{ name: 'features', datatype: 'FP32' as const, shape: [1, TILES, DIM], data }];
  const { headers, pieces } = encodeInferenceRequest({ id: null, parameters: {}, inputs, outputs: [] }, 'binary');
  const infer = `${url}/v2/models/${MODEL.name}/versions/${MODEL.version}/infer`;
  const body = Buffer.concat(pieces);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const reply = await send(infer, body, headers, agent);
  const files = { bodyFile: join(folder, 'request'), answerFile: join(folder, 'answer') };
  const inexact = { count: 0, tolerance: 0 };
  await writeFile(files.bodyFile, body);
  await writeFile(files.answerFile, reply.body);
  try {
    const idle = await askLiveness(url, agent, WINDOW_MS);
    const running = load.replay({ url: infer, headers, ...files, inexact, connections: CLIENTS, windowMs: WINDOW_MS });
    const busy = await askLiveness(url, agent, WINDOW_MS);
    await running;
    return { idle, busy };
  } finally {
    agent.destroy();
  }
}

async function askLiveness(url: string, agent: Agent, windowMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < windowMs) {
    const sentAt = performance.now();
    const [answer] = await once(get(`${url}/v2/health/live`, { agent }), 'response');
    if (answer.statusCode !== 200) throw new Error('the model server says that it is not alive');
    await once(answer.resume(), 'end');
    times.push(performance.now() - sentAt);
    // Ten a millisecond would keep the server busy by themselves.
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return times;
}

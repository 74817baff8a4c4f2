import { join } from 'node:path';
import { InferenceClient } from '#libs/inference-client';
import { type ModelCard } from '#model-registry';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { type ServerProcess } from '../support/child-process.js';
import { DEMO_SLIDES, inTemporaryFolder } from '../support/folders.js';
import { KeepAliveClient } from '../support/keep-alive-client.js';
import { ENCODER, prepareSlide, type PreparedSlide } from '../support/prepared-slide.js';
import { modelVersion } from '../support/registry.js';
import { regionsOfAbout } from '../support/regions.js';
import { askingServer, startGateway, startModelServer } from '../support/servers.js';
import { bothWays } from './ask-both-ways.js';
import { compareAnswers } from './compare-answers.js';
import { type AnswerRun, reportAnswers } from './report-answers.js';

const VERSIONS = ['demo-dense-focus/1', 'demo-dense-focus/2'];
const TILE_COUNTS = [500, 50];
const WARM_UP = 30;

export const answers: Benchmark = {
  name: 'answers',
  summary: 'a prediction of stored features through the gateway, against a direct binary OIP call with the same tensor',
  run: (options) =>
    inTemporaryFolder(async (folder) => {
      const server = await startModelServer();
      try {
        const settings = await askingServer(folder, server.url, [ENCODER, ...VERSIONS]);
        const gateway = await startGateway(join(folder, 'data'), settings);
        try {
          return await measure(gateway, server, options);
        } finally {
          await gateway.stop();
        }
      } finally {
        await server.stop();
      }
    }),
};

async function measure(gateway: ServerProcess, server: ServerProcess, options: BenchOptions): Promise<BenchReport> {
  const slide = await prepareSlide(gateway.url, join(DEMO_SLIDES, 'C6.tiff'), options.signal);
  const cards: ModelCard[] = [];
  for (const version of VERSIONS) cards.push((await modelVersion(version)).card);
  const clients = {
    server: new InferenceClient({ id: 'bench', url: server.url }),
    gateway: new KeepAliveClient(gateway.url),
  };
  try {
    const runs: AnswerRun[] = [];
    for (const tiles of TILE_COUNTS)
      for (const card of cards) runs.push(await runOf(card, tiles, slide, { clients, gateway, server, options }));
    return reportAnswers(runs);
  } finally {
    clients.gateway.close();
    await clients.server.close();
  }
}

async function runOf(
  card: ModelCard,
  tiles: number,
  slide: PreparedSlide,
  world: {
    readonly clients: { readonly server: InferenceClient; readonly gateway: KeepAliveClient };
    readonly gateway: ServerProcess;
    readonly server: ServerProcess;
    readonly options: BenchOptions;
  },
): Promise<AnswerRun> {
  const { clients, gateway, server, options } = world;
  const regions = regionsOfAbout(slide, tiles, WARM_UP + options.rounds);
  const ask = bothWays(card, slide, clients, options.signal);
  const samples = await compareAnswers(ask, regions, WARM_UP, { gateway: gateway.pid, server: server.pid });
  return { model: `${card.identity.name}/${card.identity.version}`, samples };
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Benchmark, type BenchOptions, type BenchReport } from '../benchmark.js';
import { type ServerProcess } from '../support/child-process.js';
import { DEMO_SLIDES, inTemporaryFolder } from '../support/folders.js';
import { gatewayDelayDuring } from '../support/loop-delay.js';
import { ENCODER, prepareSlide } from '../support/prepared-slide.js';
import { askingServer, startGateway, startModelServer } from '../support/servers.js';
import { inOneRequest, oneByOne } from './ask-many.js';
import { compareMany } from './compare-many.js';
import { importSlides } from './import-slides.js';
import { reportMany } from './report-many.js';

const VERSIONS = ['demo-dense-focus/1', 'demo-dense-focus/2'];
const SLIDES = 200;
const AT_ONCE = 8;
// A region that no round asks.
const WATCHED = { columns: 12, rows: 7 };

export const many: Benchmark = {
  name: 'many',
  summary: `${SLIDES} slides under ${VERSIONS.length} versions in one request, against one request per slide and version`,
  run: (options) =>
    inTemporaryFolder(async (folder) => {
      const slides = join(folder, 'slides');
      await mkdir(slides);
      const server = await startModelServer();
      try {
        const settings = await askingServer(folder, server.url, [ENCODER, ...VERSIONS]);
        const roots = { TESSERA_SLIDE_ROOTS: `${slides}:${DEMO_SLIDES}` };
        const gateway = await startGateway(join(folder, 'data'), { ...settings, ...roots });
        try {
          return await measure(gateway, server, slides, options);
        } finally {
          await gateway.stop();
        }
      } finally {
        await server.stop();
      }
    }),
};

async function measure(
  gateway: ServerProcess,
  server: ServerProcess,
  folder: string,
  { signal }: BenchOptions,
): Promise<BenchReport> {
  const source = await prepareSlide(gateway.url, join(DEMO_SLIDES, 'C6.tiff'), signal);
  const ids = await importSlides(gateway.url, folder, source, SLIDES, signal);
  const question = { ids, models: VERSIONS.map((version) => `local:${version}`) };
  const ask = {
    together: inOneRequest(gateway.url, question),
    oneByOne: oneByOne(gateway.url, question, 1),
    eightAtOnce: oneByOne(gateway.url, question, AT_ONCE),
  };
  try {
    const samples = await compareMany(ask, { gateway: gateway.pid, server: server.pid }, signal);
    const fresh = await gatewayDelayDuring(gateway.url, () => ask.together(WATCHED));
    const stored = await gatewayDelayDuring(gateway.url, () => ask.together(WATCHED));
    return reportMany(samples, { fresh, stored }, ids.length * VERSIONS.length);
  } finally {
    for (const way of Object.values(ask)) way.close();
  }
}

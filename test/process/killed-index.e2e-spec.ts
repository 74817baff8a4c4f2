import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C6_FACTS } from '#test/c6';
import { cornerRegions } from '#test/c6-regions';
import { dataOf } from '#test/ask-gateway';
import { GatewayBench, demoSlides, projectRoot, until, type RunningGateway } from '#test/gateway-process';
import { createTestDatabase, postgresForTests } from '#test/postgres';
import { WatchedModelServer } from '#test/watched-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const REFERENCE = join(projectRoot, 'test/fixtures/reference');
const MODEL = 'local:demo-lite0-mean/1';
const BEFORE_KILL = 5;
const INDEX = `query I($id: ID!) { job(id: $id) { state embeddingIndex { serving { vectorCount missing { code } manifestHref } } } }`;

const postgres = await postgresForTests();
const bench = new GatewayBench();
const regions = cornerRegions();
let server: ServerProcess;
let watched: WatchedModelServer;

beforeAll(async () => {
  server = await startServer('--models', join(projectRoot, 'model-registry/models'));
  watched = await WatchedModelServer.before(server.url);
});
afterAll(async () => {
  await bench.close();
  await watched?.close();
  await server?.stop();
});

/** C6 with the reference features of its quiet corner, and a cohort of regions of them. */
async function stateCohort({ url }: RunningGateway): Promise<void> {
  const add = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id } }';
  const { addSlide } = await dataOf(url, add, { input: { path: 'C6.tiff', ...C6_FACTS } });
  const path = join(REFERENCE, 'c6-features.trident.h5');
  const features = { slideId: addSlide.id, path, encoder: 'local:demo-lite0/1', mpp: 1 };
  const importing = 'mutation I($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
  await dataOf(url, importing, { input: features });
  const rows = regions.map(({ x, y, width, height }) => [addSlide.id, x, y, width, height].join(','));
  const csv = ['slide,x,y,width,height', ...rows].join('\n');
  const create = 'mutation C($input: CreateCohortInput!) { createCohort(input: $input) { id } }';
  await dataOf(url, create, { input: { id: 'regions', name: 'Regions', csv } });
}

/** What every gateway of a shape is started with: the watched model server, and a lease that is over soon. */
async function environmentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const placements = ['demo-lite0-mean', 'demo-lite0'].map((name) => ({
    model: `local:${name}/1`,
    as: { name, version: '1' },
  }));
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'watched', url: watched.url, placements }] }));
  return {
    TESSERA_CONFIG: file,
    TESSERA_MODEL_SERVER: 'none',
    TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}`,
    TESSERA_LIMIT_JOB_LEASE_MS: '3000',
    TESSERA_DATA_DIR: folder,
  };
}

/** Asks for an index until some answers are stored and the model says nothing more; gives the job. */
async function halfDone({ url }: RunningGateway): Promise<{ readonly id: string }> {
  let seen = 0;
  watched.holdBack(() => (seen += 1) > BEFORE_KILL);
  const index = 'mutation I($input: IndexEmbeddingsInput!) { indexEmbeddings(input: $input) { id } }';
  const { indexEmbeddings } = await dataOf(url, index, { input: { model: MODEL, cohort: 'regions' } });
  await until(async () => watched.infers.length > BEFORE_KILL);
  // What was answered is written within a quarter of a second.
  await sleep(1_000);
  return indexEmbeddings;
}

/** The job ends well, with every vector, and asked the model about nothing that was stored before. */
async function expectResumed({ url }: RunningGateway, started: { readonly id: string }): Promise<void> {
  await until(async () => (await dataOf(url, INDEX, started)).job.state === 'SUCCEEDED');
  const { job } = await dataOf(url, INDEX, started);
  expect(job.embeddingIndex.serving).toMatchObject({ vectorCount: regions.length, missing: [] });
  expect(watched.infers.length).toBeLessThanOrEqual(regions.length - BEFORE_KILL);
}

describe('kill -9 in the middle of an index of embeddings', () => {
  it('loses no vector and asks for none twice, in one process on its own store', { timeout: 120_000 }, async () => {
    const environment = await environmentOf(await bench.dataDir());
    const first = await bench.start(environment);
    await stateCohort(first);
    const started = await halfDone(first);
    await first.signal('SIGKILL');
    watched.forget();
    const second = await bench.start(environment);
    await expectResumed(second, started);
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });

  it.skipIf('skip' in postgres)(
    'is taken over by another worker, beside a gateway that only asks',
    { timeout: 240_000 },
    async () => {
      if ('skip' in postgres) return;
      watched.forget();
      const database = await createTestDatabase(postgres.url);
      try {
        const folder = await bench.folder();
        const shared = {
          ...(await environmentOf(folder)),
          TESSERA_DATABASE_URL: database.url,
          TESSERA_BLOB_URL: pathToFileURL(join(folder, 'shared')).href,
        };
        const api = await bench.start({ ...shared, TESSERA_ROLE: 'api' });
        const worker = await bench.start({ ...shared, TESSERA_ROLE: 'worker' });
        await stateCohort(api);
        const started = await halfDone(api);
        await worker.signal('SIGKILL');
        watched.forget();
        await bench.start({ ...shared, TESSERA_ROLE: 'worker' });
        await expectResumed(api, started);
        await bench.close();
      } finally {
        await database.drop();
      }
    },
  );
});

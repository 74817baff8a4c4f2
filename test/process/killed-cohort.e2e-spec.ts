import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  CohortJobDocument,
  CohortPredictionsDocument,
  CreateCohortDocument,
  PredictCohortDocument,
} from '#libs/client';
import { C6_FACTS, V1, V2 } from '#test/c6';
import { dataOf } from '#test/ask-gateway';
import { GatewayBench, demoSlides, projectRoot, until, type RunningGateway } from '#test/gateway-process';
import { cornerRegions } from '#test/c6-regions';
import { createTestDatabase, postgresForTests } from '#test/postgres';
import { WatchedModelServer } from '#test/watched-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const REFERENCE = join(projectRoot, 'test/fixtures/reference');
const MODELS = [V1, V2];
const BEFORE_KILL = 12;

const postgres = await postgresForTests();
const bench = new GatewayBench();
const regions = cornerRegions();
const total = regions.length * MODELS.length;
let server: ServerProcess;
let watched: WatchedModelServer;

beforeAll(async () => {
  server = await startServer('--models', join(projectRoot, 'model-registry/models'));
  watched = await WatchedModelServer.before(server.url);
});
afterEach(() => watched.forget());
afterAll(async () => {
  await bench.close();
  await watched?.close();
  await server?.stop();
});

/** What every gateway of a shape is started with: the watched model server, and a lease that is over soon. */
async function environmentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const placements = ['demo-dense-focus/1', 'demo-dense-focus/2', 'demo-lite0/1'].map((ref) => {
    const [name, version] = ref.split('/');
    return { model: `local:${ref}`, as: { name, version } };
  });
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'watched', url: watched.url, placements }] }));
  return {
    TESSERA_CONFIG: file,
    TESSERA_MODEL_SERVER: 'none',
    TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}`,
    TESSERA_LIMIT_JOB_LEASE_MS: '3000',
  };
}

/** C6 with the 22 reference features of its quiet corner, and a cohort of regions of them. */
async function stateCohort({ client, url }: RunningGateway): Promise<void> {
  const add = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id } }';
  const { addSlide } = await dataOf(url, add, { input: { path: 'C6.tiff', ...C6_FACTS } });
  const features = {
    slideId: addSlide.id,
    path: join(REFERENCE, 'c6-features.trident.h5'),
    encoder: 'local:demo-lite0/1',
    mpp: 1,
  };
  await dataOf(url, 'mutation I($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }', {
    input: features,
  });
  const rows = regions.map(({ x, y, width, height }) => [addSlide.id, x, y, width, height].join(','));
  const csv = ['slide,x,y,width,height', ...rows].join('\n');
  await client.request(CreateCohortDocument, { input: { id: 'regions', name: 'Regions', csv } });
}

async function answeredOf({ client }: RunningGateway): Promise<number> {
  let answered = 0;
  for (const model of MODELS) {
    const { cohort } = await client.request(CohortPredictionsDocument, { id: 'regions', model, first: 100 });
    answered += cohort?.predictions.nodes.filter(({ state }) => state === 'ANSWERED').length ?? 0;
  }
  return answered;
}

/** Asks until some answers are stored and the model says nothing more; gives the job and how many there are. */
async function halfDone(gateway: RunningGateway): Promise<{ readonly id: string; readonly stored: number }> {
  let seen = 0;
  watched.holdBack(() => (seen += 1) > BEFORE_KILL);
  const input = { cohort: 'regions', models: MODELS };
  const { predictCohort } = await gateway.client.request(PredictCohortDocument, { input });
  await until(async () => watched.infers.length > BEFORE_KILL && (await answeredOf(gateway)) > 0);
  return { id: predictCohort.id, stored: await answeredOf(gateway) };
}

/** The job ends well, and asked the models about nothing that was stored before. */
async function expectResumed(
  gateway: RunningGateway,
  { id, stored }: Awaited<ReturnType<typeof halfDone>>,
): Promise<void> {
  await gateway.client.waitForJob(id, { pollMs: 100 });
  const { job } = await gateway.client.request(CohortJobDocument, { id });
  const models = job?.cohortPrediction?.models ?? [];
  expect(models.map(({ answered, failures }) => [answered, failures])).toEqual(Array(2).fill([regions.length, []]));
  expect(models.reduce((sum, { reused }) => sum + reused, 0)).toBeGreaterThanOrEqual(stored);
  expect(watched.infers.length).toBeLessThanOrEqual(total - stored);
  expect(await answeredOf(gateway)).toBe(total);
}

describe('kill -9 in the middle of a prediction over a cohort', () => {
  it('loses no answer and asks for none twice, in one process on its own store', { timeout: 120_000 }, async () => {
    const dataDir = await bench.dataDir();
    const environment = { ...(await environmentOf(dataDir)), TESSERA_DATA_DIR: dataDir };
    const first = await bench.start(environment);
    await stateCohort(first);
    const half = await halfDone(first);
    expect(half.stored).toBeGreaterThan(0);
    expect(half.stored).toBeLessThan(total);
    await first.signal('SIGKILL');
    watched.forget();
    const second = await bench.start(environment);
    await expectResumed(second, half);
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });

  it.skipIf('skip' in postgres)(
    'is taken over by another worker, beside a gateway that only asks',
    { timeout: 120_000 },
    async () => {
      if ('skip' in postgres) return;
      const database = await createTestDatabase(postgres.url);
      try {
        const folder = await bench.folder();
        const shared = {
          ...(await environmentOf(folder)),
          TESSERA_DATABASE_URL: database.url,
          TESSERA_DATA_DIR: folder,
          TESSERA_BLOB_URL: pathToFileURL(join(folder, 'shared')).href,
        };
        const api = await bench.start({ ...shared, TESSERA_ROLE: 'api' });
        const worker = await bench.start({ ...shared, TESSERA_ROLE: 'worker' });
        await stateCohort(api);
        const half = await halfDone(api);
        await worker.signal('SIGKILL');
        watched.forget();
        await bench.start({ ...shared, TESSERA_ROLE: 'worker' });
        await expectResumed(api, half);
        await bench.close();
      } finally {
        await database.drop();
      }
    },
  );
});

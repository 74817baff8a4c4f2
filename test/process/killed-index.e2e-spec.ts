import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { C6_FACTS } from '#test/c6';
import { cornerRegions } from '#test/c6-regions';
import { dataOf } from '#test/ask-gateway';
import { GatewayBench, demoSlides, projectRoot, until, type RunningGateway } from '#test/gateway-process';
import { WatchedModelServer } from '#test/watched-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const REFERENCE = join(projectRoot, 'test/fixtures/reference');
const MODEL = 'local:demo-lite0-mean/1';
const BEFORE_KILL = 5;
const INDEX = `query I($id: ID!) { job(id: $id) { state embeddingIndex { serving { vectorCount missing { code } manifestHref } } } }`;

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

describe('kill -9 in the middle of an index of embeddings', () => {
  it('loses no vector and asks for none twice', { timeout: 120_000 }, async () => {
    const dataDir = await bench.dataDir();
    const file = join(dataDir, 'config.json');
    const placements = ['demo-lite0-mean', 'demo-lite0'].map((name) => ({
      model: `local:${name}/1`,
      as: { name, version: '1' },
    }));
    await writeFile(file, JSON.stringify({ modelServers: [{ id: 'watched', url: watched.url, placements }] }));
    const environment = {
      TESSERA_CONFIG: file,
      TESSERA_MODEL_SERVER: 'none',
      TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}`,
      TESSERA_LIMIT_JOB_LEASE_MS: '3000',
      TESSERA_DATA_DIR: dataDir,
    };
    const first = await bench.start(environment);
    await stateCohort(first);
    let seen = 0;
    watched.holdBack(() => (seen += 1) > BEFORE_KILL);
    const index = 'mutation I($input: IndexEmbeddingsInput!) { indexEmbeddings(input: $input) { id } }';
    const { indexEmbeddings } = await dataOf(first.url, index, { input: { model: MODEL, cohort: 'regions' } });
    await until(async () => watched.infers.length > BEFORE_KILL);
    // What was answered is written within a quarter of a second.
    await sleep(1_000);
    await first.signal('SIGKILL');
    watched.forget();
    const second = await bench.start(environment);
    await until(async () => (await dataOf(second.url, INDEX, indexEmbeddings)).job.state === 'SUCCEEDED');
    const { job } = await dataOf(second.url, INDEX, indexEmbeddings);
    expect(job.embeddingIndex.serving).toMatchObject({ vectorCount: regions.length, missing: [] });
    expect(watched.infers.length).toBeLessThanOrEqual(regions.length - BEFORE_KILL);
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });
});

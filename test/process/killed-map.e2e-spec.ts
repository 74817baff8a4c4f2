import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeNpy } from '#libs/array-files';
import { askGateway, dataOf } from '#test/ask-gateway';
import { C6_FACTS } from '#test/c6';
import { GatewayBench, demoSlides, projectRoot, until, type RunningGateway } from '#test/gateway-process';
import { type Json } from '#test/json';
import { EXPRESSION } from '#test/spatial';
import { WatchedModelServer } from '#test/watched-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const REFERENCE = join(projectRoot, 'test/fixtures/reference');
const MEMBERS = 5;
/** So many that a request does not wait for their map: 2,208 genes by five members. */
const MANY = 2_800;
const JOB = `query J($id: ID!) { job(id: $id) { state done spatialMap { digest } } }`;
const PREPARE = `mutation P($input: PrepareSpatialMapInput!) { prepareSpatialMap(input: $input) { id } }`;
const CANCEL = `mutation C($id: ID!) { cancelJob(id: $id) { state } }`;
const MAP = `query M($id: ID!, $features: Digest!) { slide(id: $id) { spatialMap(model: "${EXPRESSION}", features: $features) {
  digest tileCount valuedTileCount values(names: ["IGKC"]) { values(encoding: JSON) } } } }`;

const bench = new GatewayBench();
let server: ServerProcess;
let watched: WatchedModelServer;
let environment: Record<string, string>;
let dataDir: string;
let gateway: RunningGateway;
let slideId: string;
let features: string;

beforeAll(async () => {
  server = await startServer('--models', join(projectRoot, 'model-registry/models'));
  watched = await WatchedModelServer.before(server.url);
  dataDir = await bench.dataDir();
  const file = join(dataDir, 'config.json');
  const names = ['demo-lite0', ...Array.from({ length: MEMBERS }, (_, at) => `demo-her2st-expr-m${at + 1}`)];
  const placements = names.map((name) => ({ model: `local:${name}/1`, as: { name, version: '1' } }));
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'watched', url: watched.url, placements }] }));
  environment = {
    TESSERA_CONFIG: file,
    TESSERA_MODEL_SERVER: 'none',
    TESSERA_SLIDE_ROOTS: `${demoSlides}:${REFERENCE}:${dataDir}`,
    TESSERA_LIMIT_JOB_LEASE_MS: '3000',
    TESSERA_DATA_DIR: dataDir,
  };
  gateway = await bench.start(environment);
  const add = 'mutation Add($input: AddSlideInput!) { addSlide(input: $input) { id } }';
  slideId = (await dataOf(gateway.url, add, { input: { path: 'C6.tiff', ...C6_FACTS } })).addSlide.id;
  features = await imported({ path: join(REFERENCE, 'c6-features.trident.h5') });
}, 240_000);
afterAll(async () => {
  await bench.close();
  await watched?.close();
  await server?.stop();
});

async function imported(more: object): Promise<string> {
  const input = { slideId, encoder: 'local:demo-lite0/1', mpp: 1, ...more };
  const importing = 'mutation I($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
  return (await dataOf(gateway.url, importing, { input })).importFeatures.digest;
}

async function prepare(bag: string): Promise<string> {
  return (await dataOf(gateway.url, PREPARE, { input: { slideId, model: EXPRESSION, features: bag } }))
    .prepareSpatialMap.id;
}

const jobOf = async (id: string): Promise<Json> => (await dataOf(gateway.url, JOB, { id })).job;
const mapOf = async (bag: string): Promise<Json> =>
  (await dataOf(gateway.url, MAP, { id: slideId, features: bag })).slide.spatialMap;
const drafts = (): Promise<readonly string[]> => readdir(join(dataDir, 'blobs/drafts'));

describe('a map that is being made', () => {
  it(
    'ends with a cancelled job: the model server is let go, and nothing is left behind',
    { timeout: 120_000 },
    async () => {
      watched.holdBack(() => true);
      const id = await prepare(features);
      await until(async () => watched.infers.length > 0);
      expect(await drafts()).toHaveLength(1);
      await dataOf(gateway.url, CANCEL, { id });
      await until(async () => (await jobOf(id)).state === 'CANCELLED');
      expect((await jobOf(id)).spatialMap).toBeNull();
      await until(async () => watched.abandoned === watched.infers.length && (await drafts()).length === 0);
      watched.forget();
    },
  );

  it('is made once for two who ask at the same time, and for a job beside them', { timeout: 120_000 }, async () => {
    const [id, ...maps] = await Promise.all([prepare(features), mapOf(features), mapOf(features)]);
    await until(async () => (await jobOf(id)).state === 'SUCCEEDED');
    expect(new Set([...maps, (await jobOf(id)).spatialMap].map(({ digest }) => digest)).size).toBe(1);
    expect(watched.infers).toHaveLength(MEMBERS);
    expect(maps[0]).toEqual(maps[1]);
    watched.forget();
  });

  it(
    'is refused to a request where it is large, and made by a job that a kill -9 cuts off',
    { timeout: 240_000 },
    async () => {
      const data = Float32Array.from({ length: MANY * 1280 }, (_, at) => Math.sin(at * 0.37) + 0.5);
      const places = Int32Array.from(
        { length: MANY * 2 },
        (_, at) => (at % 2 ? Math.floor(at / 120) : (at / 2) % 60) * 150,
      );
      await writeFile(join(dataDir, 'f.npy'), encodeNpy({ datatype: 'FP32', shape: [MANY, 1280], data }));
      await writeFile(join(dataDir, 'c.npy'), encodeNpy({ datatype: 'INT32', shape: [MANY, 2], data: places }));
      const facts = { coordsUnit: 'PX_LEVEL0', tileSizePx: 224, tileEdgePx: 326 };
      const bag = await imported({ path: join(dataDir, 'f.npy'), coordsPath: join(dataDir, 'c.npy'), ...facts });
      const { errors } = await askGateway(gateway.url, MAP, { id: slideId, features: bag });
      expect(errors[0]?.extensions).toMatchObject({ code: 'SPATIAL_MAP_MISSING' });
      expect(watched.infers).toHaveLength(0);

      let seen = 0;
      watched.holdBack(() => (seen += 1) > 3 * MEMBERS);
      const id = await prepare(bag);
      await until(async () => watched.infers.length > 3 * MEMBERS);
      expect(await drafts()).toHaveLength(1);
      await gateway.signal('SIGKILL');
      watched.forget();
      gateway = await bench.start(environment);
      await until(async () => (await jobOf(id)).state === 'SUCCEEDED', 120_000);
      const map = await mapOf(bag);
      expect(map).toMatchObject({
        digest: (await jobOf(id)).spatialMap.digest,
        tileCount: MANY,
        valuedTileCount: MANY,
      });
      expect(map.values.values).toHaveLength(MANY);
      expect(map.values.values).not.toContain(null);
      expect(await drafts()).toEqual([]);
      expect(await gateway.stop()).toEqual({ code: 0, signal: null });
    },
  );
});

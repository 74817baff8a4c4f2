import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import { BlobStore } from '#gateway/blob-store';
import { NeighbourGraph, RetireGenerations } from '#gateway/embeddings';
import { addSlide, C6_FACTS, importCorner, QUIET_CORNER } from '#test/c6';
import { cornerRegions } from '#test/c6-regions';
import { createCohort } from '#test/cohorts';
import { FOUND, indexed } from '#test/embedding-indexes';
import { type Json } from '#test/json';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { copyModel } from '#test/own-models';
import { storeKinds } from '#test/stores';
import { WatchedModelServer } from '#test/watched-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';

const KEYS = { 'north-one': ['ADMINISTRATOR'], 'south-one': ['READER', 'OPERATOR'] } as const;
const [NORTH, SOUTH] = ['north-one', 'south-one'] as const;
const TILES = 'local:demo-lite0/1';
const LIVE = 'local-2:twin-mean@live';
const TWINS = 14;
/** Some tiles of the quiet corner. */
const SOME = { ...QUIET_CORNER, height: 700 };
const DAY_MS = 86_400_000;

let models: string;
let server: ServerProcess;
let watched: WatchedModelServer;
beforeAll(async () => {
  models = await mkdtemp(join(tmpdir(), 'tessera-twins-'));
  for (const version of ['1', '2'])
    await copyModel(models, 'demo-lite0-mean/1', (card) => {
      card['identity'] = { ...card['identity'], name: 'twin-mean', version, title: `Twin ${version}` };
    });
  server = await startServer('--models', models);
  watched = await WatchedModelServer.before(server.url);
});
afterAll(async () => {
  await watched?.close();
  await server?.stop();
  await rm(models, { recursive: true, force: true });
});

const withoutRequestId = (text: string): string => text.replace(/"requestId":"[^"]+"/g, '"requestId":""');

describe.each(storeKinds)('vectors of two tenants with the same slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('indexed by both', () => {
    let gateway: TestGateway;
    let north: Json;
    let south: Json;

    const prepared = async (key: string, cohort: string): Promise<Json> => {
      const slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, key);
      await importCorner(gateway, slide, key);
      const state = (id: string, rows: readonly { x: number; y: number; width: number; height: number }[]) => {
        const lines = rows.map(({ x, y, width, height }) => [slide, x, y, width, height].join(','));
        return createCohort(gateway, { id, name: id, csv: ['slide,x,y,width,height', ...lines].join('\n') }, key);
      };
      await state('regions', cornerRegions().slice(0, 6));
      // The same tiles again and again: equal vectors, as of empty glass.
      await state(
        cohort,
        Array.from({ length: TWINS }, (_, at) => ({ ...SOME, x: SOME.x + at })),
      );
      const { embeddingIndex } = await indexed(gateway, { model: TILES, cohort }, key);
      return { slide, cohort, serving: embeddingIndex.serving };
    };
    const nearest = async (rest: string, key: string = NORTH, model = TILES): Promise<Json> =>
      (await gateway.data(`{ nearest(model: "${model}", ${rest}) ${FOUND} }`, {}, key)).nearest;
    const someTile = async (): Promise<Json> => {
      const ask = `query N($v: VectorInput!) { nearest(model: "${TILES}", vector: $v, k: 1) ${FOUND} }`;
      const v = { values: Array(1280).fill(1), spaceId: north.serving.spaceId };
      return (await gateway.data(ask, { v }, NORTH)).nearest.neighbours[0].tile;
    };
    const refused = async (rest: string, key: string, model = TILES) =>
      withoutRequestId((await gateway.ask(`{ nearest(model: "${model}", ${rest}) ${FOUND} }`, {}, key)).text);
    const ofRegions = async (): Promise<Json> => {
      const query =
        '{ embeddingIndexes(cohort: "regions") { model serving { id version spaceId } building { version } } }';
      const { embeddingIndexes } = await gateway.data(query, {}, NORTH);
      return embeddingIndexes.find(({ model }: Json) => model === LIVE);
    };
    let alias: string | null = null;
    const move = async (version: string): Promise<void> => {
      const mutation = `mutation M($version: String!, $alias: String) { setAlias(model: "local-2:twin-mean", alias: "live", version: $version, expectedVersion: $alias) { outcome } }`;
      await gateway.data(mutation, { version, alias }, NORTH);
      alias = version;
    };

    beforeAll(async () => {
      const placements = ['1', '2'].map((version) => ({
        model: `local-2:twin-mean/${version}`,
        as: { name: 'twin-mean', version },
      }));
      gateway = await openTestGateway(kind, {
        keys: KEYS,
        modelDirs: [DEMO_MODELS, models],
        modelServers: [{ id: 'watched', url: watched.url, placements }],
        limits: { exactVectors: 60 },
      });
      north = await prepared(NORTH, 'of-north');
      south = await prepared(SOUTH, 'of-south');
    }, 120_000);
    afterAll(() => gateway?.close());

    it('are found by their own tenant alone, in a graph that holds the rows of both', async () => {
      const { x, y } = await someTile();
      for (const [key, own] of [
        [NORTH, north],
        [SOUTH, south],
      ] as const) {
        expect(own.serving).toMatchObject({ search: 'HNSW' });
        const found = await nearest(`tile: {slideId: "${own.slide}", x: ${x}, y: ${y}}, k: 20`, key);
        expect(found).toMatchObject({ method: 'HNSW', cohort: own.cohort, searched: own.serving.vectorCount - 1 });
        expect(new Set(found.neighbours.map(({ slideId }: Json) => slideId))).toEqual(new Set([own.slide]));
      }
      const rows: readonly Json[] = await gateway.gateway.app
        .get(DataSource, { strict: false })
        .query('SELECT tenant, count(*)::integer AS count FROM embedding_vector GROUP BY 1 ORDER BY 1');
      expect(rows).toEqual(['north', 'south'].map((tenant) => ({ tenant, count: north.serving.vectorCount })));
    });

    it('answer what is the other tenant’s as what does not exist', async () => {
      const nobody = `sld_${'0'.repeat(32)}`;
      const pairs = [
        [`tile: {slideId: "${north.slide}", x: 0, y: 0}`, `tile: {slideId: "${nobody}", x: 0, y: 0}`],
        [
          `filter: {cohort: "of-north"}, slide: "${south.slide}"`,
          `filter: {cohort: "nobody"}, slide: "${south.slide}"`,
        ],
      ];
      for (const [foreign = '', random = ''] of pairs) {
        expect(await refused(foreign, SOUTH)).toContain('"errors"');
        expect(await refused(foreign, SOUTH)).toBe(await refused(random, SOUTH));
      }
      const cohorts = (id: string) => gateway.ask(`{ embeddingIndexes(cohort: "${id}") { id } }`, {}, SOUTH);
      expect(withoutRequestId((await cohorts('of-north')).text)).toBe(withoutRequestId((await cohorts('nobody')).text));
      const routes = (cohort: string, id: string) => [
        `/embeddings/${cohort}.npy?model=${TILES}`,
        `/embedding-generations/${id}/vectors.npy`,
        `/embedding-generations/${id}/rows.csv`,
        `/embedding-generations/${id}/manifest.json`,
      ];
      const others = routes('nobody', `eig_${'0'.repeat(40)}`);
      for (const [at, path] of routes('of-north', north.serving.id).entries()) {
        const [foreign, random] = [await gateway.get(path, {}, SOUTH), await gateway.get(others[at] ?? '', {}, SOUTH)];
        expect([foreign.status, withoutRequestId(foreign.bytes.toString())]).toEqual([
          404,
          withoutRequestId(random.bytes.toString()),
        ]);
        expect((await gateway.get(path, {}, NORTH)).status).toBe(200);
      }
    });

    it('that are equal stand in the order of their rows, by the graph and by a look at every vector', async () => {
      const { x, y } = await someTile();
      const tile = `tile: {slideId: "${north.slide}", x: ${x}, y: ${y}}`;
      const rowsOf = ({ neighbours }: Json): readonly number[] => neighbours.map(({ row }: Json) => row);
      const exact = await nearest(`${tile}, k: 20, search: {exact: true}`);
      const walked = await nearest(`${tile}, k: 20`);
      expect([walked.method, exact.method]).toEqual(['HNSW', 'EXACT']);
      expect(rowsOf(walked)).toEqual(rowsOf(exact));
      const twins = exact.neighbours.filter(({ similarity }: Json) => Math.abs(similarity - 1) < 1e-12);
      expect(twins).toHaveLength(TWINS - 1);
      expect(rowsOf({ neighbours: twins })).toEqual([...rowsOf({ neighbours: twins })].sort((a, b) => a - b));
      // Thirteen are as alike as the third: a walk that keeps thirteen cannot say which three come first.
      const few = await nearest(`${tile}, k: 3`);
      expect(few.method).toBe('EXACT');
      expect(rowsOf(few)).toEqual(rowsOf(exact).slice(0, 3));
    });

    it('are compared with no vector that has no direction', async () => {
      for (const [values, search] of [
        [Array(1280).fill(0), ''],
        [Array(1280).fill(1e300), ''],
        [Array(1280).fill(0), 'search: {exact: true}'],
      ] as const) {
        const query = `query N($v: VectorInput!) { nearest(model: "${TILES}", vector: $v, ${search} filter: {cohort: "of-north"}) { searched } }`;
        const { errors } = await gateway.ask(query, { v: { values, spaceId: north.serving.spaceId } }, NORTH);
        expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'vector' });
      }
    });

    it(
      'are those of the version before until the next one is whole, and of its space alone',
      { timeout: 60_000 },
      async () => {
        await move('1');
        const first = await indexed(gateway, { model: LIVE, cohort: 'regions' }, NORTH);
        const { values } = (
          await gateway.data(
            `{ slide(id: "${north.slide}") { embedding(model: "${LIVE}") { values(encoding: JSON) } } }`,
            {},
            NORTH,
          )
        ).slide.embedding;
        const vector = (spaceId: string) => ({ v: { values, spaceId } });
        const ask = `query N($v: VectorInput!) { nearest(model: "${LIVE}", vector: $v, k: 3) ${FOUND} }`;
        const one = first.embeddingIndex.serving.spaceId;
        const before = (await gateway.data(ask, vector(one), NORTH)).nearest;
        expect(before).toMatchObject({ isCurrent: true, version: 'local-2:twin-mean/1', spaceId: one });
        let letGo: () => void = () => undefined;
        const gate = new Promise<void>((resolve) => (letGo = resolve));
        watched.delay(({ model }) => (model === 'twin-mean/2' ? gate : Promise.resolve()));
        await move('2');
        await expect
          .poll(async () => (await ofRegions()).building?.version, { timeout: 20_000 })
          .toBe('local-2:twin-mean/2');
        const meanwhile = (await gateway.data(ask, vector(one), NORTH)).nearest;
        expect(meanwhile).toEqual({ ...before, isCurrent: false });
        letGo();
        await expect
          .poll(async () => (await ofRegions()).serving.version, { timeout: 20_000 })
          .toBe('local-2:twin-mean/2');
        const after = await ofRegions();
        expect(after.building).toBeNull();
        expect(after.serving.spaceId).not.toBe(one);
        const { errors } = await gateway.ask(ask, vector(one), NORTH);
        expect(errors[0]?.extensions).toMatchObject({
          code: 'SPACES_DIFFER',
          needed: after.serving.spaceId,
          found: one,
        });
        const swapped = (await gateway.data(ask, vector(after.serving.spaceId), NORTH)).nearest;
        expect(swapped).toMatchObject({ isCurrent: true, version: 'local-2:twin-mean/2' });
        // The twins have the same weights: only the name of the space differs.
        expect(swapped.neighbours).toEqual(before.neighbours);
      },
    );

    it('go to no generation whose alias has gone back meanwhile', { timeout: 60_000 }, async () => {
      // What was asked of version 1 is stored, and of a new region nothing is.
      const [, , , , , , seventh] = cornerRegions();
      const region = [north.slide, seventh?.x, seventh?.y, seventh?.width, seventh?.height].join(',');
      const csv = `slide,x,y,width,height\n${region}`;
      await createCohort(gateway, { id: 'regions', name: 'regions', csv, expectedRevision: 1 }, NORTH);
      watched.forget();
      let letGo: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (letGo = resolve));
      watched.delay(({ model }) => (model === 'twin-mean/1' ? gate : Promise.resolve()));
      await move('1');
      await expect.poll(() => watched.infers.length, { timeout: 20_000 }).toBeGreaterThan(0);
      await move('2');
      letGo();
      const jobs = '{ jobs(first: 1) { nodes { kind state } } }';
      await expect
        .poll(async () => (await gateway.data(jobs, {}, NORTH)).jobs.nodes[0], { timeout: 20_000 })
        .toEqual({ kind: 'INDEX_EMBEDDINGS', state: 'SUCCEEDED' });
      expect(await ofRegions()).toMatchObject({
        serving: { version: 'local-2:twin-mean/2' },
        building: { version: 'local-2:twin-mean/1' },
      });
      await move('1');
      await expect
        .poll(async () => (await ofRegions()).serving.version, { timeout: 20_000 })
        .toBe('local-2:twin-mean/1');
    });

    it('lose the generations that nobody is served any more, and their files, but no file that something names', async () => {
      const { app } = gateway.gateway;
      const get = app.get.bind(app);
      const stores = { dataSource: get(DataSource, { strict: false }), blobs: get(BlobStore, { strict: false }) };
      const retire = (keptMs: number) =>
        new RetireGenerations(
          stores,
          get(NeighbourGraph, { strict: false }),
          { keptMs, blobMs: DAY_MS },
          () => undefined,
        ).run(AbortSignal.timeout(20_000));
      const generations = async (): Promise<readonly Json[]> =>
        stores.dataSource.query('SELECT id, state, matrix_blob FROM embedding_generation ORDER BY created_at');
      const blobs = () => readdir(gateway.config.blobDir, { recursive: true });
      const noted = async (): Promise<number> =>
        (await stores.dataSource.query('SELECT count(*)::integer AS count FROM discarded_blob'))[0].count;
      const old = await generations();
      expect(await retire(DAY_MS)).toEqual({ generations: 0, files: 0 });
      const { serving } = await ofRegions();
      // The first and the second generation of `live`: the third is served, and tiles of two tenants are.
      expect((await retire(0)).generations).toBe(2);
      const left = await generations();
      expect(old.filter(({ id }) => !left.some((one) => one.id === id))).toHaveLength(2);
      expect(left.map(({ id }) => id)).toContain(serving.id);
      // The files are new: somebody may be about to name their bytes.
      const before = await blobs();
      expect(await noted()).toBeGreaterThan(0);
      const then = new Date(Date.now() - 2 * DAY_MS);
      for (const name of before)
        if (!name.startsWith('drafts')) await utimes(join(gateway.config.blobDir, name), then, then);
      const { files } = await retire(0);
      expect(files).toBeGreaterThan(0);
      expect(await noted()).toBe(0);
      const after = await blobs();
      const gone = before.filter((name) => !after.includes(name)).map((name) => name.replaceAll('/', ''));
      expect(gone).toHaveLength(files);
      for (const { matrix_blob: blob } of left) expect(gone).not.toContain(blob);
      // The two versions gave the same bytes: what is still served names them.
      const file = await gateway.get(`/embeddings/regions.npy?model=${LIVE}`, {}, NORTH);
      expect([file.status, file.bytes.length]).toEqual([200, 128 + 1280 * 4]);
      expect((await someTile()).x).toEqual(expect.any(Number));
      expect((await gateway.get(`/embeddings/of-south.npy?model=${TILES}`, {}, SOUTH)).status).toBe(200);
    });
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeNpy } from '#libs/array-files';
import { SlideCatalog } from '#gateway/slide-catalog';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { indexed } from '#test/embedding-indexes';
import { exampleSlide } from '#test/examples';
import { cornerFeatures, writeNpy } from '#test/feature-files';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { runCli } from '#test/run-cli';
import { createSlideEncoders, ENCODED, expectedVectors } from '#test/slide-encoders';
import { storeKinds } from '#test/stores';

const EMBED = `query E($id: ID!, $model: ModelRef!, $bag: Digest, $region: RegionInput) { slide(id: $id) {
  embedding(model: $model, features: $bag, region: $region) { dimension datatype l2Normalised l2Norm spaceId tileCount tilesLeftOut values href
    recipe { tensor outputVariant precision l2Normalised level aggregation inputs { name role datatype unit } } provenance { isReused } } } }`;
const IMPORT = 'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest } }';
const FACTS = { encoder: 'local:demo-lite0/1', mpp: 1, tileSizePx: 224, tileEdgePx: 326, coordsUnit: 'PX_LEVEL0' };

function expectClose(values: ArrayLike<number>, expected: readonly number[]): void {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs((values[i] ?? NaN) - value)).toBeLessThan(1e-5);
}

describe.each(storeKinds)('slide encoders that are told where tiles lie, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with models of published shapes', () => {
    let models: Awaited<ReturnType<typeof createSlideEncoders>>;
    let world: TestGateway;
    let slide: string;
    let unscaled: string;
    /** Edge to edge, and as they overlap in the reference. */
    let places: string;
    let corner: string;

    const embed = async (model: string, more: object = {}, id = slide): Promise<Json> =>
      (await world.data(EMBED, { id, model: `local:${model}/1`, ...more })).slide.embedding;
    const refusal = async (model: string, more: object = {}, id = slide): Promise<Json> => {
      const { data, errors } = await world.ask(EMBED, { id, model: `local:${model}/1`, ...more });
      expect(data.slide.embedding).toBeNull();
      return { message: errors[0]?.message, ...errors[0]?.extensions };
    };

    beforeAll(async () => {
      models = await createSlideEncoders();
      world = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(world, 'C6.tiff', C6_FACTS);
      corner = await importCorner(world, slide);
      const features = await cornerFeatures();
      await writeNpy(world.slideDir, features);
      const coords = Int32Array.from(expectedVectors.places.flat());
      await writeFile(
        join(world.slideDir, 'places.npy'),
        encodeNpy({ datatype: 'INT32', shape: [22, 2], data: coords }),
      );
      const files = { path: 'corner.npy', coordsPath: 'places.npy', ...FACTS };
      const bare = { ...C6_FACTS, widthPx: 9288, heightPx: 9907, mpp: null, mppStated: null };
      ({ id: unscaled } = await world.gateway.app
        .get(SlideCatalog, { strict: false })
        .add('default', exampleSlide('no mpp', bare)));
      const [own] = await Promise.all(
        [slide, unscaled].map((slideId) => world.data(IMPORT, { input: { slideId, ...files } })),
      );
      places = own?.importFeatures.digest;
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await models?.remove();
    });

    it('take whole level-0 pixels and the edge of a tile, and give what PyTorch gives', async () => {
      const embedding = await embed('grid', { bag: places });
      expectClose(floatsOf(embedding.values), expectedVectors.grid);
      expect(embedding).toMatchObject({
        ...{ dimension: ENCODED.dim, datatype: 'FP32', l2Normalised: false, tileCount: 22, tilesLeftOut: 0 },
        recipe: { tensor: 'embedding', level: 'SLIDE', aggregation: null, l2Normalised: false },
      });
      expect(embedding.recipe.inputs).toEqual([
        { name: 'features', role: 'FEATURES', datatype: 'FP32', unit: null },
        { name: 'coords', role: 'COORDINATES', datatype: 'INT64', unit: 'PX_LEVEL0' },
        { name: 'patch_size_lv0', role: 'TILE_EXTENT', datatype: 'INT64', unit: 'PX_LEVEL0' },
      ]);
      const file = (await world.get(embedding.href)).bytes;
      expect(file.subarray(-4 * ENCODED.dim).toString('base64')).toBe(embedding.values);
    });

    it('take micrometres, y before x, and a mask', async () => {
      for (const [bag, expected] of [
        [corner, expectedVectors.distance],
        [places, expectedVectors.distanceOfPlaces],
      ] as const) {
        const embedding = await embed('distance', { bag });
        expectClose(floatsOf(embedding.values), expected);
        expect(embedding.l2Norm).toBeCloseTo(1, 5);
      }
    });

    it('refuse tiles that would fall in one place, unless their card accepts that', async () => {
      expect(await refusal('grid', { bag: corner })).toMatchObject({
        code: 'FEATURE_CONTRACT_MISMATCH',
        message: expect.stringMatching(/needed one tile in each place of a grid of 326, found \d+ of 22 tiles/),
      });
      expectClose(floatsOf((await embed('overlapping', { bag: corner })).values), expectedVectors.gridOverlapping);
    });

    it('refuse tiles of another extent than the card states', async () => {
      expect(await refusal('many', { bag: places })).toMatchObject({
        code: 'FEATURE_CONTRACT_MISMATCH',
        differences: [{ field: 'tileExtent (UM)', needed: 256, found: 224.288 }],
      });
    });

    it('refuse micrometres of a slide without resolution, and take its pixels', async () => {
      expect(await refusal('distance', {}, unscaled)).toMatchObject({ code: 'SLIDE_RESOLUTION_UNKNOWN' });
      expectClose(floatsOf((await embed('grid', {}, unscaled)).values), expectedVectors.grid);
    });

    it('take as many tiles as they can, evenly chosen, where the card says so', async () => {
      const embedding = await embed('few', { bag: places });
      expect(embedding).toMatchObject({ tileCount: 10, tilesLeftOut: 12 });
      expectClose(floatsOf(embedding.values), expectedVectors.gridEvenly);
      expect((await embed('few', { bag: places })).provenance.isReused).toBe(true);
    });

    it('are exported by a list of slides, in its order, and the same list is the same file', async () => {
      const model = 'local:grid/1';
      const slides = [unscaled, slide];
      const made = await indexed(world, { model, slides });
      expect(made).toMatchObject({
        state: 'SUCCEEDED',
        embeddingIndex: { serving: { vectorCount: 2, level: 'SLIDE' } },
      });
      const { cohort } = made.embeddingIndex;
      expect(cohort).toMatch(/^list-[0-9a-f]{40}$/);
      const path = `/embeddings/${cohort}.npy?model=${model}`;
      const { bytes, headers } = await world.get(path);
      const own = await Promise.all(
        slides.map(async (id) => Buffer.from((await embed('grid', {}, id)).values, 'base64')),
      );
      expect(bytes.subarray(-2 * 4 * ENCODED.dim).equals(Buffer.concat(own))).toBe(true);
      const rest = await world.get(path, { range: 'bytes=128-', 'if-range': String(headers['etag']) });
      expect([rest.status, rest.bytes.equals(bytes.subarray(128))]).toEqual([206, true]);
      const rows = (await world.get(`/embeddings/${cohort}.csv?model=${model}`)).bytes.toString().trimEnd().split('\n');
      expect(rows.slice(1).map((line) => line.split(',')[2])).toEqual(slides);
      for (const ending of ['safetensors', 'arrow', 'parquet', 'h5', 'json'])
        expect((await world.get(`/embeddings/${cohort}.${ending}?model=${model}`)).status, ending).toBe(200);
      expect((await indexed(world, { model, slides: slides.toReversed() })).embeddingIndex.cohort).not.toBe(cohort);
      expect((await indexed(world, { model, slides })).embeddingIndex.cohort).toBe(cohort);
    });

    it('are saved by the command, which goes on where a download broke off', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'tessera-export-'));
      const [out, list, ids] = ['vectors.npy', 'slides.txt', 'rows.csv'].map((name) => join(folder, name));
      if (!out || !list || !ids) throw new Error('paths were expected');
      await writeFile(list, `${slide}\n${unscaled}\n`);
      const asked = ['embeddings', 'export', '--slides', list, '--model', 'local:grid/1', '--out', out, '--ids', ids];
      const tessera = (args: readonly string[]) => runCli(args, { TESSERA_URL: world.gateway.url });
      const ran = await tessera([...asked, '--json']);
      expect(ran.stderr).toBe('');
      const told = JSON.parse(ran.stdout);
      expect(told).toMatchObject({ vectorCount: 2, dimension: ENCODED.dim, resumedAt: 0, missing: [] });
      const whole = await readFile(out);
      const own = await Promise.all(
        [slide, unscaled].map(async (id) => Buffer.from((await embed('grid', {}, id)).values, 'base64')),
      );
      expect(whole.subarray(128).equals(Buffer.concat(own))).toBe(true);
      expect((await readFile(ids, 'utf8')).split('\n')).toHaveLength(4);
      const { cohort } = (await indexed(world, { model: 'local:grid/1', slides: [slide, unscaled] })).embeddingIndex;
      const { embeddingIndexes } = await world.data(`{ embeddingIndexes(cohort: "${cohort}") { serving { href } } }`);
      const { href } = embeddingIndexes[0].serving;
      const { etag } = (await world.get(href)).headers;
      await writeFile(`${out}.partial`, whole.subarray(0, 200));
      await writeFile(`${out}.partial.json`, JSON.stringify({ href, etag }));
      const again = ['embeddings', 'export', cohort, '--model', 'local:grid/1', '--out', out, '--json'];
      expect(JSON.parse((await tessera(again)).stdout)).toMatchObject({ resumedAt: 199, bytes: whole.length });
      expect((await readFile(out)).equals(whole)).toBe(true);
      expect((await readdir(folder)).toSorted()).toEqual(['rows.csv', 'slides.txt', 'vectors.npy']);
      await writeFile(`${out}.partial`, Buffer.alloc(300));
      await writeFile(`${out}.partial.json`, JSON.stringify({ href, etag: '"another"' }));
      expect(JSON.parse((await tessera(again)).stdout)).toMatchObject({ resumedAt: 0 });
      expect((await readFile(out)).equals(whole)).toBe(true);
      await rm(folder, { recursive: true });
    });

    it.each([
      ['no slide', [], { count: 0 }],
      ['what is none', ['sld_0', 'C6', '"\n'], { positions: [0, 1, 2], total: 3 }],
    ])('refuse a list of %s by position', async (_what, slides, facts) => {
      const mutation = 'mutation I($input: IndexEmbeddingsInput!) { indexEmbeddings(input: $input) { id } }';
      const refused = async (input: object): Promise<Json> =>
        (await world.ask(mutation, { input: { model: 'local:grid/1', ...input } })).errors[0]?.extensions;
      expect(await refused({ slides })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.slides', ...facts });
      expect(await refused({ slides: [slide, unscaled, slide] })).toMatchObject({ positions: [2], total: 1 });
      expect(await refused({ slides: [slide], cohort: 'all' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'input',
      });
      expect(await refused({})).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input' });
    });

    it('of a patient are the mean of the slides, or one bag of all their tiles, by the card', async () => {
      const all = { x: 0, y: 0, width: 3000, height: 3000 };
      const half = { ...all, height: 1100 };
      const rest = { ...all, y: 1100, height: 1900 };
      const row = ({ x, y, width, height }: typeof half): string => [slide, x, y, width, height, 'P-1'].join();
      const csv = ['slide,x,y,width,height,patient', row(half), row(rest)].join('\n');
      await createCohort(world, { id: 'patients', name: 'P', unit: 'PATIENT', csv });
      // The newest bag that fits is the one that is asked: here that of the made places.
      const vectorOf = async (model: string): Promise<Json> => {
        const { embeddingIndex: index } = await indexed(world, { model: `local:${model}/1`, cohort: 'patients' });
        const { serving } = index;
        if (serving.vectorCount === 0) return { ...serving, vector: null };
        const { bytes } = await world.get(`/embeddings/patients.npy?model=local:${model}/1`);
        return { ...serving, vector: floatsOf(bytes.subarray(-4 * ENCODED.dim).toString('base64')) };
      };
      const whole = await embed('joined', { region: all });
      const parts = await Promise.all([half, rest].map((region) => embed('mean', { region })));
      const joined = await vectorOf('joined');
      expect(joined).toMatchObject({ level: 'PATIENT', recipe: { level: 'PATIENT', aggregation: 'CONCAT_TILES' } });
      expectClose(joined.vector, [...floatsOf(whole.values)]);
      const [a, b] = parts.map(({ values }) => floatsOf(values));
      const mean = await vectorOf('mean');
      expect(mean.recipe).toMatchObject({ aggregation: 'MEAN_SLIDES' });
      expectClose(
        mean.vector,
        [...(a ?? [])].map((value, i) => (value + (b?.[i] ?? NaN)) / 2),
      );
      expect(await vectorOf('side')).toMatchObject({
        vectorCount: 0,
        missing: [{ code: 'FEATURE_CONTRACT_MISMATCH', count: 1 }],
      });
    });
  });
});

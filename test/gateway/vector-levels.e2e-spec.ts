import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeNpy } from '#libs/array-files';
import { addSlide, C6_FACTS, floatsOf, importCorner } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { FOUND, indexed } from '#test/embedding-indexes';
import { cornerFeatures, type CornerFeatures, writeNpy } from '#test/feature-files';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { ENCODED, expectedVectors } from '#test/slide-encoders';
import { storeKinds } from '#test/stores';
import { createVectorLevels, MARKERS, writeLevelled } from '#test/vector-levels';

const IMPORT =
  'mutation Import($input: ImportFeaturesInput!) { importFeatures(input: $input) { digest level tileCount recipe featuresHref } }';
const BY_MARKER = `query M($id: ID!, $markers: [String!]) { slide(id: $id) { markerEmbeddings(model: "local:markers/1", markers: $markers) {
  markers vocabularyDigest dimension datatype l2Normalised spaceId tileCount values href recipe { tensor level } } } }`;
const CELLS = 'local:cells/1';
const coords = expectedVectors.places.flat();

function expectClose(values: ArrayLike<number>, expected: readonly number[]): void {
  expect(values.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expect(Math.abs((values[i] ?? NaN) - value)).toBeLessThan(1e-5);
}

describe.each(storeKinds)('vectors of cells and markers, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of one slide', () => {
    let models: Awaited<ReturnType<typeof createVectorLevels>>;
    let world: TestGateway;
    let slide: string;
    let corner: CornerFeatures;

    const levelled = async (name: string, level: string | null, encoder = 'cells'): Promise<string> => {
      await writeLevelled(join(world.slideDir, name), corner, { coords, level, encoder });
      return name;
    };
    const bring = (path: string, more: object = {}, encoder = CELLS) =>
      world.ask(IMPORT, { input: { slideId: slide, path, encoder, mpp: 1, ...more } });
    const fileOf = async (cohort: string, model: string, ending: string): Promise<Buffer> =>
      (await world.get(`/embeddings/${cohort}.${ending}?model=${model}`)).bytes;

    beforeAll(async () => {
      models = await createVectorLevels();
      world = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(world, 'C6.tiff', C6_FACTS);
      corner = await cornerFeatures();
      await importCorner(world, slide);
      await createCohort(world, { id: 'one', name: 'One', csv: `slide,patient\n${slide},P-1` });
    }, 120_000);
    afterAll(async () => {
      await world?.close();
      await models?.remove();
    });

    it('are of cells only where file or caller say so, and an encoder of cells made them', async () => {
      const code = async (
        answer: Promise<{ readonly errors: readonly { readonly extensions: Json }[] }>,
      ): Promise<Json> => (await answer).errors[0]?.extensions;
      const silent = await levelled('silent.h5', null);
      expect(await code(bring(silent))).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.level' });
      const mismatch = { code: 'FEATURE_CONTRACT_MISMATCH' };
      const tiles = await levelled('tiles.h5', 'tile');
      expect(await code(bring(tiles))).toMatchObject({
        ...mismatch,
        differences: [{ field: 'level', needed: 'CELL', found: 'TILE' }],
      });
      expect(await code(bring(tiles, { level: 'CELL' }))).toMatchObject({
        ...mismatch,
        differences: [{ field: 'level', needed: 'CELL', found: 'TILE' }],
      });
      const foreign = await levelled('foreign.h5', 'cell', 'demo-lite0');
      expect(await code(bring(foreign, {}, 'local:demo-lite0/1'))).toMatchObject({
        ...mismatch,
        differences: [{ field: 'level', needed: 'TILE', found: 'CELL' }],
      });
      expect(await code(bring(await levelled('odd.h5', 'nucleus')))).toMatchObject({ code: 'ARTIFACT_INVALID' });
      const prepare = `mutation { prepareFeatures(input: { slideId: "${slide}", encoder: "${CELLS}" }) { id } }`;
      expect(await code(world.ask(prepare))).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.encoder' });
      const { data, errors } = await bring(await levelled('cells.h5', 'cell'));
      expect(errors).toEqual([]);
      expect(data.importFeatures).toMatchObject({ level: 'CELL', tileCount: 22, recipe: { level: 'CELL' } });
      const own = (await world.get(data.importFeatures.featuresHref)).bytes;
      expect(own.subarray(-corner.features.byteLength).equals(Buffer.from(corner.features.buffer))).toBe(true);
    });

    it('are the same bag from .npy files, where the caller says that they are cells', async () => {
      await writeNpy(world.slideDir, corner);
      const data = Int32Array.from(coords);
      await writeFile(join(world.slideDir, 'places.npy'), encodeNpy({ datatype: 'INT32', shape: [22, 2], data }));
      const facts = { coordsPath: 'places.npy', tileSizePx: 224, tileEdgePx: ENCODED.edgePx, coordsUnit: 'PX_LEVEL0' };
      const silent = await bring('corner.npy', facts);
      expect(silent.errors[0]?.extensions).toMatchObject({ argument: 'input.level' });
      expect((await bring('corner.npy', { ...facts, level: 'CELL' })).data.importFeatures.level).toBe('CELL');
    });

    it('of cells go into a model of cells with their places, and are put together cell by cell', async () => {
      const query = `{ slide(id: "${slide}") { embedding(model: "local:cell-grid/1") { values tileCount } } }`;
      const { embedding } = (await world.data(query)).slide;
      expectClose(floatsOf(embedding.values), expectedVectors.grid);
      const { embeddingIndex: index } = await indexed(world, { model: CELLS, cohort: 'one' });
      expect(index.serving).toMatchObject({
        level: 'CELL',
        vectorCount: 22,
        dimension: 1280,
        recipe: { level: 'CELL' },
      });
      const npy = await fileOf('one', CELLS, 'npy');
      expect(npy.subarray(-corner.features.byteLength).equals(Buffer.from(corner.features.buffer))).toBe(true);
      const lines = (await fileOf('one', CELLS, 'csv')).toString().trimEnd().split('\n').slice(1);
      expect(lines.map((line) => line.split(',').slice(8, 10).map(Number))).toEqual(expectedVectors.places);
      const [x, y] = expectedVectors.places[3] ?? [];
      const near = `{ nearest(model: "${CELLS}", k: 2, tile: { slideId: "${slide}", x: ${x}, y: ${y} }) ${FOUND} }`;
      const { nearest } = await world.data(near);
      expect(nearest).toMatchObject({ searched: 21, spaceId: index.serving.spaceId });
      expect(expectedVectors.places).toContainEqual([nearest.neighbours[0].tile.x, nearest.neighbours[0].tile.y]);
    });

    it('of markers are what PyTorch gives, named by their positions in the vocabulary', async () => {
      const { markerEmbeddings: all } = (await world.data(BY_MARKER, { id: slide })).slide;
      expect(all).toMatchObject({
        markers: MARKERS,
        dimension: ENCODED.dim,
        datatype: 'FP32',
        recipe: { tensor: 'markers', level: 'MARKER' },
      });
      expectClose(floatsOf(all.values), expectedVectors.byMarker.flat());
      const { bytes } = await world.get(all.href);
      expect(bytes.subarray(-4 * MARKERS.length * ENCODED.dim).toString('base64')).toBe(all.values);
      const some = (await world.data(BY_MARKER, { id: slide, markers: ['HLA-DR', 'CD3'] })).slide.markerEmbeddings;
      expect(some.markers).toEqual(['HLA-DR', 'CD3']);
      expectClose(
        floatsOf(some.values),
        [4, 0].flatMap((at) => expectedVectors.byMarker[at] ?? []),
      );
      const { errors } = await world.ask(BY_MARKER, { id: slide, markers: ['CD3', 'cd8', 'PDL1'] });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'markers', positions: [1, 2] });
    });

    it('of markers are put together with a name for each row, and are never held against other levels', async () => {
      const model = 'local:markers/1';
      const { embeddingIndex: index } = await indexed(world, { model, cohort: 'one' });
      expect(index.serving).toMatchObject({ level: 'MARKER', vectorCount: MARKERS.length, dimension: ENCODED.dim });
      const lines = (await fileOf('one', model, 'csv')).toString().trimEnd().split('\n');
      expect(lines[0]?.split(',').slice(-2)).toEqual(['marker', 'source']);
      expect(lines.slice(1).map((line) => line.split(',').at(-2))).toEqual(MARKERS);
      expectClose(
        floatsOf((await fileOf('one', model, 'npy')).subarray(128).toString('base64')),
        expectedVectors.byMarker.flat(),
      );
      for (const ending of ['safetensors', 'arrow', 'parquet', 'h5', 'json'])
        expect((await fileOf('one', model, ending)).length, ending).toBeGreaterThan(
          MARKERS.length * ENCODED.dim * 4 * Number(ending !== 'json'),
        );
      const ask = async (query: string): Promise<Json> => (await world.ask(query)).errors[0]?.extensions;
      const { spaceId } = (await indexed(world, { model: 'local:cell-grid/1', cohort: 'one' })).embeddingIndex.serving;
      const values = JSON.stringify(expectedVectors.grid);
      expect(
        await ask(
          `{ nearest(model: "${model}", k: 1, vector: { values: ${values}, spaceId: "${spaceId}" }) ${FOUND} }`,
        ),
      ).toMatchObject({ code: 'SPACES_DIFFER' });
      expect(await ask(`{ slide(id: "${slide}") { similar(model: "${model}", k: 1) ${FOUND} } }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'slide',
      });
      expect(await ask(`{ slide(id: "${slide}") { embedding(model: "${model}") { values } } }`)).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'model',
      });
      const compare = `{ compareVersions(input: { cohort: "one", models: ["${model}", "${model}"] }) { scale } }`;
      expect(await ask(compare)).toMatchObject({ code: 'BAD_USER_INPUT' });
    });
  });
});

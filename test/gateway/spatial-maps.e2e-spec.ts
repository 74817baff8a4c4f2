import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floatFromHalf } from '#libs/array-files';
import { addSlide, C6_FACTS, floatsOf, importCorner, referenceC6 } from '#test/c6';
import { type Json } from '#test/json';
import { openTestGateway, REFERENCE, type TestGateway } from '#test/open-test-gateway';
import { EXPRESSION, jobEnded, npyOf } from '#test/spatial';
import { storeKinds } from '#test/stores';

const FACTS = `digest kind model mode meaning unit transform datatype window { sizeTiles } region { x } tileCount valuedTileCount tileEdgePx layerCount
  coords { shape values href } href provenance { models { ref } servers { id } features { digest } slide { id } }`;
const ASK = `query Ask($id: ID!, $model: ModelRef!, $names: [String!]!, $datatype: SpatialDatatype! = FP32, $region: RegionInput) { slide(id: $id) {
  spatialMap(model: $model, datatype: $datatype, region: $region) { ${FACTS}
    layers(names: $names) { asked resolvedBy refusal { code }
      layer { name position reliable evidence { r } range values { shape values href } ranks: values(scale: PERCENTILE) { json: values(encoding: JSON) } } } } } }`;
const PAGE = `query Page($digest: Digest!, $after: String, $names: [String!]!) { spatialMap(digest: $digest) {
  layerPage(first: 3, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { name position } }
  values(names: $names, scale: PERCENTILE) { shape values href } } }`;
const PICTURES = `query Pictures($id: ID!, $model: ModelRef!) { slide(id: $id) { spatialMap(model: $model) {
  layers(names: ["IGKC"]) { layer { imageHref(maxEdgePx: 240) deepZoomHref legendHref } } } } }`;
const PREPARE = `mutation Prepare($input: PrepareSpatialMapInput!) { prepareSpatialMap(input: $input) { id } }`;

interface Expected {
  readonly tileIndices: readonly number[];
  readonly genes: readonly string[];
  readonly values: readonly (readonly number[])[];
}
const expected: Expected = JSON.parse(await readFile(join(REFERENCE, 'c6-expected.json'), 'utf8')).expression;

describe.each(storeKinds)('a map of the tiles of a slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by the demonstration ensemble', () => {
    let gateway: TestGateway;
    let slide: string;

    const ask = async (variables: object = {}): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: EXPRESSION, names: expected.genes, ...variables })).slide.spatialMap;

    beforeAll(async () => {
      gateway = await openTestGateway(kind, { keys: { 'lab-a': ['ADMINISTRATOR'], 'clinic-b': ['ADMINISTRATOR'] } });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS, 'lab-a');
      await importCorner(gateway, slide, 'lab-a');
      const { data } = gateway;
      gateway = { ...gateway, data: (query, variables, key = 'lab-a') => data(query, variables, key) };
    }, 120_000);
    afterAll(() => gateway?.close());

    it('holds what PyTorch computed for every tile and gene', async () => {
      const map = await ask();
      expect(map).toMatchObject({ kind: 'EXPRESSION', mode: 'PER_TILE', model: EXPRESSION, window: null });
      expect(map).toMatchObject({ tileCount: 22, valuedTileCount: 22, tileEdgePx: 326, layerCount: 2208 });
      expect(map.provenance).toMatchObject({ models: Array(5).fill({}), slide: { id: slide } });
      const coords = npyOf((await gateway.get(map.coords.href, {}, 'lab-a')).bytes);
      expect(coords.shape).toEqual([22, 2]);
      const places = Array.from({ length: 22 }, (_, tile) => String(coords.values.slice(tile * 2, tile * 2 + 2)));
      expect(places).toEqual([...places].sort((a, b) => order(a) - order(b)));
      for (const [row, tile] of expected.tileIndices.entries()) {
        const at = places.indexOf(String(referenceC6.coords[tile]));
        for (const [column, { layer }] of map.layers.entries()) {
          const own = floatsOf(layer.values.values);
          expect(own[at]).toBeCloseTo(expected.values[row]?.[column] ?? NaN, 3);
          expect(layer.range).toEqual([Math.min(...own), Math.max(...own)]);
        }
      }
    });

    it('gives ranks from 0 to 100, evidence, and a refusal by name where there is no such gene', async () => {
      const { layers } = await ask({ names: ['ERBB2', 'erbb2', 'ROS1'] });
      expect(layers.map(({ resolvedBy }: Json) => resolvedBy)).toEqual(['APPROVED', 'CASE', 'APPROVED']);
      expect(layers[2]).toMatchObject({ layer: null, refusal: { code: 'GENE_NOT_IN_PANEL' } });
      expect(layers[0].layer).toMatchObject({ name: 'ERBB2', reliable: true });
      const ranks: readonly number[] = layers[0].layer.ranks.json;
      expect([Math.min(...ranks), Math.max(...ranks)]).toEqual([0, 100]);
      const values = floatsOf(layers[0].layer.values.values);
      // scipy.stats.rankdata of values without ties: their places in order.
      const sorted = [...values].sort((a, b) => a - b);
      ranks.forEach((rank, tile) => expect(rank).toBeCloseTo((100 * sorted.indexOf(values[tile] ?? NaN)) / 21, 4));
    });

    it('is paged by gene, and read whole, in parts and by chosen layers', async () => {
      const { digest, href, layers } = await ask();
      const first = (await gateway.data(PAGE, { digest, names: expected.genes })).spatialMap;
      expect(first.layerPage).toMatchObject({ totalCount: 2208, pageInfo: { hasNextPage: true } });
      const { endCursor } = first.layerPage.pageInfo;
      const next = (await gateway.data(PAGE, { digest, names: expected.genes, after: endCursor })).spatialMap.layerPage;
      expect(next.nodes.map(({ position }: Json) => position)).toEqual([3, 4, 5]);
      const whole = (await gateway.get(href, {}, 'lab-a')).bytes;
      const { shape, values } = npyOf(whole);
      expect(shape).toEqual([2208, 22]);
      for (const { layer } of layers) {
        const own = floatsOf(layer.values.values);
        expect([...values.subarray(layer.position * 22, layer.position * 22 + 22)]).toEqual([...own]);
        expect([...npyOf((await gateway.get(layer.values.href, {}, 'lab-a')).bytes).values]).toEqual([...own]);
      }
      const part = await gateway.get(href, { range: 'bytes=1000-150000' }, 'lab-a');
      expect(part.status).toBe(206);
      expect(part.bytes.equals(whole.subarray(1000, 150_001))).toBe(true);
      const chosen = npyOf((await gateway.get(first.values.href, {}, 'lab-a')).bytes);
      expect(chosen.shape).toEqual(first.values.shape);
      expect([...chosen.values]).toEqual([...floatsOf(first.values.values)]);
    });

    it('is stored once, in half precision too, and made as a job', async () => {
      const single = await ask();
      const input = { slideId: slide, model: EXPRESSION, datatype: 'FP16' };
      const { id } = (await gateway.data(PREPARE, { input })).prepareSpatialMap;
      const job = await jobEnded(gateway, id, 'spatialMap { digest datatype href }', 'lab-a');
      expect(job).toMatchObject({
        kind: 'PREPARE_SPATIAL_MAP',
        state: 'SUCCEEDED',
        stage: 'mapping',
        done: 22,
        total: 22,
      });
      expect(job.spatialMap.digest).not.toBe(single.digest);
      expect((await ask({ datatype: 'FP16' })).digest).toBe(job.spatialMap.digest);
      expect((await ask()).digest).toBe(single.digest);
      const half = npyOf((await gateway.get(job.spatialMap.href, {}, 'lab-a')).bytes).values;
      const full = npyOf((await gateway.get(single.href, {}, 'lab-a')).bytes).values;
      expect(Math.max(...full.map((value, at) => Math.abs(value - floatFromHalf(half[at] ?? 0))))).toBeLessThan(2e-3);
    });

    it('is drawn over the slide, whole and piece by piece, transparent where there is no tile', async () => {
      const { layers } = (await gateway.data(PICTURES, { id: slide, model: EXPRESSION })).slide.spatialMap;
      const [{ layer }] = layers;
      const read = async (path: string): Promise<Buffer> => (await gateway.get(path, {}, 'lab-a')).bytes;
      const picture = await sharp(await read(layer.imageHref)).metadata();
      expect([picture.format, picture.width]).toEqual(['png', 225]);
      const descriptor = (await read(layer.deepZoomHref)).toString('utf8');
      expect(descriptor).toContain('Width="9288" Height="9907"');
      expect((await sharp(await read(layer.legendHref)).metadata()).width).toBe(480);
      const tile = layer.deepZoomHref.replace('.dzi', '_files/8/0_0.png');
      const { data, info } = await sharp(await read(tile))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const drawn = Array.from({ length: info.width * info.height }, (_, at) => data[at * 4 + 3]);
      expect(new Set(drawn)).toEqual(new Set([0, 255]));
      expect((await gateway.get(layer.deepZoomHref.replace('.dzi', '_files/8/9_9.png'), {}, 'lab-a')).status).toBe(404);
    });

    it('is of a region where one is given, and of its owner alone', async () => {
      const [x = 0, y = 0] = referenceC6.coords[expected.tileIndices[0] ?? 0] ?? [];
      const region = { x: x + 100, y: y + 100, width: 100, height: 100 };
      const one = await ask({ region });
      expect(one).toMatchObject({ tileCount: 1, region: { x: x + 100 } });
      expect(one.layers[0].layer.ranks.json).toEqual([50]);
      const { digest } = await ask();
      const other = await gateway.ask(PAGE, { digest, names: ['A2M'] }, 'clinic-b');
      expect(other.errors[0]?.extensions['code']).toBe('NOT_FOUND');
      expect((await gateway.get(`/spatial-maps/${digest}/values.npy`, {}, 'clinic-b')).status).toBe(404);
    });

    it('is refused to versions that draw none, and to names that are no layers', async () => {
      const other = await gateway.ask(ASK, { id: slide, model: 'local:demo-dense-focus/1', names: ['A2M'] }, 'lab-a');
      expect(other.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      const { digest } = await ask();
      const strange = await gateway.ask(PAGE, { digest, names: ['A2M', 'NOSUCH'] }, 'lab-a');
      expect(strange.errors[0]?.extensions).toMatchObject({ missing: [{ place: 1, code: 'UNKNOWN' }] });
      expect((await gateway.get(`/spatial-maps/${digest}/layers/9999.MODEL.npy`, {}, 'lab-a')).status).toBe(404);
    });
  });
});

/** Column after column, and downwards in each. */
function order(place: string): number {
  const [x = 0, y = 0] = place.split(',').map(Number);
  return x * 1e6 + y;
}

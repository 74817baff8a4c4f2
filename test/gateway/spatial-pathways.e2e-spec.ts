import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, floatsOf } from '#test/c6';
import { GENE_FIXTURES, HALLMARK, IMPORT_SETS } from '#test/gene-lists';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { C6_MEASUREMENT, EXPRESSION, jobEnded } from '#test/spatial';
import { storeKinds } from '#test/stores';

const FIXTURES = join(process.cwd(), 'test/fixtures/spatial');
const SETTINGS = '$settings: PathwaySettingsInput!';
const SCORES = `query Scores($id: ID!, $model: ModelRef!, $names: [String!]!, ${SETTINGS}, $thinning: SpotThinningInput) { slide(id: $id) {
  spatialMap(model: $model) { coords { values(encoding: JSON) } pathwayScores(collection: "hallmark-7.0", settings: $settings) {
    digest kind unit layerCount valuedTileCount sets(first: 2) { totalCount nodes { name overlap passedOver } }
    layers(names: $names) { layer { name position values { values } imageHref } refusal { code } }
    comparison(measurement: "c6-spots", thinning: $thinning) { n geneCount isSameScale measuredUnit
      genes(names: $names) { gene { pearson { value } } } } } } } }`;
const ALONE = `query Alone($id: ID!, $model: ModelRef!, $region: RegionInput!, ${SETTINGS}) { slide(id: $id) {
  pathwayScores(model: $model, region: $region, collection: "hallmark-7.0", settings: $settings) {
    tileCount scores(first: 100) { nodes { name value } } } } }`;

interface Expected {
  readonly unthinned: Readonly<Record<string, number>>;
  readonly mean: Readonly<Record<string, number>>;
  readonly deviation: Readonly<Record<string, number>>;
}
const expected: Expected = JSON.parse(await readFile(join(FIXTURES, 'c6-pathways.json'), 'utf8'));
const NAMES = Object.keys(expected.unthinned);

describe.each(storeKinds)('gene sets over a slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('scored in the map of the demonstration ensemble', () => {
    let gateway: TestGateway;
    let slide: string;

    const ask = async (variables: object): Promise<Json> =>
      (await gateway.data(SCORES, { id: slide, model: EXPRESSION, names: NAMES, ...variables })).slide.spatialMap;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      const gmt = await readFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt'));
      await writeFile(join(gateway.slideDir, 'hallmark.gmt'), gmt);
      await gateway.data(IMPORT_SETS, { input: HALLMARK });
      await copyFile(join(FIXTURES, 'c6-spots.trident.h5'), join(gateway.slideDir, 'spots.h5'));
      const bag = { slideId: slide, path: 'spots.h5', encoder: 'local:demo-lite0/1', mpp: 1 };
      await gateway.data('mutation I($i: ImportFeaturesInput!) { importFeatures(input: $i) { digest } }', { i: bag });
      const input = { ...C6_MEASUREMENT, slideId: slide, path: 'C6.counts.tsv.gz', spotsPath: 'C6.spots.tsv' };
      const add = 'mutation A($input: AddSpatialMeasurementInput!) { addSpatialMeasurement(input: $input) { id } }';
      await jobEnded(gateway, (await gateway.data(add, { input })).addSpatialMeasurement.id);
    }, 120_000);
    afterAll(() => gateway?.close());

    it('have z-scores that correlate with measured ones as NumPy says, and at equal depth less', async () => {
      const settings = { method: 'ZSCORE' };
      const { pathwayScores } = await ask({ settings });
      expect(pathwayScores).toMatchObject({ kind: 'PATHWAY_SCORES', unit: 'ZSCORE score', valuedTileCount: 178 });
      expect(pathwayScores.layerCount).toBe(NAMES.length);
      expect(pathwayScores.sets.totalCount).toBe(50);
      expect(pathwayScores.comparison).toMatchObject({ n: 178, geneCount: 2208, isSameScale: false });
      for (const [at, { gene }] of pathwayScores.comparison.genes.entries())
        expect(gene.pearson.value).toBeCloseTo(expected.unthinned[NAMES[at] ?? ''] ?? NaN, 4);
      const { comparison } = (await ask({ settings, thinning: { depth: 4000, seed: 5 } })).pathwayScores;
      expect(comparison.n).toBe(164);
      for (const [at, { gene }] of comparison.genes.entries()) {
        const name = NAMES[at] ?? '';
        const far = Math.abs(gene.pearson.value - (expected.mean[name] ?? NaN));
        expect(far).toBeLessThan(5 * (expected.deviation[name] ?? NaN));
      }
      const r = (name: string): number => comparison.genes[NAMES.indexOf(`HALLMARK_${name}`)].gene.pearson.value;
      // Published for the prototype of these heads, with z over its training spots: .32 and .33, and -.14 for one that fails.
      expect(Math.abs(r('INTERFERON_ALPHA_RESPONSE') - 0.32)).toBeLessThan(0.15);
      expect(Math.abs(r('INTERFERON_GAMMA_RESPONSE') - 0.33)).toBeLessThan(0.15);
      expect(r('FATTY_ACID_METABOLISM')).toBeLessThan(0.15);
    });

    it('have in each tile what that tile scores alone, by a method that looks at it alone', async () => {
      const settings = { method: 'SSGSEA', normalise: 'NONE' };
      const { coords, pathwayScores } = await ask({ settings });
      const [x = 0, y = 0] = coords.values;
      const region = { x: x + 163, y: y + 163, width: 1, height: 1 };
      const alone = (await gateway.data(ALONE, { id: slide, model: EXPRESSION, settings, region })).slide.pathwayScores;
      expect(alone.tileCount).toBe(1);
      const values = new Map<string, number>(alone.scores.nodes.map(({ name, value }: Json) => [name, value]));
      for (const { layer } of pathwayScores.layers) {
        const [first = NaN] = floatsOf(layer.values.values);
        const wanted = values.get(layer.name) ?? NaN;
        expect(Math.abs(first - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));
      }
      const [{ layer }] = pathwayScores.layers;
      expect((await gateway.get(layer.imageHref)).status).toBe(200);
    });

    it('are refused by name where they have no score', async () => {
      const found = await ask({ settings: { method: 'SINGSCORE' }, names: ['NOSUCH'] });
      expect(found.pathwayScores.layers).toEqual([{ layer: null, refusal: { code: 'UNKNOWN' } }]);
    });
  });
});

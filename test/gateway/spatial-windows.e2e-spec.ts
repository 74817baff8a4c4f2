import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner } from '#test/c6';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { expectedColumns, writeColumnModels } from '#test/column-models';
import { storeKinds } from '#test/stores';
import { createWindowModels, expectedWindows, WINDOW_GENES } from '#test/window-models';

const WINDOWS = `query Windows($id: ID!, $stride: Int!, $least: Int, $names: [String!]!) { slide(id: $id) {
  spatialMap(model: "window-mean/1", window: { strideTiles: $stride, minTiles: $least }) { mode unit tileCount valuedTileCount layerCount
    window { sizeTiles strideTiles minTiles padding windowCount } coords { values(encoding: JSON) }
    values(names: $names) { values(encoding: JSON) } geoJsonHref(names: $names) } } }`;

const COLUMNS = `query Columns($id: ID!, $model: ModelRef!, $names: [String!]!) { slide(id: $id) { spatialMap(model: $model) {
  mode unit transform tileCount valuedTileCount coords { values(encoding: JSON) } values(names: $names) { values(encoding: JSON) } provenance { models { ref } } } } }`;
const EXPRESSION_OF = `query Slide($id: ID!, $model: ModelRef!, $names: [String!]!) { slide(id: $id) {
  expression(model: $model) { unit genes(symbols: $names) { gene { value } } } } }`;

describe.each(storeKinds)('a map by a sliding window, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by an ensemble of the published form', () => {
    let gateway: TestGateway;
    let models: Awaited<ReturnType<typeof createWindowModels>>;
    let slide: string;

    beforeAll(async () => {
      models = await createWindowModels();
      await writeColumnModels(models.path);
      gateway = await openTestGateway(kind, { modelDirs: [models.path] });
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    }, 120_000);
    afterAll(async () => {
      await gateway?.close();
      await models?.remove();
    });

    it.each(expectedWindows.cases)('is what ONNX Runtime and the published loop give: stride $stride', async (one) => {
      const variables = { id: slide, stride: one.stride, names: WINDOW_GENES };
      const map = (await gateway.data(WINDOWS, variables)).slide.spatialMap;
      expect(map).toMatchObject({ mode: 'SLIDING_WINDOW', unit: 'log2(FPKM-UQ + 1)', tileCount: 22, layerCount: 6 });
      expect(map.window).toMatchObject({ sizeTiles: 3, strideTiles: one.stride, minTiles: 5, padding: 0 });
      expect(map.window.windowCount).toBeGreaterThan(3);
      expect(map.coords.values).toEqual(expectedWindows.coords.flat());
      for (const [gene] of WINDOW_GENES.entries())
        one.values.forEach((row, tile) => {
          const found = map.values.values[gene * 22 + tile];
          if (row[gene] === null) expect(found).toBeNull();
          else expect(found).toBeCloseTo(row[gene] ?? NaN, 5);
        });
      expect(map.valuedTileCount).toBe(one.values.filter(([value]) => value !== null).length);
      const { features } = JSON.parse((await gateway.get(map.geoJsonHref)).bytes.toString('utf8'));
      expect(features).toHaveLength(map.valuedTileCount);
      const kept = expectedWindows.coords.filter((_, tile) => one.values[tile]?.[0] !== null);
      expect(features.map(({ geometry }: Json) => geometry.coordinates[0][0])).toEqual(kept);
      expect(features[0]).toMatchObject({ type: 'Feature', properties: { objectType: 'tile' } });
      expect(Object.keys(features[0].properties.measurements)).toEqual([...WINDOW_GENES]);
    });

    it('is laid otherwise where that is asked for, and refused where it cannot be', async () => {
      const refused = async (variables: object) =>
        (await gateway.ask(WINDOWS, { id: slide, names: ['ALK'], ...variables })).errors[0]?.extensions;
      expect(await refused({ stride: 4 })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'window.strideTiles' });
      expect(await refused({ stride: 1, least: 10 })).toMatchObject({ argument: 'window.minTiles' });
      const few = (await gateway.data(WINDOWS, { id: slide, names: ['ALK'], stride: 1, least: 9 })).slide.spatialMap;
      expect(few.valuedTileCount).toBeLessThan(22);
    });

    it.each([
      ['any number of tiles', 'columns/1'],
      ['eight, filled up with padding', 'columns/2'],
      ['both, each by its own card', 'columns-mean/1'],
    ])('is what ONNX Runtime gives each tile where features come before tiles: %s', async (_what, model) => {
      const map = (await gateway.data(COLUMNS, { id: slide, model, names: WINDOW_GENES })).slide.spatialMap;
      expect(map).toMatchObject({ mode: 'PER_TILE', unit: 'log10(1 + FPKM-UQ)', transform: 'LOG10P1' });
      expect(map).toMatchObject({ tileCount: 22, valuedTileCount: 22 });
      expect(map.coords.values).toEqual(expectedColumns.coords.flat());
      expectedColumns.scores.forEach((row, tile) =>
        row.forEach((score, gene) => expect(map.values.values[gene * 22 + tile]).toBeCloseTo(score, 5)),
      );
    });

    it('leaves the slide as a whole what ONNX Runtime gives it, for features before tiles too', async () => {
      const variables = { id: slide, model: 'columns/1', names: WINDOW_GENES };
      const { unit, genes } = (await gateway.data(EXPRESSION_OF, variables)).slide.expression;
      expect(unit).toBe('log10(1 + FPKM-UQ)');
      genes.forEach(({ gene: { value } }: Json, gene: number) =>
        expect(value).toBeCloseTo(expectedColumns.expression[gene] ?? NaN, 5),
      );
    });

    it.each([
      ['columns/3', 'a padding that its card states'],
      ['columns/4', 'axes are bag, tile and gene'],
    ])('is refused where the card leaves open how tiles go in or come out: %s', async (model, said) => {
      const { errors } = await gateway.ask(COLUMNS, { id: slide, model, names: WINDOW_GENES });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      expect(errors[0]?.message).toContain(said);
    });

    it('is never the mean of two units: such an ensemble is not served', async () => {
      const { errors } = await gateway.ask(COLUMNS, { id: slide, model: 'columns-mixed/1', names: WINDOW_GENES });
      expect(errors[0]?.extensions['code']).toMatch(/MODEL_NOT_FOUND|MODEL_NOT_READY/);
    });
  });
});

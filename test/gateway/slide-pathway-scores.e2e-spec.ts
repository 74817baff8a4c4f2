import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, importCorner, referenceC6 } from '#test/c6';
import { ADD_MATRIX, ended } from '#test/expression-matrices';
import { DEMO_PANEL, GENE_FIXTURES, HALLMARK, IMPORT_SETS } from '#test/gene-lists';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const MODEL = 'local:demo-her2st-expr/1';
const ASK = `query Ask($id: ID!, $model: ModelRef!, $settings: PathwaySettingsInput!, $reference: ID, $after: String) { slide(id: $id) {
  pathwayScores(model: $model, collection: "hallmark-7.0", settings: $settings, reference: $reference) {
    model unit transform geneCount setCount passedOverCount tileCount referenceDigest settings { method normalise minSize }
    scores(first: 40, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { name value size overlap missing passedOver } }
    provenance { answerId } } } }`;
const VALUES = `query Values($id: ID!, $model: ModelRef!, $region: RegionInput) { slide(id: $id) { expression(model: $model, region: $region) {
  unit transform values(encoding: JSON) } } }`;
const TILES = [0, 5, 9, 14, 20];

describe.each(storeKinds)('pathway scores of a slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by the demonstration ensemble', () => {
    let gateway: TestGateway;
    let slide: string;
    let sets: ReadonlyMap<string, readonly string[]>;
    let genes: readonly string[];
    let slideValues: readonly number[];
    let unit = { unit: '', transform: '' };
    const tiles: number[][] = [];

    const ask = async (settings: object, variables: object = {}): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: MODEL, settings, ...variables })).slide.pathwayScores;
    const refused = async (settings: object, variables: object = {}) =>
      (await gateway.ask(ASK, { id: slide, model: MODEL, settings, ...variables })).errors[0]?.extensions;
    const add = async (id: string, stated: object, columns: readonly (readonly number[])[]) => {
      const lines = genes.map((gene, row) => [gene, ...columns.map((values) => values[row])].join('\t'));
      const heading = ['gene', ...columns.map((_, column) => `s${column}`)].join('\t');
      await writeFile(join(gateway.slideDir, `${id}.tsv`), `${[heading, ...lines].join('\n')}\n`);
      const input = {
        id,
        name: id,
        version: '1',
        namespace: 'HGNC_AND_CLONES',
        source: 'tiles',
        licence: 'CC-BY-4.0',
        path: `${id}.tsv`,
        ...stated,
      };
      const { addExpressionMatrix } = await gateway.data(ADD_MATRIX, { input });
      expect((await ended(gateway, addExpressionMatrix.id)).state).toBe('SUCCEEDED');
    };

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      const gmt = await readFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt'), 'utf8');
      await writeFile(join(gateway.slideDir, 'hallmark.gmt'), gmt);
      await gateway.data(IMPORT_SETS, { input: HALLMARK });
      sets = new Map(
        gmt
          .trimEnd()
          .split('\n')
          .map((line) => [line.split('\t')[0] ?? '', line.split('\t').slice(2)]),
      );
      genes = (await readFile(DEMO_PANEL, 'utf8')).trimEnd().split('\n');
      const whole = (await gateway.data(VALUES, { id: slide, model: MODEL })).slide.expression;
      slideValues = whole.values;
      unit = { unit: whole.unit, transform: whole.transform };
      for (const tile of TILES) {
        const [x = 0, y = 0] = referenceC6.coords[referenceC6.region.tileIndices[tile] ?? 0] ?? [];
        const region = { x: x + 163, y: y + 163, width: 1, height: 1 };
        tiles.push((await gateway.data(VALUES, { id: slide, model: MODEL, region })).slide.expression.values);
      }
      await add('tiles', unit, tiles);
      await add(
        'counts',
        { unit: 'counts', transform: 'NONE' },
        tiles.map((values) => values.map((value) => Math.max(0, Math.round(value * 9)))),
      );
    }, 180_000);
    afterAll(() => gateway?.close());

    it('are singscore by its formula, set by set', async () => {
      const scores = await ask({ method: 'SINGSCORE' });
      expect(scores).toMatchObject({ model: MODEL, ...unit, geneCount: 2208, tileCount: 22, referenceDigest: null });
      const sorted = [...slideValues].sort((a, b) => a - b);
      const rank = new Map(genes.map((gene, at) => [gene, sorted.indexOf(slideValues[at] ?? NaN) + 1]));
      for (const { name, value, overlap, size, missing } of scores.scores.nodes.filter(
        (set: Json) => set.passedOver === null,
      )) {
        const members = (sets.get(name) ?? []).filter((gene) => rank.has(gene));
        expect([overlap, size - overlap]).toEqual([members.length, missing.length]);
        const mean = members.reduce((sum, gene) => sum + (rank.get(gene) ?? NaN), 0) / members.length;
        const [least, most] = [(members.length + 1) / 2, (2 * genes.length - members.length + 1) / 2];
        // The wire has float32: two genes that differ by less may change places.
        expect(value).toBeCloseTo((mean - least) / (most - least) - 0.5, 3);
      }
    });

    it('are z-scores against a reference of the same unit', async () => {
      const scores = await ask({ method: 'ZSCORE' }, { reference: 'tiles' });
      expect(scores.referenceDigest).toMatch(/^[0-9a-f]{64}$/);
      const position = new Map(genes.map((gene, at) => [gene, at]));
      const scored = scores.scores.nodes.filter((set: Json) => set.passedOver === null);
      expect(scored.length).toBeGreaterThan(20);
      for (const { name, value } of scored) {
        const members = (sets.get(name) ?? []).flatMap((gene) => position.get(gene) ?? []);
        const z = members.map((at) => {
          const values = tiles.map((tile) => tile[at] ?? NaN);
          const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
          const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
          return ((slideValues[at] ?? NaN) - mean) / Math.sqrt(variance);
        });
        expect(value).toBeCloseTo(z.reduce((sum, one) => sum + one, 0) / Math.sqrt(z.length), 3);
      }
    });

    it('page through the sets, those without a score at the end', async () => {
      const first = await ask({ method: 'SSGSEA', normalise: 'NONE', minSize: 30 });
      expect(first.settings).toEqual({ method: 'SSGSEA', normalise: 'NONE', minSize: 30 });
      expect([first.setCount + first.passedOverCount, first.scores.totalCount]).toEqual([50, 50]);
      const { endCursor, hasNextPage } = first.scores.pageInfo;
      expect(hasNextPage).toBe(true);
      const rest = await ask({ method: 'SSGSEA', normalise: 'NONE', minSize: 30 }, { after: endCursor });
      expect(rest.scores.nodes).toHaveLength(10);
      expect(
        rest.scores.nodes.every(({ value, passedOver }: Json) => value === null && passedOver === 'TOO_SMALL'),
      ).toBe(true);
    });

    it('need a reference where genes are compared over samples, of the same unit', async () => {
      const methods = { alone: ['SSGSEA', 'SINGSCORE'], withReference: ['GSVA', 'ZSCORE'] };
      expect(await refused({ method: 'GSVA' })).toMatchObject({
        code: 'REFERENCE_REQUIRED',
        method: 'GSVA',
        ...methods,
      });
      expect(await refused({ method: 'PLAGE' }, { reference: 'tiles' })).toMatchObject({
        code: 'REFERENCE_REQUIRED',
        method: 'PLAGE',
      });
      expect(await refused({ method: 'ZSCORE' }, { reference: 'counts' })).toMatchObject({
        code: 'UNIT_MISMATCH',
        needed: unit,
        found: { unit: 'counts', transform: 'NONE' },
      });
      expect(await refused({ method: 'SSGSEA' }, { reference: 'tiles' })).toMatchObject({ code: 'BAD_USER_INPUT' });
      expect(await refused({ method: 'GSVA' }, { reference: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, floatsOf, importCorner, referenceC6 } from '#test/c6';
import { madeSymbols } from '#test/made-symbols';
import { DEMO_MODELS, openTestGateway, REFERENCE, type TestGateway } from '#test/open-test-gateway';
import { HALLMARK, IMPORT_SETS, GENE_FIXTURES } from '#test/gene-lists';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const MODEL = 'local:demo-her2st-expr/1';
const GENE = 'symbol position value unit transform memberSpread reliable evidence { r q passed cohort }';
const ASK = `query Ask($id: ID!, $model: ModelRef!, $region: RegionInput, $symbols: [String!]!, $scale: ExpressionScale! = MODEL) {
  slide(id: $id) { expression(model: $model, region: $region) {
    model unit transform vocabularyDigest geneCount reliableCount aggregation tileCount region { x }
    genes(symbols: $symbols, scale: $scale) { asked resolvedBy gene { ${GENE} } refusal { code message candidates } }
    values json: values(encoding: JSON, decimals: 3) exact: values(encoding: JSON) members { model isUsed } training { state } provenance { answerId isReused model { ref } } } } }`;
const TOP = `query Top($id: ID!, $model: ModelRef!, $by: TopGenesBy!, $reliable: Boolean!) { slide(id: $id) { expression(model: $model) {
  top(first: 5, by: $by, reliable: $reliable) { ${GENE} } } } }`;
const SET = `query Set($id: ID!, $model: ModelRef!, $name: String!) { slide(id: $id) { expression(model: $model) {
  geneSet(collection: "hallmark-7.0", name: $name) { asked gene { symbol value } refusal { code } } } } }`;

interface Expected {
  readonly tileIndices: readonly number[];
  readonly genes: readonly string[];
  readonly values: readonly (readonly number[])[];
}
const expected: Expected = JSON.parse(await readFile(join(REFERENCE, 'c6-expected.json'), 'utf8')).expression;
const HALF_EDGE = 163;

/** A rectangle that holds the centre of one tile and of no other. */
function around(tile: number) {
  const [x = 0, y = 0] = referenceC6.coords[tile] ?? [];
  return { x: x + HALF_EDGE, y: y + HALF_EDGE, width: 1, height: 1 };
}

describe.each(storeKinds)('expression of a slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by the demonstration ensemble', () => {
    let gateway: TestGateway;
    let slide: string;

    const ask = async (variables: object): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: MODEL, symbols: ['A2M'], ...variables })).slide.expression;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      await writeFile(
        join(gateway.slideDir, 'hallmark.gmt'),
        await readFile(join(GENE_FIXTURES, 'h.all.v7.0.symbols.gmt')),
      );
      await gateway.data(IMPORT_SETS, { input: HALLMARK });
    }, 120_000);
    afterAll(() => gateway?.close());

    it('is what PyTorch computed, tile by tile and gene by gene', async () => {
      expect(expected.tileIndices).toHaveLength(4);
      for (const [row, tile] of expected.tileIndices.entries()) {
        const { genes, tileCount, provenance } = await ask({ region: around(tile), symbols: expected.genes });
        expect([tileCount, provenance.length]).toEqual([1, 5]);
        for (const [at, { asked, gene }] of genes.entries()) {
          expect([asked, gene.symbol]).toEqual([expected.genes[at], expected.genes[at]]);
          expect(gene.value).toBeCloseTo(expected.values[row]?.[at] ?? NaN, 3);
        }
      }
    });

    it('is the mean over the tiles of a region, and the same in every form', async () => {
      const whole = await ask({ symbols: expected.genes });
      expect(whole).toMatchObject({
        model: MODEL,
        geneCount: 2208,
        reliableCount: 124,
        aggregation: 'MEAN_OF_TILES',
        tileCount: 22,
      });
      expect(whole).toMatchObject({ unit: expect.stringContaining('log1p'), transform: 'LOG1P_CP10K' });
      const values = floatsOf(whole.values);
      expect(Float32Array.from(whole.exact)).toEqual(Float32Array.from(values));
      expect(whole.members.map(({ isUsed }: Json) => isUsed)).toEqual([true, true, true, true, true]);
      expect(whole.training.state).toBe('NOT_CHECKED');
      let sum = 0;
      for (const tile of referenceC6.region.tileIndices)
        sum += (await ask({ region: around(tile) })).genes[0].gene.value;
      const mean = sum / referenceC6.region.tileIndices.length;
      expect(whole.genes[0].gene.value).toBeCloseTo(mean, 5);
      for (const { gene } of whole.genes) {
        expect(values[gene.position]).toBeCloseTo(gene.value, 5);
        expect(whole.json[gene.position]).toBeCloseTo(gene.value, 3);
      }
    });

    it('carries unit, spread of the members and evidence on every value, and converts after the means', async () => {
      const [{ gene: model }] = (await ask({ symbols: ['ERBB2'] })).genes;
      expect(model).toMatchObject({
        transform: 'LOG1P_CP10K',
        reliable: true,
        evidence: { passed: true, cohort: 'C2-C5 out of fold' },
      });
      expect(model.memberSpread).toBeGreaterThan(0);
      const [{ gene: linear }] = (await ask({ symbols: ['ERBB2'], scale: 'LINEAR' })).genes;
      expect(linear).toMatchObject({ transform: 'NONE', memberSpread: null });
      expect(linear.value).toBeCloseTo(Math.expm1(model.value), 10);
      const [{ gene: failed }] = (await ask({ symbols: ['AAMP'] })).genes;
      expect(failed).toMatchObject({ reliable: false, evidence: { r: -0.0088, q: 0.9253, passed: false } });
    });

    it('answers names one by one: no value is ever made up', async () => {
      const { genes } = await ask({ symbols: ['ERBB2', 'erbb2', 'NOSUCH', '7-Sep', 'ROS1', 'HER2', 'A12M1'] });
      const kinds = ['APPROVED', 'CASE', null, null, 'APPROVED', 'ALIAS', null];
      expect(genes.map(({ resolvedBy }: Json) => resolvedBy)).toEqual(kinds);
      expect(genes[2]).toMatchObject({ gene: null, refusal: { code: 'UNKNOWN' } });
      expect(genes[3]).toMatchObject({ gene: null, refusal: { code: 'DAMAGED', candidates: ['SEPTIN7'] } });
      expect(genes[4]).toMatchObject({ gene: null, refusal: { code: 'GENE_NOT_IN_PANEL', candidates: ['ROS1'] } });
      expect(genes[6].refusal.code).toBe('WITHDRAWN');
    });

    it('gives the genes that stand first, by value or by evidence', async () => {
      const top = async (by: string, reliable: boolean): Promise<Json> =>
        (await gateway.data(TOP, { id: slide, model: MODEL, by, reliable })).slide.expression.top;
      const quality = (await readFile(join(DEMO_MODELS, 'demo-her2st-expr/1/quality.tsv'), 'utf8'))
        .trimEnd()
        .split('\n')
        .slice(1);
      const best = quality.map((line) => line.split('\t')).sort((a, b) => Number(b[1]) - Number(a[1]));
      expect((await top('RELIABILITY', true))[0].symbol).toBe(best[0]?.[0]);
      const all = await top('VALUE', false);
      const values = floatsOf((await ask({})).values);
      expect(all[0].value).toBeCloseTo(Math.max(...values), 5);
      expect((await top('VALUE', true)).every(({ reliable }: Json) => reliable)).toBe(true);
    });

    it('gives the genes of a set, those that are not predicted among them', async () => {
      const { geneSet } = (await gateway.data(SET, { id: slide, model: MODEL, name: 'HALLMARK_NOTCH_SIGNALING' })).slide
        .expression;
      expect(geneSet).toHaveLength(32);
      const found = geneSet.filter(({ gene }: Json) => gene !== null);
      expect(found.length).toBeGreaterThan(3);
      expect(found.length).toBeLessThan(32);
    });

    it('runs each member once, and reads it again from the store', async () => {
      expect((await ask({})).provenance.map(({ isReused }: Json) => isReused)).toEqual([true, true, true, true, true]);
    });

    it('refuses versions that predict no expression, and too many names', async () => {
      const other = await gateway.ask(ASK, { id: slide, model: 'local:demo-dense-focus/1', symbols: ['A2M'] });
      expect(other.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      const many = await gateway.ask(ASK, {
        id: slide,
        model: MODEL,
        symbols: Array.from({ length: 501 }, () => 'A2M'),
      });
      expect(many.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    });
  });
});

describe.each(storeKinds)('names of genes, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('with a table of symbols', () => {
    let gateway: TestGateway;
    afterAll(() => gateway?.close());

    it('are previous symbols, aliases and Ensembl ids too, and known genes are not in every panel', async () => {
      gateway = await openTestGateway(kind, { symbolTable: madeSymbols });
      const slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
      const symbols = ['ERBB2', 'HER2', 'NGL', 'ENSG00000141736.14', 'ROS1', 'SHARED', 'GONE1', '1-Mar'];
      const { genes } = (await gateway.data(ASK, { id: slide, model: MODEL, symbols })).slide.expression;
      expect(genes.map(({ resolvedBy, refusal }: Json) => refusal?.code ?? resolvedBy)).toEqual([
        ...['APPROVED', 'ALIAS', 'PREVIOUS', 'ENSEMBL_ID'],
        ...['GENE_NOT_IN_PANEL', 'AMBIGUOUS', 'WITHDRAWN', 'DAMAGED'],
      ]);
      expect(new Set(genes.slice(0, 4).map(({ gene }: Json) => gene.value)).size).toBe(1);
      expect(genes[4].refusal.candidates).toEqual(['ROS1']);
      expect(genes[7].refusal.candidates).toEqual(['MARCHF1', 'MTARC1']);
    });
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeNpy } from '#libs/array-files';
import { addSlide, C6_FACTS, floatsOf, importCorner, QUIET_CORNER } from '#test/c6';
import { createCohort, followPrediction, predictCohort } from '#test/cohorts';
import { ADD_MATRIX, ended } from '#test/expression-matrices';
import { SlideMaker } from '#test/many-slides';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { type Json } from '#test/json';
import { storeKinds } from '#test/stores';

const MODEL = 'local:demo-her2st-expr/1';
const PART = { ...QUIET_CORNER, width: Math.round(QUIET_CORNER.width / 2) };
const ASK = `query Ask($id: ID!, $model: ModelRef!, $region: RegionInput) { slide(id: $id) { expression(model: $model, region: $region) {
  values href members { answerId } } } }`;
const STANDING = 'gene { symbol value standing { percentile zScore n cohort { id } } }';
const COHORT = `query Cohort($id: ID!, $model: ModelRef!, $cohort: ID!, $symbols: [String!]!) { slide(id: $id) { expression(model: $model) {
  href genes(symbols: $symbols, cohort: $cohort) { ${STANDING} refusal { code } }
  top(first: 3, by: COHORT, reliable: false, cohort: $cohort) { symbol standing { zScore } } } } }`;
const AMONG = `query Among($id: ID!, $model: ModelRef!, $among: PredictedCohortInput!, $cohort: ID) { slide(id: $id) { expression(model: $model) {
  genes(symbols: ["A2M", "ERBB2", "IGKC"], predictedCohort: $among, cohort: $cohort) { gene { symbol value standing {
    percentile zScore n cohort { id revision itemCount leftOut { reason count } } } } }
  top(first: 100, by: COHORT, reliable: false, predictedCohort: $among) { symbol value standing { zScore n } } } } }`;
const SCALE = { unit: 'log1p of counts per 10,000, at 4,000 UMI a spot', transform: 'LOG1P_CP10K' };

describe.each(storeKinds)('expression of a slide, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('against a cohort, and as a file', () => {
    let gateway: TestGateway;
    let slide: string;
    const ask = async (region: object | null): Promise<Json> =>
      (await gateway.data(ASK, { id: slide, model: MODEL, region })).slide.expression;

    beforeAll(async () => {
      gateway = await openTestGateway(kind);
      slide = await addSlide(gateway, 'C6.tiff', C6_FACTS);
      await importCorner(gateway, slide);
    }, 120_000);
    afterAll(() => gateway?.close());

    it('says where genes stand in a cohort, found there by other names too, and never on another scale', async () => {
      const samples: Readonly<Record<string, readonly number[]>> = {
        ERBB2: [0, 0.5, 1, 9, 9, 9],
        B2M: [0, 0, 0, 0, 0, 1],
        SEPTIN9: [1, 2, 3, 4, 5, 6],
        NOT_HERE: [1, 1, 1, 1, 1, 1],
        A2M: [2, 2, 2, 2, 2, 2],
      };
      const lines = Object.entries(samples).map(([gene, values]) => [gene, ...values].join('\t'));
      const table = ['gene\ts1\ts2\ts3\ts4\ts5\ts6', ...lines, ''].join('\n');
      for (const [id, unit] of Object.entries({ spots: SCALE.unit, other: 'counts' })) {
        await writeFile(join(gateway.slideDir, `${id}.tsv`), id === 'other' ? table.replace('0.5', '0.75') : table);
        const facts = { id, name: id, version: '1', namespace: 'HGNC_AND_CLONES', source: 'made', licence: 'CC0-1.0' };
        const input = { ...facts, unit, transform: SCALE.transform, path: `${id}.tsv` };
        const { addExpressionMatrix } = await gateway.data(ADD_MATRIX, { input });
        await ended(gateway, addExpressionMatrix.id);
      }
      const symbols = ['HER2', 'SEPTIN9', 'B2M', 'A2M', 'AAMP', 'ROS1'];
      const asked = { id: slide, model: MODEL, symbols };
      const { genes, top } = (await gateway.data(COHORT, { ...asked, cohort: 'spots' })).slide.expression;
      for (const [at, row] of ['ERBB2', 'SEPTIN9', 'B2M', 'A2M'].entries()) {
        const { value, standing } = genes[at].gene;
        const values = samples[row] ?? [];
        // scipy.stats.percentileofscore, kind 'mean'
        const below = values.filter((one) => one < value).length + values.filter((one) => one === value).length / 2;
        expect(standing).toMatchObject({ n: 6, cohort: null, percentile: expect.closeTo((100 * below) / 6, 9) });
        const mean = values.reduce((sum, one) => sum + one, 0) / 6;
        const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5);
        expect(standing.zScore).toEqual(deviation === 0 ? null : expect.closeTo((value - mean) / deviation, 9));
      }
      expect([genes[4].gene.standing, genes[5].refusal.code]).toEqual([null, 'GENE_NOT_IN_PANEL']);
      const scores = top.map(({ standing }: Json) => standing.zScore);
      expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
      expect(top.map(({ symbol }: Json) => symbol)).toContain('B2M');
      const other = await gateway.ask(COHORT, { ...asked, cohort: 'other' });
      expect(other.errors[0]?.extensions).toMatchObject({ code: 'UNIT_MISMATCH', argument: 'cohort' });
    });

    it('gives all values as a file that never changes, whole or in part', async () => {
      const { values, href } = await ask(null);
      const whole = await gateway.get(href);
      const { data, shape } = decodeNpy(whole.bytes);
      expect([whole.status, shape]).toEqual([200, [2208]]);
      expect(data).toEqual(floatsOf(values));
      const etag = String(whole.headers['etag']);
      expect((await gateway.get(href, { 'if-none-match': etag })).status).toBe(304);
      const part = await gateway.get(href, { range: 'bytes=0-5' });
      expect([part.status, part.bytes.toString('latin1')]).toEqual([206, '\x93NUMPY']);
      // Answers that are no members of one question have no mean.
      const region = (await ask(PART)).members[0].answerId;
      expect((await gateway.get(`${href},${region}`)).status).toBe(400);
      expect((await gateway.get('/expression/values.npy?answers=x')).status).toBe(400);
      expect((await gateway.get(`/expression/values.npy?answers=ans_${'0'.repeat(40)}`)).status).toBe(404);
    });

    it('says where genes stand among what the version has answered about a cohort, and counts who is not among them', async () => {
      const maker = await SlideMaker.of(gateway);
      const slides = await maker.many(7);
      const lines = [...slides.slice(0, 6).map(({ id }) => id), await maker.bare()];
      const cohort = 'predicted';
      await createCohort(gateway, { id: cohort, name: 'Predicted', csv: ['slide', ...lines].join('\n') });
      await followPrediction(gateway, await predictCohort(gateway, { cohort, models: [MODEL] }));
      await createCohort(gateway, {
        id: cohort,
        name: 'Predicted',
        csv: ['slide', ...lines, slides[6]?.id].join('\n'),
        expectedRevision: 1,
      });
      const standings = async (id: string, among: object = {}): Promise<Json> =>
        (await gateway.data(AMONG, { id, model: MODEL, among: { cohort, minimum: 6, ...among } })).slide.expression;
      const found = await Promise.all(lines.slice(0, 6).map((id) => standings(id)));
      for (const [gene, symbol] of ['A2M', 'ERBB2', 'IGKC'].entries()) {
        const values: readonly number[] = found.map(({ genes }) => genes[gene].gene.value);
        const mean = values.reduce((sum, one) => sum + one, 0) / 6;
        const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 5);
        for (const [at, { genes }] of found.entries()) {
          const { standing, ...own } = genes[gene].gene;
          const value = values[at] ?? NaN;
          // scipy.stats.percentileofscore, kind 'mean': each slide is one of the six itself
          const below = values.filter((one) => one < value).length + 0.5;
          expect([own.symbol, standing.n]).toEqual([symbol, 6]);
          expect(standing.percentile).toBeCloseTo((100 * below) / 6, 9);
          expect(standing.zScore).toBeCloseTo((value - mean) / deviation, 6);
          expect(standing.cohort).toEqual({
            ...{ id: cohort, revision: 2, itemCount: 8 },
            leftOut: [
              { reason: 'FEATURES_MISSING', count: 1 },
              { reason: 'NOT_ASKED', count: 1 },
            ],
          });
        }
      }
      const scores = found[0].top.map(({ standing }: Json) => standing.zScore);
      expect([scores.length, scores]).toEqual([100, scores.toSorted((a: number, b: number) => b - a)]);
      expect((await standings(lines[0] ?? '', { revision: 1 })).genes[0].gene.standing.cohort.itemCount).toBe(7);
      const refused = async (variables: object): Promise<Json> =>
        (await gateway.ask(AMONG, { id: lines[0], model: MODEL, ...variables })).errors[0]?.extensions;
      expect(await refused({ among: { cohort } })).toMatchObject({
        ...{ code: 'COHORT_TOO_SMALL', n: 6, minimum: 20, cohort, revision: 2 },
        leftOut: [{ reason: 'FEATURES_MISSING' }, { reason: 'NOT_ASKED' }],
      });
      expect(await refused({ among: { cohort: 'nobody' } })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refused({ among: { cohort, minimum: 1 } })).toMatchObject({ argument: 'predictedCohort.minimum' });
      expect(await refused({ among: { cohort, minimum: 6 }, cohort: 'spots' })).toMatchObject({
        ...{ code: 'BAD_USER_INPUT', argument: 'predictedCohort' },
      });
    });
  });
});

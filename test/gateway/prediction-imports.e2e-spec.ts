import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, V1, V2 } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';

const CANARY = 'ZZPHI-4711';
const ITEMS = 30;

const IMPORT = `mutation Import($input: ImportPredictionsInput!) { importPredictions(input: $input) {
  id origin cohort revision model modelDigest scale source digest targets itemCount createdBy
  scores(first: 100) { totalCount nodes { item position targets { target values } } } } }`;

describe.each(storeKinds)('predictions made elsewhere, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('of two tenants', () => {
    let gateway: TestGateway;
    const score = (index: number): number => (index + 0.123456789) / ITEMS;
    const rows = (...of: readonly number[]): string =>
      ['score,item', ...of.map((index) => `${score(index)},item ${index}`)].join('\r\n');
    const all = Array.from({ length: ITEMS }, (_, index) => index);
    const input = { cohort: 'regions', model: V1, scale: 'PROBABILITY', source: 'another laboratory, 2026' };
    const ask = (csv: string, more: object = {}, key = 'north-one') =>
      gateway.ask(IMPORT, { input: { ...input, csv, ...more } }, key);
    const done = async (csv: string, more: object = {}): Promise<Json> => {
      const { data, errors } = await ask(csv, more);
      expect(errors).toEqual([]);
      return data.importPredictions;
    };

    beforeAll(async () => {
      gateway = await openTestGateway(kind, {
        keys: { 'north-one': ['OPERATOR'], 'north-reader': ['READER'], 'south-one': ['OPERATOR'] },
        modelServers: [],
      });
      await addSlide(gateway, 'C6.tiff', { ...C6_FACTS, name: 'C6' }, 'north-one');
      const csv = ['item,slide,x,y,width,height', ...all.map((index) => `item ${index},C6,${index * 100},0,500,500`)];
      await createCohort(gateway, { id: 'regions', name: 'Regions', csv: csv.join('\n') }, 'north-one');
    }, 120_000);
    afterAll(() => gateway?.close());

    it('are kept bit by bit in the order of the cohort, under an identity of their own', async () => {
      const made = await done(rows(...all.toReversed().slice(1)));
      expect(made).toMatchObject({
        ...{ origin: 'IMPORTED', cohort: 'regions', revision: 1, model: V1, scale: 'PROBABILITY' },
        ...{ source: input.source, targets: ['dense-focus'], itemCount: ITEMS - 1, createdBy: 'north-one' },
      });
      expect(made.id).toMatch(/^imp_[0-9a-f]{40}$/);
      expect(made.scores.nodes).toEqual(
        all.slice(0, -1).map((index) => ({
          ...{ item: `item ${index}`, position: index },
          targets: [{ target: 'dense-focus', values: [score(index)] }],
        })),
      );
      const inOtherOrder = rows(...all.slice(0, -1)).replace('score', 'score:dense-focus');
      expect(await done(inOtherOrder)).toEqual(made);
      const others = [
        await done(rows(...all)),
        await done(rows(...all), { model: V2 }),
        await done(rows(...all), { scale: 'LOGIT' }),
      ];
      expect(new Set([made, ...others].map(({ id }) => id)).size).toBe(4);
      const { cohort } = await gateway.data('{ cohort(id: "regions") { imports { id } } }', {}, 'north-reader');
      expect(new Set(cohort.imports.map(({ id }: Json) => id))).toEqual(new Set([made, ...others].map(({ id }) => id)));
    });

    it('never stand in the place of an answer', async () => {
      const [imported] = (await gateway.data('{ cohort(id: "regions") { imports { id } } }', {}, 'north-one')).cohort
        .imports;
      const query = `{ cohort(id: "regions") { predictions(model: "${V1}", first: 100) { nodes { state members { answerId prediction { tileCount } } } } } }`;
      const { cohort } = await gateway.data(query, {}, 'north-one');
      for (const { state, members } of cohort.predictions.nodes) {
        expect(state).toBe('REFUSED');
        expect(members).toEqual([{ answerId: null, prediction: null }]);
      }
      const { errors } = await gateway.ask(`{ answer(id: "${imported.id}") { id } }`, {}, 'north-one');
      expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
    });

    it.each([
      ['score,item\n0.5,item 0\n0.5,item 0', [[3, 2, 'item']]],
      [
        `score,item\n0.5,${CANARY}\n1.5,item 1\nNaN,item 2\n,item 3\n0.5,item 4,x`,
        [
          [2, 2, 'item'],
          [3, 1, 'score'],
          [4, 1, 'score'],
          [5, 1, 'score'],
          [6, null, null],
        ],
      ],
      [
        `item,${CANARY}\nitem 0,1`,
        [
          [1, null, null],
          [1, 2, null],
        ],
      ],
      ['item,score,score:dense-focus\nitem 0,1,1', [[1, 3, null]]],
      ['score\n1', [[1, null, null]]],
      ['item,score', [[1, null, null]]],
      ['', [[1, null, null]]],
    ])('are refused as a whole: %j', async (csv, places) => {
      const { errors, text } = await ask(csv);
      const { code, argument, problems } = errors[0]?.extensions ?? {};
      expect([code, argument]).toEqual(['BAD_USER_INPUT', 'input.csv']);
      expect(problems.map(({ line, column, field }: Json) => [line, column, field])).toEqual(places);
      expect(text).not.toContain(CANARY);
    });

    it('are refused on a scale that no target has, of a version that predicts nothing about slides, and of others’ cohorts', async () => {
      const code = async (more: object, key?: string) => (await ask(rows(0), more, key)).errors[0]?.extensions['code'];
      expect(await code({ scale: 'VALUE' })).toBe('BAD_USER_INPUT');
      expect(await code({ source: ' ' })).toBe('BAD_USER_INPUT');
      expect(await code({ model: 'local:demo-lite0/1' })).toBe('BAD_USER_INPUT');
      expect(await code({ model: 'local:nobody/1' })).toBe('MODEL_NOT_FOUND');
      expect(await code({ revision: 2 })).toBe('NOT_FOUND');
      expect(await code({}, 'south-one')).toBe('NOT_FOUND');
      expect(await code({}, 'north-reader')).toBe('FORBIDDEN');
    });
  });
});

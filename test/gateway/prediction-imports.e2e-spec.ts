import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSlide, C6_FACTS, V1, V2 } from '#test/c6';
import { createCohort } from '#test/cohorts';
import { type Json } from '#test/json';
import { DEMO_MODELS, openTestGateway, type Reply, type TestGateway } from '#test/open-test-gateway';
import { runCli } from '#test/run-cli';
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

    it('are called by the records of their version, as what a model server says would be', async () => {
      const csv = ['item,score', 'item 0,0', 'item 1,0.02', 'item 2,0.9', 'item 3,1'].join('\n');
      const { id } = await done(csv);
      const query = `{ cohort(id: "regions") { imports { id scores(first: 10) { nodes { item called {
        name call reason ... on BinaryCall { logit rawScore probability threshold { value } calibration { id choice } } } } } } } }`;
      const { cohort } = await gateway.data(query, {}, 'north-one');
      const { nodes } = cohort.imports.find((one: Json) => one.id === id).scores;
      const [none, low, high, one] = nodes.map(({ called }: Json) => called[0]);
      expect([none.call, one.call]).toEqual(['UNCALIBRATED', 'UNCALIBRATED']);
      expect([none.rawScore, none.logit, none.probability, one.rawScore]).toEqual([0, null, null, 1]);
      expect(none.reason).toContain('no log-odds');
      // logit(0.02) and logit(0.9), by SciPy.
      expect([low.logit, high.logit]).toEqual([
        expect.closeTo(-3.8918202981106265, 12),
        expect.closeTo(2.1972245773362196, 12),
      ]);
      expect([low.call, high.call]).toEqual(['NEGATIVE', 'POSITIVE']);
      const record: Json = JSON.parse(
        await readFile(join(DEMO_MODELS, 'demo-dense-focus/1/calibrations', `${high.calibration.id}.json`), 'utf8'),
      );
      const { a, b } = record.map;
      expect(high.probability).toBeCloseTo(1 / (1 + Math.exp(-(a * high.logit + b))), 12);
      expect(high.calibration.choice).toBe('STRATUM');
    });

    it('are compared like a version, under a name and an origin of their own', async () => {
      const { id } = await done(rows(...all));
      const other = await done(rows(...all.slice(1)), { model: V2 });
      const compare = (input: object): Promise<Reply> =>
        gateway.ask(
          `query C($input: CompareVersionsInput!) { compareVersions(input: $input) { scale notices
            versions { ref name origin answered calibrations import { id source } }
            comparison { n scores { name } pairs { differences { bias } flips { totalCount } } leftOut { nodes { item missing { name reason } } } } } }`,
          { input: { cohort: 'regions', models: [], ...input } },
          'north-one',
        );
      const { data, errors } = await compare({ imports: [id, other.id] });
      expect(errors).toEqual([]);
      const { versions, comparison, notices, scale } = data.compareVersions;
      expect(scale).toBe('CALIBRATED_PROBABILITY');
      expect(versions).toMatchObject([
        { ref: V1, origin: 'IMPORTED', answered: ITEMS, import: { id, source: input.source } },
        { ref: V2, name: `${V2} (${other.id.slice(0, 16)})`, answered: ITEMS - 1 },
      ]);
      expect(comparison.n).toBe(ITEMS - 1);
      expect(comparison.scores.map(({ name }: Json) => name)).toEqual(versions.map(({ name }: Json) => name));
      expect(comparison.leftOut.nodes).toEqual([
        { item: 'item 0', missing: [{ name: versions[1].name, reason: 'NOT_IMPORTED' }] },
      ]);
      expect(notices.filter((notice: string) => notice.includes('computed elsewhere'))).toHaveLength(2);
      const args = ['compare', '--cohort', 'regions', '--import', id, '--import', other.id, '--json'];
      const told = await runCli(args, { TESSERA_URL: gateway.gateway.url, TESSERA_API_KEY: 'north-one-key' });
      expect([told.code, told.stderr]).toEqual([0, '']);
      expect(JSON.parse(told.stdout)).toMatchObject({ n: ITEMS - 1, versions: [{ origin: 'IMPORTED' }, {}] });
      const refused = async (more: object): Promise<Json> => (await compare(more)).errors[0]?.extensions;
      expect(await refused({ imports: [id] })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'input.models' });
      expect(await refused({ imports: [id, id] })).toMatchObject({ argument: 'input.imports' });
      expect(await refused({ imports: [id, 'imp_0'] })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refused({ models: ['demo-lite0-mean/1'], imports: [id] })).toMatchObject({ code: 'NOT_COMPARABLE' });
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

import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { copyModel, MODEL, removeModel } from '#test/written-registry';
import { type Json } from '#test/json';

const RESULT = '{ outcome isInService changes { before after } write { kind version subject } }';
const TAG = `mutation Tag($key: String!, $value: String, $dryRun: Boolean! = false) {
  setModelTag(model: "${MODEL}", key: $key, value: $value, dryRun: $dryRun) ${RESULT} }`;
const DESCRIBE = `mutation Describe($text: String) { setModelDescription(model: "${MODEL}", description: $text) ${RESULT} }`;
const MODELS = '{ registeredModels { nodes { description tags { key value setBy setAt } } } }';
const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-op': ['OPERATOR'] } as const;

describe.each(storeKinds)('remarks on a model, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('by mutation', () => {
    let gateway: TestGateway;
    let directory: string;

    const ann = (query: string, variables: Json = {}) => gateway.data(query, variables, 'main-ann');
    const model = async (): Promise<Json> => (await ann(MODELS)).registeredModels.nodes[0];

    beforeAll(async () => {
      directory = await copyModel();
      gateway = await openTestGateway(kind, { keys, modelDirs: [directory], modelServers: [] });
    });
    afterAll(async () => {
      await gateway?.close();
      await removeModel(directory);
    });

    it('are set, changed and taken off', async () => {
      expect(await model()).toEqual({ description: null, tags: [] });
      const dry = await ann(TAG, { key: 'owner', value: 'lab 3', dryRun: true });
      expect(dry.setModelTag).toMatchObject({ outcome: 'WOULD_WRITE', changes: [{ before: null, after: 'lab 3' }] });
      expect((await model()).tags).toEqual([]);
      expect((await ann(TAG, { key: 'owner', value: 'lab 3' })).setModelTag).toEqual({
        outcome: 'WRITTEN',
        isInService: true,
        changes: [{ before: null, after: 'lab 3' }],
        write: { kind: 'TAG_SET', version: null, subject: 'owner' },
      });
      await ann(TAG, { key: 'a/first', value: 'x' });
      await ann(TAG, { key: 'owner', value: ' lab 4 ' });
      expect((await ann(TAG, { key: 'owner', value: 'lab 4' })).setModelTag.outcome).toBe('UNCHANGED');
      expect((await ann(DESCRIBE, { text: 'Finds dense nuclei.' })).setModelDescription.isInService).toBe(true);
      expect(await model()).toMatchObject({
        description: 'Finds dense nuclei.',
        tags: [
          { key: 'a/first', value: 'x', setBy: 'main-ann' },
          { key: 'owner', value: 'lab 4', setBy: 'main-ann' },
        ],
      });
      await ann(TAG, { key: 'a/first', value: null });
      await ann(DESCRIBE, { text: null });
      expect(await model()).toMatchObject({ description: null, tags: [{ key: 'owner' }] });
    });

    it('are refused where they are wrong, too many, or made by nobody who may', async () => {
      const fault = async (query: string, variables: Json, key: keyof typeof keys = 'main-ann') =>
        (await gateway.ask(query, variables, key)).errors[0]?.extensions;
      expect(await fault(TAG, { key: 'x', value: 'y' }, 'main-op')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await fault(TAG, { key: 'a b', value: 'y' })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'key' });
      for (const value of ['', 'two\nlines', 'x'.repeat(501), 'right\u202eto left', '\ud800']) {
        expect(await fault(TAG, { key: 'x', value })).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'value' });
      }
      for (let n = 1; n < 50; n += 1) await ann(TAG, { key: `n${n}`, value: 'v' });
      expect(await fault(TAG, { key: 'n50', value: 'v' })).toMatchObject({ code: 'CONFLICT', maximum: 50 });
      expect((await ann(TAG, { key: 'n1', value: 'w' })).setModelTag.outcome).toBe('WRITTEN');
    });

    it('leave one row of the audit record each', async () => {
      const rows = await gateway.gateway.app.get(DataSource, { strict: false }).query(`SELECT count(a.seq)::int AS count
        FROM registry_write w LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq`);
      expect(new Set(rows.map(({ count }: Json) => count))).toEqual(new Set([1]));
    });
  });
});

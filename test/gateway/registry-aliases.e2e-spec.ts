import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ModelRegistry } from '#model-registry';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { storeKinds } from '#test/stores';
import { copyModel, MODEL, removeModel } from '#test/written-registry';
import { type Json } from '#test/json';

const RESULT =
  '{ outcome isInService notices changes { subject before after } write { id kind version subject writtenBy } }';
const SET = `mutation Set($alias: String!, $version: String!, $expected: String, $dryRun: Boolean! = false, $key: String) {
  setAlias(model: "${MODEL}", alias: $alias, version: $version, expectedVersion: $expected, dryRun: $dryRun,
    idempotencyKey: $key) ${RESULT} }`;
const REMOVE = `mutation Remove($alias: String!, $expected: String!) {
  removeAlias(model: "local:${MODEL}", alias: $alias, expectedVersion: $expected) ${RESULT} }`;
const ALIASES = '{ registeredModels { nodes { aliases { alias version sourceVersion movedBy movedAt } } } }';
const REFUSED = '{ registrySources { quarantined { path code reason } } }';
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-bob': ['ADMINISTRATOR'], 'main-op': ['OPERATOR'] } as const;

describe.each(storeKinds)('aliases that are moved by mutation, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('over a directory that has champion on 1 and challenger on 2', () => {
    let gateway: TestGateway;
    let directory: string;

    const ann = (query: string, variables: Json = {}) => gateway.data(query, variables, 'main-ann');
    const fault = async (query: string, variables: Json, key: keyof typeof keys = 'main-ann') =>
      (await gateway.ask(query, variables, key)).errors[0];
    const aliases = async (): Promise<Json> => {
      const [model] = (await ann(ALIASES)).registeredModels.nodes;
      return Object.fromEntries(model.aliases.map(({ alias, ...entry }: Json) => [alias, entry]));
    };
    const refused = async (): Promise<Json[]> => (await ann(REFUSED)).registrySources[0].quarantined;
    const resolved = async (alias: string): Promise<Json> =>
      (await ann(`{ modelVersion(ref: "${MODEL}@${alias}") { version aliases } }`)).modelVersion;
    const sql = (text: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(text);
    const fileSays = async (content: Json): Promise<void> => {
      await writeFile(join(directory, MODEL, 'aliases.json'), JSON.stringify(content));
      await gateway.gateway.app.get(ModelRegistry, { strict: false }).reload(AbortSignal.timeout(10_000));
    };

    beforeAll(async () => {
      directory = await copyModel();
      gateway = await openTestGateway(kind, { keys, modelDirs: [directory], modelServers: [] });
      await fileSays({ champion: '1', challenger: '2' });
    });
    afterAll(async () => {
      await gateway?.close();
      await removeModel(directory);
    });

    it('are asked for with what the caller believes, by an administrator', async () => {
      const forgotten = `mutation { setAlias(model: "${MODEL}", alias: "champion", version: "2") { outcome } }`;
      expect((await fault(forgotten, {}))?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'expectedVersion',
      });
      const asked = { alias: 'champion', version: '2', expected: '1' };
      expect((await fault(SET, asked, 'main-op'))?.extensions['code']).toBe('FORBIDDEN');
      expect((await fault(SET, { ...asked, version: '7' }))?.extensions).toMatchObject({
        code: 'MODEL_NOT_FOUND',
        argument: 'version',
      });
      for (const alias of ['latest', '3', 'v3', 'a b', '']) {
        expect((await fault(SET, { ...asked, alias, expected: null }))?.extensions).toMatchObject({
          argument: 'alias',
        });
      }
      const wrong = await fault(SET, { ...asked, expected: '2' });
      expect(wrong?.extensions).toMatchObject({
        code: 'CONFLICT',
        expectedVersion: '2',
        currentVersion: '1',
        movedBy: null,
      });
      expect(wrong?.message).toContain('You expected the alias to point at version 2, and it points at version 1');
      const absent = await fault(SET, { ...asked, alias: 'new', expected: '1' });
      expect(absent?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: null });
      expect(await sql('SELECT seq FROM registry_write')).toEqual([]);
    });

    it('stay where they are in a dry run', async () => {
      const { setAlias } = await ann(SET, { alias: 'champion', version: '2', expected: '1', dryRun: true });
      expect(setAlias).toMatchObject({ outcome: 'WOULD_WRITE', write: null, isInService: false });
      expect(setAlias.changes).toMatchObject([
        { subject: `alias champion of local:${MODEL}`, before: { version: '1' }, after: { version: '2' } },
      ]);
      expect(await resolved('champion')).toEqual({ version: '1', aliases: ['champion'] });
    });

    it('point elsewhere for the next question, and show both layers', async () => {
      const { setAlias } = await ann(SET, { alias: 'champion', version: '2', expected: '1', key: 'move-1' });
      expect(setAlias).toMatchObject({
        outcome: 'WRITTEN',
        isInService: true,
        write: { kind: 'ALIAS_SET', version: '2', subject: 'champion', writtenBy: 'main-ann' },
      });
      expect(await resolved('champion')).toEqual({ version: '2', aliases: ['challenger', 'champion'] });
      expect(await aliases()).toEqual({
        challenger: { version: '2', sourceVersion: '2', movedBy: null, movedAt: null },
        champion: { version: '2', sourceVersion: '1', movedBy: 'main-ann', movedAt: time },
      });
      // The answer was lost and the caller asks again: by its key it is the same request.
      const again = await ann(SET, { alias: 'champion', version: '2', expected: '1', key: 'move-1' });
      expect(again.setAlias).toMatchObject({
        outcome: 'UNCHANGED',
        write: { id: setAlias.write.id },
        isInService: true,
      });
      const stale = await fault(SET, { alias: 'champion', version: '2', expected: '1' }, 'main-bob');
      expect(stale?.extensions).toMatchObject({
        code: 'CONFLICT',
        currentVersion: '2',
        movedBy: 'main-ann',
        movedAt: time,
      });
      const same = await ann(SET, { alias: 'champion', version: '2', expected: '2' });
      expect(same.setAlias).toMatchObject({ outcome: 'UNCHANGED', write: null, changes: [] });
    });

    it('are won by exactly one of those who move them at once', async () => {
      for (const alias of ['one', 'two', 'three']) {
        const versions = ['1', '2', '1', '2'];
        const replies = await Promise.all(
          versions.map((version, i) =>
            gateway.ask(SET, { alias, version, expected: null }, i % 2 === 0 ? 'main-ann' : 'main-bob'),
          ),
        );
        const outcomes = replies.map(({ errors, data }) => errors[0]?.extensions['code'] ?? data.setAlias.outcome);
        expect(outcomes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'WRITTEN']);
        expect((await resolved(alias)).version).toBe(versions[outcomes.indexOf('WRITTEN')]);
      }
    });

    it('are removed, and then mean nothing', async () => {
      expect((await fault(REMOVE, { alias: 'challenger', expected: '1' }))?.extensions['code']).toBe('CONFLICT');
      const { removeAlias } = await ann(REMOVE, { alias: 'challenger', expected: '2' });
      expect(removeAlias).toMatchObject({ outcome: 'WRITTEN', isInService: true, write: { kind: 'ALIAS_REMOVED' } });
      expect(Object.keys(await aliases())).not.toContain('challenger');
      const asked = await fault(`{ modelVersion(ref: "${MODEL}@challenger") { ref } }`, {});
      expect(asked?.extensions['code']).toBe('MODEL_NOT_FOUND');
      await ann(SET, { alias: 'challenger', version: '1', expected: null });
      expect((await resolved('challenger')).version).toBe('1');
    });

    it('stay where the mutation put them when the file is changed later, and that is shown until it is settled', async () => {
      expect(await refused()).toEqual([]);
      await fileSays({ champion: '2', challenger: '2' }); // what the mutation says of champion: nothing to show
      expect(await refused()).toEqual([]);
      await fileSays({ challenger: '2' });
      expect(await refused()).toEqual([
        {
          path: `${MODEL}/aliases.json`,
          code: 'REGISTRY_BAD_RESPONSE',
          reason: expect.stringMatching(
            /champion was set to version 2 .* does not have it any more; the mutation stays/,
          ),
        },
      ]);
      expect((await resolved('champion')).version).toBe('2');
      const { setAlias } = await ann(SET, { alias: 'champion', version: '2', expected: '2' });
      expect(setAlias.outcome).toBe('WRITTEN');
      expect(await refused()).toEqual([]);
    });

    it('leave one row of the audit record each, with the versions', async () => {
      const writes = await sql(`SELECT w.seq, w.subject, count(a.seq)::int AS count, min(a.models::text) AS models
        FROM registry_write w LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq ORDER BY w.seq`);
      expect(writes.map(({ count }) => count)).toEqual(writes.map(() => 1));
      const refs = JSON.parse(writes[0].models).map(({ ref }: Json) => ref);
      expect(refs.toSorted()).toEqual([`local:${MODEL}/1`, `local:${MODEL}/2`]);
    });
  });
});

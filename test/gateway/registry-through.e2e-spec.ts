import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMlflow, sha256, type Fault } from '#test/fake-mlflow';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { demoVersion } from '#test/published-models';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { recordFor } from '#test/written-registry';

const MODEL = 'site:demo-dense-focus';
const V2 = `${MODEL}/2`;
const RESULT = '{ outcome isInService notices changes { subject before after } write { id kind version writtenBy } }';
const SET = `mutation Set($alias: String!, $version: String!, $expected: String, $dryRun: Boolean! = false, $key: String,
  $model: String! = "${MODEL}") { setAlias(model: $model, alias: $alias, version: $version, expectedVersion: $expected,
    dryRun: $dryRun, idempotencyKey: $key) ${RESULT} }`;
const REMOVE = `mutation Remove($alias: String!, $expected: String!) {
  removeAlias(model: "${MODEL}", alias: $alias, expectedVersion: $expected) ${RESULT} }`;
const APPROVE = `mutation Approve($id: ID!) { approveAliasChange(id: $id) ${RESULT} }`;
const TAG = `mutation Tag($key: String!, $value: String) { setModelTag(model: "${MODEL}", key: $key, value: $value) ${RESULT} }`;
const DESCRIBE = `mutation Describe($text: String) { setModelDescription(model: "${MODEL}", description: $text) ${RESULT} }`;
const ADD = `mutation Add($record: JSON!, $model: ModelRef! = "${V2}") { addCalibration(model: $model, record: $record) ${RESULT} }`;
const RETIRE = `mutation Retire($id: ID!) { retireCalibration(model: "${V2}", id: $id, reason: "New scanner.") ${RESULT} }`;
const MODELS = `{ registeredModels(first: 100) { nodes { source name description tags { key value setBy }
  aliases { alias version movedBy } } } registrySources { id isWritable } }`;
const RECORDS = `{ modelVersion(ref: "${V2}") { calibrations { id retiredAt retiredBy retiredReason addedBy } } }`;
const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-bob': ['ADMINISTRATOR'] } as const;

const isWrite: (request: Parameters<Fault>[0]) => boolean = ({ method }) => method !== 'GET' && method !== 'HEAD';
const answering =
  (status: number, type = 'text/html'): Fault =>
  (request, response) => {
    if (!isWrite(request)) return false;
    response.writeHead(status, { 'content-type': type }).end('<html>not for you</html>');
    return true;
  };

describe.each(storeKinds)('writes through to an MLflow server, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('that has champion on 1, beside one that is only read', () => {
    let gateway: TestGateway;
    let server: FakeMlflow;
    let other: FakeMlflow;

    const ann = (query: string, variables: Json = {}) => gateway.data(query, variables, 'main-ann');
    const refusal = async (query: string, variables: Json, key: keyof typeof keys = 'main-ann') =>
      (await gateway.ask(query, variables, key)).errors[0];
    const model = async (): Promise<Json> =>
      (await ann(MODELS)).registeredModels.nodes.find(({ source }: Json) => source === 'site');
    const records = async (): Promise<Json[]> => (await ann(RECORDS)).modelVersion.calibrations;
    const sql = (text: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(text);
    const aliasesOnServer = () => server.models['demo-dense-focus'];
    const tagsOnServer = () => server.versions.find(({ version }) => version === '2')?.tags ?? {};

    beforeAll(async () => {
      [server, other] = await Promise.all([FakeMlflow.start(), FakeMlflow.start()]);
      const versions = await Promise.all(['1', '2'].map((version) => demoVersion('demo-dense-focus', version)));
      server.hold(versions, { 'demo-dense-focus': { champion: '1' } });
      other.hold(versions);
      const source = { kind: 'mlflow', pollSeconds: 86_400, timeoutMs: 300 };
      gateway = await openTestGateway(kind, {
        keys,
        approvals: ['approved'],
        modelDirs: [],
        modelServers: [],
        file: {
          registrySources: [
            { id: 'site', url: server.url, writable: true, ...source },
            { id: 'read-only', url: other.url, ...source },
          ],
        },
      });
      await vi.waitFor(async () => expect(await model()).toBeDefined(), 10_000);
    });
    afterAll(async () => {
      await gateway?.close();
      await Promise.all([server?.stop(), other?.stop()]);
    });
    beforeEach(() => {
      server.fault = () => false;
    });

    it('need a source that the configuration lets them change', async () => {
      const asked = { alias: 'champion', version: '2', expected: null, model: 'read-only:demo-dense-focus' };
      const { extensions, message } = (await refusal(SET, asked)) ?? {};
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      expect(message).toContain('registrySources[].writable');
      expect((await ann(MODELS)).registrySources).toEqual(
        expect.arrayContaining([
          { id: 'site', isWritable: true },
          { id: 'read-only', isWritable: false },
        ]),
      );
      expect(other.requests.filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
    });

    it('move an alias on the server, which is asked where it points right before', async () => {
      const move = { alias: 'champion', version: '2', expected: '1', key: 'move-1' };
      expect((await ann(SET, { ...move, dryRun: true })).setAlias.outcome).toBe('WOULD_WRITE');
      expect(aliasesOnServer()).toEqual({ champion: '1' });
      expect((await ann(SET, move)).setAlias).toMatchObject({
        outcome: 'WRITTEN',
        isInService: true,
        write: { kind: 'ALIAS_SET', version: '2', writtenBy: 'main-ann' },
      });
      expect(aliasesOnServer()).toEqual({ champion: '2' });
      expect((await model()).aliases).toEqual([{ alias: 'champion', version: '2', movedBy: 'main-ann' }]);
      expect((await ann(SET, move)).setAlias).toMatchObject({ outcome: 'UNCHANGED', write: { version: '2' } });
      expect((await ann(SET, { ...move, key: null, expected: '2' })).setAlias.outcome).toBe('UNCHANGED');
      // Somebody moves it with MLflow's own tools. The gateway has not read that, and does not need to.
      server.models = { 'demo-dense-focus': { champion: '1' } };
      for (const dryRun of [true, false]) {
        const stale = await refusal(SET, { alias: 'champion', version: '2', expected: '2', dryRun });
        expect(stale?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: '1', movedBy: null });
      }
      await ann('mutation { syncRegistry(source: "site") { id } }');
      expect((await model()).aliases).toEqual([{ alias: 'champion', version: '1', movedBy: null }]);
    });

    it('are won by exactly one of those who move an alias at once', async () => {
      const replies = await Promise.all(
        ['1', '2', '1', '2'].map((version, i) =>
          gateway.ask(SET, { alias: 'one', version, expected: null }, i % 2 === 0 ? 'main-ann' : 'main-bob'),
        ),
      );
      const outcomes = replies.map(({ errors, data }) => errors[0]?.extensions['code'] ?? data.setAlias.outcome);
      expect(outcomes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'WRITTEN']);
      const won = outcomes.indexOf('WRITTEN') % 2 === 0 ? '1' : '2';
      expect(aliasesOnServer()?.['one']).toBe(won);
      expect((await ann(REMOVE, { alias: 'one', expected: won })).removeAlias).toMatchObject({ isInService: true });
      expect(aliasesOnServer()).not.toHaveProperty('one');
      const dotted = await refusal(SET, { alias: 'a.b', version: '1', expected: null });
      expect(dotted?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'alias' });
    });

    it('of an alias that takes two people reach the server when the second one approves', async () => {
      const { setAlias } = await ann(SET, { alias: 'approved', version: '2', expected: null });
      expect([setAlias.outcome, aliasesOnServer()?.['approved']]).toEqual(['PROPOSED', undefined]);
      server.models = { 'demo-dense-focus': { ...aliasesOnServer(), approved: '1' } };
      const moved = await refusal(APPROVE, { id: setAlias.write.id }, 'main-bob');
      expect(moved?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: '1' });
      const again = await ann(SET, { alias: 'approved', version: '2', expected: '1' });
      expect((await refusal(APPROVE, { id: again.setAlias.write.id }))?.extensions['code']).toBe('FORBIDDEN');
      const approved = await gateway.data(APPROVE, { id: again.setAlias.write.id }, 'main-bob');
      expect(approved.approveAliasChange).toMatchObject({ outcome: 'WRITTEN', write: { writtenBy: 'main-bob' } });
      expect(aliasesOnServer()?.['approved']).toBe('2');
    });

    it('set tags and descriptions, and show those that the server has from elsewhere', async () => {
      server.notes = { 'demo-dense-focus': { tags: { owner: 'pathology', 'mlflow.user': 'x' } } };
      expect((await ann(TAG, { key: 'stage', value: 'pilot' })).setModelTag).toMatchObject({ isInService: true });
      expect((await ann(DESCRIBE, { text: 'Blood vessels.' })).setModelDescription.isInService).toBe(true);
      expect(await model()).toMatchObject({
        description: 'Blood vessels.',
        tags: [
          { key: 'owner', value: 'pathology', setBy: null },
          { key: 'stage', value: 'pilot', setBy: 'main-ann' },
        ],
      });
      expect((await ann(TAG, { key: 'owner' })).setModelTag.outcome).toBe('WRITTEN');
      expect((await ann(DESCRIBE)).setModelDescription.outcome).toBe('WRITTEN');
      expect(server.notes['demo-dense-focus']).toEqual({
        tags: { 'mlflow.user': 'x', stage: 'pilot' },
        description: '',
      });
      const reserved = await refusal(TAG, { key: 'mlflow.prompt.is_prompt', value: 'true' });
      expect(reserved?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'key' });
    });

    it('add a calibration record as a file and the tag that names it, and retire one for all to see', async () => {
      const record = await recordFor('site-a', 'a');
      expect((await ann(ADD, { record })).addCalibration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
      const bytes = server.versions.find(({ version }) => version === '2')?.files?.['tessera/calibrations/site-a.json'];
      expect(JSON.parse(String(bytes))).toEqual(record);
      expect(tagsOnServer()['tessera.calibration.site-a']).toBe(sha256(bytes ?? ''));
      expect((await ann(ADD, { record })).addCalibration.outcome).toBe('UNCHANGED');
      const changed = await refusal(ADD, { record: { ...record, map: { method: 'platt', a: 2, b: -20 } } });
      expect(changed?.extensions).toMatchObject({ code: 'CONFLICT', record: 'site-a' });
      const trap = await refusal(ADD, { record: { ...record, id: 'site-a.retired' } });
      expect(trap?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'record' });

      expect((await ann(RETIRE, { id: 'site-a' })).retireCalibration).toMatchObject({ isInService: true });
      expect(tagsOnServer()['tessera.calibration.site-a.retired']).toMatch(/^\d{4}-.*Z$/);
      const retired = { retiredAt: expect.any(String), retiredBy: 'main-ann', retiredReason: 'New scanner.' };
      expect(await records()).toContainEqual({ id: 'site-a', addedBy: 'main-ann', ...retired });
      expect((await refusal(ADD, { record }))?.extensions['code']).toBe('CONFLICT');
    });

    it('refuse a record of a version whose files lie where the server takes none', async () => {
      const record = await recordFor('site-b', 'b');
      const versions = server.versions;
      server.versions = versions.map((version) => ({ ...version, store: 's3://bucket/folder' }));
      const { extensions, message } = (await refusal(ADD, { record })) ?? {};
      expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'model' });
      expect(message).toContain('publish.py calibration');
      server.versions = versions;
    });

    it('are made by the commands of tessera', async () => {
      const tessera = (...args: readonly string[]) =>
        runCli(args, { TESSERA_URL: gateway.gateway.url, TESSERA_API_KEY: 'main-ann-key' });
      const set = await tessera('models', 'alias', 'set', MODEL, 'cli', '2', '--expect', 'none');
      expect(set.stdout).toMatch(/^Written\.\n/);
      expect(aliasesOnServer()?.['cli']).toBe('2');
      expect((await tessera('models', 'alias', 'list')).stdout).toMatch(/@cli +2 +2 +main-ann at /);
      const stale = await tessera('models', 'alias', 'remove', MODEL, 'cli', '--expect', '1');
      expect([stale.code, stale.stderr]).toEqual([1, expect.stringContaining('CONFLICT')]);
    });

    describe('when something goes wrong', () => {
      const asked = { alias: 'fault', version: '1', expected: null };

      it.each([
        ['403', answering(403), { code: 'REGISTRY_UNAVAILABLE', reason: 'FORBIDDEN' }],
        ['401', answering(401), { code: 'REGISTRY_UNAVAILABLE', reason: 'FORBIDDEN' }],
        ['404', answering(404, 'application/json'), { code: 'REGISTRY_BAD_RESPONSE' }],
        ['a redirect', answering(302), { code: 'REGISTRY_BAD_RESPONSE' }],
      ])('nothing is half done after %s', async (_name, fault, expected) => {
        server.fault = fault;
        const refused = await refusal(SET, asked);
        expect(refused?.extensions).toMatchObject(expected);
        expect(refused?.message).toContain('Nothing was changed.');
        expect((await refusal(ADD, { record: await recordFor('refused', 'r') }))?.extensions).toMatchObject(expected);
        expect(await sql(`SELECT state FROM registry_intent WHERE state = 'UNSETTLED'`)).toEqual([]);
        expect(aliasesOnServer()).not.toHaveProperty('fault');
        expect(tagsOnServer()).not.toHaveProperty('tessera.calibration.refused');
      });

      it('a write whose answer was lost is looked for, and found', async () => {
        server.fault = (request, response, url) => {
          if (!isWrite(request)) return false;
          void server.write(request, null, url).then(() => response.destroy());
          return true;
        };
        const { setAlias } = await ann(SET, { ...asked, alias: 'reset' });
        expect(setAlias).toMatchObject({ outcome: 'WRITTEN', isInService: true });
        const sent = server.requests.filter((line) => line.startsWith('POST') && line.endsWith('/alias')).length;
        expect((await ann(SET, { ...asked, alias: 'reset', expected: '1' })).setAlias.outcome).toBe('UNCHANGED');
        expect(server.requests.filter((line) => line.startsWith('POST') && line.endsWith('/alias'))).toHaveLength(sent);
      });

      it.each([
        ['hangs', () => true],
        ['answers 502', undefined],
        ['answers a login page', undefined],
      ])('a server that %s leaves a write that is not known, and is not guessed', async (name, hang) => {
        const alias = name.replace(/\W/g, '-');
        const status = name.includes('502') ? 502 : 200;
        server.fault = hang ? (request) => isWrite(request) && hang() : answering(status);
        const unknown = await refusal(SET, { ...asked, alias });
        expect(unknown?.extensions).toMatchObject({
          code: 'REGISTRY_UNAVAILABLE',
          reason: 'UNKNOWN',
          retryable: true,
        });
        const [open] = await sql(`SELECT after FROM registry_intent WHERE state = 'UNSETTLED'`);
        expect(open).toEqual({ after: '1' });
        // It arrives late, after all. Whoever asks next is told what is true.
        server.fault = () => false;
        server.models = { 'demo-dense-focus': { ...aliasesOnServer(), [alias]: '1' } };
        const next = await refusal(SET, { ...asked, alias, version: '2' });
        expect(next?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: '1', movedBy: 'main-ann' });
        expect(await sql(`SELECT after FROM registry_intent WHERE state = 'UNSETTLED'`)).toEqual([]);
      });

      it('every write in the journal has one row of the audit record', async () => {
        const counts = await sql(`SELECT count(a.seq)::int AS count FROM registry_write w
          LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq`);
        expect(counts.map(({ count }) => count)).toEqual(counts.map(() => 1));
        const twice = await sql(
          `SELECT seq FROM registry_intent WHERE seq IS NOT NULL GROUP BY seq HAVING count(*) > 1`,
        );
        expect(twice).toEqual([]);
      });
    });
  });
});

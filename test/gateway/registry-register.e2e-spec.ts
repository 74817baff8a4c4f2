import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, link, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { addWeight, makeRegistrable, NAME } from '#test/registrable';
import { storeKinds } from '#test/stores';
import { copyModel, removeModel } from '#test/written-registry';
import { type Json } from '#test/json';

const RESULT = `{ outcome isInService notices changes { subject before after }
  write { id kind source name version subject digest writtenBy writtenAt } }`;
const JOB = `{ id kind state stage done total error { code message retryable facts } registration ${RESULT} }`;
const REGISTER = `mutation Register($directory: String!, $source: String, $expected: String, $dryRun: Boolean! = false, $key: String) {
  registerModelVersion(directory: $directory, source: $source, expectedVersion: $expected, dryRun: $dryRun, idempotencyKey: $key) ${JOB} }`;
const UNSAID = REGISTER.replace(', $expected: String', '').replace(', expectedVersion: $expected', '');
const LOOK = `query Look($id: ID!) { job(id: $id) ${JOB} }`;
const VERSION = `query Version($ref: ModelRef!) { modelVersion(ref: $ref) { ref digest registeredAt aliases
  calibrations { id addedBy } } }`;
const SOURCES = `{ registrySources { id state quarantined { path code reason problems { pointer problem } } } }`;
const SYNC = `mutation { syncRegistry { id state } }`;
const SET = `mutation { setAlias(model: "${NAME}", alias: "champion", version: "2", expectedVersion: "1") { outcome } }`;
const keys = { 'main-admin': ['ADMINISTRATOR'], 'main-operator': ['OPERATOR'] } as const;
const ADMIN = 'main-admin';
const external = await readFile('test/fixtures/models/bad/external/1/model.onnx');
const EXTERNAL = { sizeBytes: external.byteLength, sha256: createHash('sha256').update(external).digest('hex') };

describe.each(storeKinds)('registering model versions, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('into a local source', () => {
    let gateway: TestGateway;
    let models: string;
    let roots: string;
    let registered: string;

    const data = (query: string, variables: Json = {}) => gateway.data(query, variables, ADMIN);
    const sql = (text: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(text);
    const place = (name: string): string => join(roots, name);
    const refusal = async (variables: Json, key: string = ADMIN): Promise<Json> => {
      const { errors } = await gateway.ask('expected' in variables ? REGISTER : UNSAID, variables, key);
      return { message: errors[0]?.message, ...errors[0]?.extensions };
    };
    const register = async (variables: Json): Promise<Json> => {
      const query = 'expected' in variables ? REGISTER : UNSAID;
      let job = (await data(query, variables)).registerModelVersion;
      const signal = AbortSignal.timeout(20_000);
      while (['QUEUED', 'RUNNING'].includes(job.state)) {
        await sleep(20, undefined, { signal });
        job = (await data(LOOK, { id: job.id })).job;
      }
      return job;
    };
    const version = async (number: string): Promise<Json> =>
      (await gateway.ask(VERSION, { ref: `local:${NAME}/${number}` }, ADMIN)).data.modelVersion;
    const quarantined = async (): Promise<Json[]> => (await data(SOURCES)).registrySources[0].quarantined;
    const staged = (): Promise<string[]> => readdir(join(registered, '.staged'));

    beforeAll(async () => {
      models = await copyModel();
      gateway = await openTestGateway(kind, { keys, modelDirs: [models], modelServers: [] });
      roots = gateway.config.modelRoots[0] ?? '';
      registered = join(gateway.config.blobDir, 'registered');
      await mkdir(roots, { recursive: true });
      await makeRegistrable(place('one'), '1');
    });
    afterAll(async () => {
      await gateway?.close();
      await removeModel(models);
    });

    it('is for an administrator and for nobody else', async () => {
      expect(await refusal({ directory: 'one' }, 'main-operator')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await sql('SELECT seq FROM registry_write')).toEqual([]);
    });

    it('says in a dry run what would change, having read every byte, and writes nothing', async () => {
      const job = await register({ directory: 'one', dryRun: true });
      expect(job).toMatchObject({ kind: 'REGISTER_MODEL_VERSION', state: 'SUCCEEDED', stage: 'checking', error: null });
      expect([job.done, job.total]).toEqual([1787, 1787]);
      expect(job.registration).toMatchObject({ outcome: 'WOULD_WRITE', write: null, isInService: false });
      expect(job.registration.changes).toMatchObject([
        { subject: `version local:${NAME}/1`, before: null, after: { files: 2, sizeBytes: 1_829_007 } },
      ]);
      expect(await version('1')).toBeNull();
      expect(await staged()).toEqual([]);
      expect(await sql('SELECT seq FROM registry_write')).toEqual([]);
    });

    it('makes a version exist, whole, with its records, in the same source', async () => {
      const { digest } = await makeRegistrable(place('one'), '1');
      const { state, registration } = await register({ directory: place('one'), expected: null, key: 'first' });
      expect([state, registration.outcome, registration.isInService]).toEqual(['SUCCEEDED', 'WRITTEN', true]);
      const facts = {
        kind: 'VERSION_REGISTERED',
        source: 'local',
        name: NAME,
        version: '1',
        subject: '',
        writtenBy: ADMIN,
      };
      expect(registration.write).toMatchObject({ id: '1', ...facts });
      expect(await version('1')).toMatchObject({
        digest,
        registeredAt: registration.write.writtenAt,
        calibrations: [{ id: 'demo-dense-focus-2-platt-resection', addedBy: ADMIN }],
      });
      const folder = join(registered, 'local', NAME, '1');
      const bytes = await readFile(join(folder, 'model.onnx'));
      expect(bytes.equals(await readFile(join(place('one'), 'model.onnx')))).toBe(true);
      expect(await readdir(folder)).toContain('model-card.json');
      expect(await staged()).toEqual([]);
      expect(await quarantined()).toEqual([]);
    });

    it('changes nothing the second time, and refuses other content under the number', async () => {
      const same = await register({ directory: 'one', key: 'first', expected: null });
      expect(same.registration).toMatchObject({ outcome: 'UNCHANGED', isInService: true, changes: [] });
      expect(same.registration.write).toMatchObject({ id: '1' });
      expect((await register({ directory: 'one' })).registration).toMatchObject({ outcome: 'UNCHANGED', write: null });
      await makeRegistrable(place('other'), '1', (card) => void (card.identity.title = 'Another one'));
      expect(await refusal({ directory: 'other' })).toMatchObject({
        code: 'CONFLICT',
        version: '1',
        registeredBy: ADMIN,
      });
      await rm(join(place('one'), 'calibrations'), { recursive: true });
      expect((await register({ directory: 'one' })).registration).toMatchObject({ outcome: 'UNCHANGED' });
      expect(await sql('SELECT seq FROM registry_write')).toHaveLength(1);
      await makeRegistrable(place('one'), '1');
    });

    it('moves aliases to what was registered, and says where numbers have a gap', async () => {
      await makeRegistrable(place('two'), '2');
      await makeRegistrable(place('four'), '4');
      const { registration: four } = await register({ directory: 'four', dryRun: true });
      expect(four.notices).toContainEqual('Version 3 of this model is not in this source: the numbers have a gap.');
      const asked = { directory: 'two', expected: '1' };
      expect((await register(asked)).registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
      const belief = await refusal({ directory: 'four', expected: '1' });
      expect(belief).toMatchObject({ code: 'CONFLICT', expectedVersion: '1', currentVersion: '2' });
      const set = SET.replace('"1"', 'null');
      expect((await data(set)).setAlias.outcome).toBe('WRITTEN');
      expect((await version('2')).aliases).toEqual(['champion']);
    });

    it('holds the number against what the directory has', async () => {
      const from = join(models, 'demo-dense-focus/2');
      await cp(from, place('shipped'), { recursive: true });
      expect((await register({ directory: 'shipped' })).registration).toMatchObject({
        outcome: 'UNCHANGED',
        write: null,
      });
      const card = JSON.parse(await readFile(join(from, 'model-card.json'), 'utf8'));
      card.identity.title = 'Another one';
      await writeFile(join(place('shipped'), 'model-card.json'), JSON.stringify(card));
      expect(await refusal({ directory: 'shipped' })).toMatchObject({ code: 'CONFLICT', version: '2' });
      await makeRegistrable(join(models, NAME, '7'), '7', (broken) => void (broken.task.kind = 'NONE'));
      await makeRegistrable(place('seven'), '7');
      expect(await refusal({ directory: 'seven' })).toMatchObject({ code: 'CONFLICT', version: '7' });
      await rm(join(models, NAME), { recursive: true });
    });

    it('keeps what was registered where the directory comes up with the same number', async () => {
      const { digest } = await version('1');
      await makeRegistrable(join(models, NAME, '1'), '1', (card) => void (card.identity.title = 'Late'));
      await data(SYNC);
      expect((await version('1')).digest).toBe(digest);
      expect(await quarantined()).toMatchObject([
        { path: `${NAME}/1/model-card.json`, reason: expect.stringContaining('was registered by a mutation') },
      ]);
      await rm(join(models, NAME), { recursive: true });
      await data(SYNC);
      expect(await quarantined()).toEqual([]);
    });

    it.each([
      ['a folder that is not there', 'nothing'],
      ['a way out', '../config.json/..'],
      ['a folder outside', '/etc'],
      ['a link that leads outside', 'leak'],
      ['a root itself', '.'],
      ['a file', 'file'],
      ['a name that reads as another one', 'o\u202eeno'],
    ])('refuses %s, in one sentence, without repeating it', async (_, directory) => {
      await symlink('/etc', place('leak')).catch(() => undefined);
      await writeFile(place('file'), 'x');
      const { code, argument, message } = await refusal({ directory });
      expect([code, argument]).toEqual(['BAD_USER_INPUT', 'directory']);
      expect(message).not.toContain('etc');
    });

    it('refuses cards and records with the place, before any job', async () => {
      await makeRegistrable(place('bad-card'), '9', (card) => void (card.input.tiles = { min: 'no' }));
      const card = await refusal({ directory: 'bad-card' });
      expect(card.code).toBe('CARD_INVALID');
      expect(card.problems.map(({ pointer }: Json) => pointer)).toContain('/input/tiles/min');
      await makeRegistrable(place('no-card'), '9');
      await rm(join(place('no-card'), 'model-card.json'));
      expect(await refusal({ directory: 'no-card' })).toMatchObject({
        code: 'CARD_INVALID',
        problems: [{ pointer: '' }],
      });
      await makeRegistrable(place('bad-record'), '9');
      await writeFile(join(place('bad-record'), 'calibrations/x.json'), '{"recordVersion":1}');
      expect(await refusal({ directory: 'bad-record' })).toMatchObject({ code: 'CALIBRATION_INVALID' });
      await makeRegistrable(place('bad-encoder'), '9', (bad) => void (bad.extractor.digest = 'f'.repeat(64)));
      const { registration } = await register({ directory: 'bad-encoder', dryRun: true });
      // The copied directory has no encoder: that is a note, as for a version of a directory.
      expect(registration.notices.join()).toContain('The encoder version is not registered');
      expect(await refusal({ directory: 'one', source: 'elsewhere' })).toMatchObject({
        code: 'BAD_USER_INPUT',
        argument: 'source',
      });
      expect(await refusal({ directory: 'one', key: 'a b' })).toMatchObject({ argument: 'idempotencyKey' });
    });

    it('refuses files that are not those of the card', async () => {
      const pointer = '/artifacts/1'; // the model file
      const model = async (name: string): Promise<string> => {
        await makeRegistrable(place(name), '9');
        return join(place(name), 'model.onnx');
      };
      await rm(await model('missing'));
      expect(await refusal({ directory: 'missing' })).toMatchObject({ code: 'ARTIFACT_INVALID', pointer });
      await truncate(await model('short'), 1000);
      expect(await refusal({ directory: 'short' })).toMatchObject({ code: 'ARTIFACT_INVALID', pointer });
      const linked = await model('linked');
      await rm(linked);
      await symlink(join(place('one'), 'model.onnx'), linked);
      expect(await refusal({ directory: 'linked' })).toMatchObject({ code: 'ARTIFACT_INVALID', pointer });
      await rm(linked);
      await link(join(place('one'), 'model.onnx'), linked);
      expect(await refusal({ directory: 'linked' })).toMatchObject({ problem: expect.stringContaining('hard link') });
      await rm(linked);
      await makeRegistrable(place('external'), '9', (card) => void Object.assign(card.artifacts[1], EXTERNAL));
      await cp(join('test/fixtures/models/bad/external/1/model.onnx'), join(place('external'), 'model.onnx'));
      expect(await refusal({ directory: 'external' })).toMatchObject({
        problem: expect.stringContaining('outside of its file'),
      });
      const changed = await model('changed');
      await writeFile(changed, Buffer.alloc((await readFile(changed)).byteLength));
      for (const dryRun of [true, false]) {
        const { state, error } = await register({ directory: 'changed', dryRun });
        expect([state, error.code, error.facts.pointer]).toEqual(['FAILED', 'ARTIFACT_INVALID', pointer]);
      }
      expect(await staged()).toEqual([]);
      expect(await version('9')).toBeNull();
    });

    it('can be cancelled while it copies, and leaves nothing', async () => {
      const folder = place('heavy');
      const weight: Json = { artifacts: [] };
      await addWeight(folder, weight, 500_000_000);
      await makeRegistrable(folder, '20', (card) => void card.artifacts.push(...weight.artifacts));
      const { registerModelVersion: job } = await data(UNSAID, { directory: 'heavy' });
      await data(`mutation { cancelJob(id: "${job.id}") { state } }`);
      const signal = AbortSignal.timeout(10_000);
      while ((await data(LOOK, { id: job.id })).job.state !== 'CANCELLED') await sleep(20, undefined, { signal });
      expect(await staged()).toEqual([]);
      expect(await version('20')).toBeNull();
      await rm(folder, { recursive: true });
    });

    it('of two at once with one content is one version, with other content one is refused', async () => {
      for (const name of ['twin-a', 'twin-b']) await makeRegistrable(place(name), '30');
      await makeRegistrable(place('twin-c'), '30', (card) => void (card.identity.title = 'Third'));
      const jobs = await Promise.all(['twin-a', 'twin-b', 'twin-c'].map((directory) => register({ directory })));
      const outcomes = jobs.map(({ registration, error }) => registration?.outcome ?? error.code);
      expect(outcomes.filter((outcome) => outcome === 'WRITTEN')).toHaveLength(1);
      expect(await sql(`SELECT seq FROM registry_write WHERE version = '30'`)).toHaveLength(1);
      expect(await staged()).toEqual([]);
    });

    it('misses files that are lost afterwards, says so, and puts them back', async () => {
      const file = join(registered, 'local', NAME, '2/model.onnx');
      await writeFile(file, Buffer.alloc(1_471_143));
      await data(SYNC);
      const [entry] = await quarantined();
      expect(entry).toMatchObject({ code: 'REGISTRY_BAD_RESPONSE', problems: [{ pointer: '/artifacts/1' }] });
      expect(entry.path).toContain(`${NAME}/2/`);
      await rm(join(registered, 'local', NAME, '2'), { recursive: true });
      expect((await register({ directory: 'two' })).registration).toMatchObject({
        outcome: 'UNCHANGED',
        isInService: true,
      });
      expect(existsSync(file)).toBe(true);
      expect(await quarantined()).toEqual([]);
    });

    it('leaves one row of the audit record for each write, with the version', async () => {
      const rows = await sql(`SELECT w.version, a.operation, a.models FROM registry_write w
        JOIN audit_record a ON a.request_id = w.request_id WHERE w.kind = 'VERSION_REGISTERED' ORDER BY w.seq`);
      const writes = await sql(`SELECT version FROM registry_write WHERE kind = 'VERSION_REGISTERED' ORDER BY seq`);
      expect(rows.map(({ version: number }) => number)).toEqual(writes.map(({ version: number }) => number));
      for (const row of rows) {
        expect(row.operation).toBe('registerModelVersion');
        expect(row.models).toMatchObject([{ ref: `local:${NAME}/${row.version}` }]);
      }
    });
  });
});

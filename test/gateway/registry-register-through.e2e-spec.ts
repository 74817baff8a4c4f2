import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeMlflow, sha256, type Fault } from '#test/fake-mlflow';
import { type Json } from '#test/json';
import { openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { makeRegistrable, NAME } from '#test/registrable';
import { runCli } from '#test/run-cli';
import { storeKinds } from '#test/stores';

const JOB = `{ id state stage done total error { code message facts } registration { outcome isInService notices
  changes { subject before after } write { id kind source name version writtenBy } } }`;
const REGISTER = `mutation Register($directory: String!, $source: String! = "site", $expected: String, $dryRun: Boolean! = false, $key: String) {
  registerModelVersion(directory: $directory, source: $source, expectedVersion: $expected, dryRun: $dryRun, idempotencyKey: $key) ${JOB} }`;
const UNSAID = REGISTER.replace(', $expected: String', '').replace(', expectedVersion: $expected', '');
const LOOK = `query Look($id: ID!) { job(id: $id) ${JOB} }`;
const VERSION = `query Version($ref: ModelRef!) { modelVersion(ref: $ref) { digest calibrations { id } } }`;
const QUARANTINED = '{ registrySources { id quarantined { path } } }';
const keys = { 'main-admin': ['ADMINISTRATOR'] } as const;
const ADMIN = 'main-admin';

const isTo = (path: string, method = 'POST'): ((...asked: Parameters<Fault>) => boolean) => {
  return (request, _, url) => request.method === method && url.pathname.endsWith(path);
};
const isMade = isTo('/model-versions/create');

describe.each(storeKinds)('registering model versions, on the $kind store', (kind) => {
  describe.skipIf(kind.skip)('into an MLflow server', () => {
    let gateway: TestGateway;
    let server: FakeMlflow;
    let roots: string;

    const place = (name: string): string => join(roots, name);
    const data = (query: string, variables: Json = {}) => gateway.data(query, variables, ADMIN);
    const sql = (text: string): Promise<Json[]> => gateway.gateway.app.get(DataSource, { strict: false }).query(text);
    const ask = (variables: Json) => gateway.ask('expected' in variables ? REGISTER : UNSAID, variables, ADMIN);
    const refusal = async (variables: Json): Promise<Json> => {
      const { errors } = await ask(variables);
      return { message: errors[0]?.message, ...errors[0]?.extensions };
    };
    const ended = async (id: string): Promise<Json> => {
      const signal = AbortSignal.timeout(60_000);
      for (;;) {
        const { job } = await data(LOOK, { id });
        if (!['QUEUED', 'RUNNING'].includes(job.state)) return job;
        await sleep(20, undefined, { signal });
      }
    };
    const register = async (variables: Json): Promise<Json> => {
      const { data: answer, errors } = await ask(variables);
      expect(errors ?? []).toEqual([]);
      return ended(answer.registerModelVersion.id);
    };
    const version = async (number: string): Promise<Json> =>
      (await gateway.ask(VERSION, { ref: `site:${NAME}/${number}` }, ADMIN)).data.modelVersion;
    const numbers = () => server.versions.filter(({ name }) => name === NAME).map((held) => held.version);
    const make = async (number: string, title = `Release ${number}`): Promise<string> => {
      const name = `release-${number}-${title.replaceAll(' ', '-')}`;
      await makeRegistrable(place(name), number, (card) => void (card.identity.title = title));
      return name;
    };
    const uploads = (file: string) => server.requests.filter((line) => line.startsWith('PUT ') && line.endsWith(file));

    beforeAll(async () => {
      server = await FakeMlflow.start();
      const source = { kind: 'mlflow', url: server.url, pollSeconds: 86_400, timeoutMs: 1_000 };
      gateway = await openTestGateway(kind, {
        keys,
        modelDirs: [],
        modelServers: [],
        limits: { deadlineMs: 2_000 },
        file: {
          registrySources: [
            { id: 'site', writable: true, ...source },
            { id: 'read-only', ...source },
          ],
        },
      });
      roots = gateway.config.modelRoots[0] ?? '';
      await vi.waitFor(async () => {
        const { registrySources } = await data('{ registrySources { id state } }');
        expect(registrySources.every(({ state }: Json) => state === 'FRESH')).toBe(true);
      }, 10_000);
    });
    afterAll(async () => {
      await gateway?.close();
      await server?.stop();
    });
    beforeEach(() => {
      server.fault = () => false;
      server.requests.length = 0;
    });

    it('says in a dry run what would change, and sends the server nothing', async () => {
      const job = await register({ directory: await make('1'), dryRun: true, expected: null });
      expect(job).toMatchObject({ state: 'SUCCEEDED', stage: 'checking', done: 1787, total: 1787 });
      expect(job.registration).toMatchObject({ outcome: 'WOULD_WRITE', write: null });
      expect(job.registration.changes).toMatchObject([{ subject: `version site:${NAME}/1`, before: null }]);
      expect(server.requests.filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
    });

    it('needs a source that the configuration lets it change', async () => {
      const { code, argument, message } = await refusal({ directory: await make('1'), source: 'read-only' });
      expect([code, argument]).toEqual(['BAD_USER_INPUT', 'source']);
      expect(message).toContain('registrySources[].writable');
      expect(message).toContain('publish.py');
    });

    it('makes one version there, whole, which gateways accept', async () => {
      const directory = await make('1');
      const { state, registration } = await register({ directory, expected: null, key: 'first' });
      expect([state, registration.outcome, registration.isInService]).toEqual(['SUCCEEDED', 'WRITTEN', true]);
      expect(registration.write).toMatchObject({
        kind: 'VERSION_REGISTERED',
        source: 'site',
        version: '1',
        writtenBy: ADMIN,
      });
      const [held] = server.versions;
      const card = JSON.parse(String(held?.files?.['tessera/model-card.json']));
      expect(card.identity).toMatchObject({ name: NAME, version: '1' });
      const model = await readFile(join(place(directory), 'model.onnx'));
      expect(model.equals(Buffer.from(held?.files?.['model.onnx'] ?? ''))).toBe(true);
      expect(JSON.parse(String(held?.files?.['MLmodel'])).flavors.onnx.data).toBe('model.onnx');
      expect(await version('1')).toMatchObject({ digest: held?.tags?.['tessera.digest'], calibrations: [{}] });
      // The same again, by its name, by its content, and with another content.
      expect((await register({ directory, expected: null, key: 'first' })).registration).toMatchObject({
        outcome: 'UNCHANGED',
        write: { version: '1' },
      });
      expect((await register({ directory })).registration).toMatchObject({ outcome: 'UNCHANGED', write: null });
      expect(await refusal({ directory: await make('1', 'Other') })).toMatchObject({ code: 'CONFLICT', version: '1' });
      expect(numbers()).toEqual(['1']);
      expect(uploads('/model.onnx')).toHaveLength(1);
    });

    it('refuses a number that the server would not give, a belief that is not so, and a content that has a number', async () => {
      const three = await make('3');
      expect(await refusal({ directory: three })).toMatchObject({ code: 'CONFLICT', nextVersion: '2' });
      expect(await refusal({ directory: await make('2', 'Release 1') })).toMatchObject({
        code: 'CONFLICT',
        sameAs: '1',
      });
      const belief = await refusal({ directory: await make('2'), expected: null });
      expect(belief).toMatchObject({ code: 'CONFLICT', currentVersion: '1' });
      expect(server.requests.filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
    });

    it(
      'finds the version where the answer was lost, and makes it again where it never arrived',
      { timeout: 90_000 },
      async () => {
        server.fault = (request, response, url) => {
          if (!isMade(request, response, url)) return false;
          void server.write(request, null, url).then(() => response.destroy());
          return true;
        };
        const found = await register({ directory: await make('2'), key: 'lost' });
        expect([found.state, numbers()]).toEqual(['SUCCEEDED', ['1', '2']]);
        let isFirst = true;
        server.fault = (request, response, url) => {
          if (!isFirst || !isMade(request, response, url)) return false;
          isFirst = false;
          request.resume().once('end', () => response.destroy());
          return true;
        };
        const again = await register({ directory: await make('3') });
        expect(again.registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
        expect([numbers(), isFirst]).toEqual([['1', '2', '3'], false]);
        expect(await sql(`SELECT state FROM registry_intent ORDER BY at`)).toEqual(
          ['DONE', 'DONE', 'NOT_DONE', 'DONE'].map((state) => ({ state })),
        );
      },
    );

    it.each([
      ['an upload', isTo('/model.onnx', 'PUT')],
      ['the version', isMade],
    ])(
      'says that it may not write where the server forbids %s, and goes on with what is uploaded',
      async (what, isMeant) => {
        server.fault = (request, response, url) => {
          if (!isMeant(request, response, url)) return false;
          request.resume().once('end', () => response.writeHead(403, { 'content-type': 'text/html' }).end('no'));
          return true;
        };
        const number = String(numbers().length + 1);
        const directory = await make(number, what);
        const { state, error } = await register({ directory });
        expect([state, error.code, error.facts]).toMatchObject([
          'FAILED',
          'REGISTRY_UNAVAILABLE',
          { reason: 'FORBIDDEN' },
        ]);
        expect(numbers()).not.toContain(number);
        server.fault = () => false;
        expect((await register({ directory })).registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
        expect(server.uploads.runs).toHaveLength(Number(number));
        const refused = what === 'an upload' ? 1 : 0;
        expect(uploads('/model.onnx')).toHaveLength(1 + refused);
      },
    );

    it('takes a version away again that got another number', async () => {
      const next = numbers().length + 1;
      server.uploads.given.set(NAME, next);
      const directory = await make(String(next), 'after a deleted one');
      const { error } = await register({ directory });
      expect(error).toMatchObject({ code: 'CONFLICT', facts: { givenVersion: String(next + 1) } });
      expect(error.message).toContain('publish.py');
      expect(numbers()).toHaveLength(next - 1);
      expect((await data(QUARANTINED)).registrySources.flatMap(({ quarantined }: Json) => quarantined)).toEqual([]);
      server.uploads.given.set(NAME, next - 1);
      expect((await register({ directory })).registration.outcome).toBe('WRITTEN');
    });

    it('names publish.py where the server takes no uploads', async () => {
      const { store } = server.uploads;
      server.uploads.store = 's3://bucket';
      const { error } = await register({ directory: await make(String(numbers().length + 1), 'elsewhere') });
      server.uploads.store = store;
      expect([error.code, error.facts.argument]).toEqual(['BAD_USER_INPUT', 'source']);
      expect(error.message).toContain('publish.py version');
      expect(uploads('')).toEqual([]);
    });

    it('refuses a file that is not the one of the card, and a name that MLflow uses', async () => {
      const number = String(numbers().length + 1);
      const directory = await make(number, 'changed');
      const model = join(place(directory), 'model.onnx');
      const bytes = await readFile(model);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
      await writeFile(model, bytes);
      const { state, error } = await register({ directory });
      expect([state, error.code]).toEqual(['FAILED', 'ARTIFACT_INVALID']);
      expect([...server.uploads.folders.values()].at(-1)).not.toHaveProperty('model.onnx');
      const mine = { path: 'MLmodel', role: 'OTHER', sizeBytes: 1, sha256: sha256('x') };
      await makeRegistrable(place('taken'), number, (card) => void card.artifacts.push(mine));
      await writeFile(join(place('taken'), 'MLmodel'), 'x');
      const taken = await refusal({ directory: 'taken' });
      expect([taken.code, taken.problems?.[0].pointer]).toEqual(['CARD_INVALID', '/artifacts/2/path']);
      expect(numbers()).not.toContain(number);
    });

    it('can be cancelled while it uploads, and leaves no version', async () => {
      let isUploading: () => void = () => undefined;
      const uploading = new Promise<void>((resolve) => (isUploading = resolve));
      server.fault = (request, response, url) => {
        if (!isTo('/model.onnx', 'PUT')(request, response, url)) return false;
        isUploading();
        return true;
      };
      const { data: asked } = await ask({ directory: await make(String(numbers().length + 1), 'cancelled') });
      const { id } = asked.registerModelVersion;
      await uploading;
      await data(`mutation { cancelJob(id: "${id}") { state } }`);
      expect(await ended(id)).toMatchObject({ state: 'CANCELLED' });
      expect(server.requests.filter((line) => line.includes('model-versions/create'))).toEqual([]);
    });

    it('of several at once is one version', { timeout: 90_000 }, async () => {
      const number = String(numbers().length + 1);
      const [same, other] = [await make(number, 'same'), await make(number, 'other')];
      const jobs = await Promise.all([same, same, other].map((directory) => register({ directory })));
      const outcomes = jobs.map(({ registration, error }) => registration?.outcome ?? error.code);
      expect(outcomes.filter((outcome) => outcome === 'WRITTEN')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'CONFLICT').length).toBeGreaterThanOrEqual(1);
      expect(numbers().filter((each) => each === number)).toEqual([number]);
      expect(await sql(`SELECT seq FROM registry_write WHERE version = '${number}'`)).toHaveLength(1);
    });

    it('is a command, and what the server loses is not kept', async () => {
      const number = String(numbers().length + 1);
      const args = ['models', 'register', place(await make(number, 'by command')), '--source', 'site', '--json'];
      const { code, stdout } = await runCli(args, {
        TESSERA_URL: gateway.gateway.url,
        TESSERA_API_KEY: `${ADMIN}-key`,
      });
      expect([code, JSON.parse(stdout)]).toMatchObject([0, { outcome: 'WRITTEN', write: { version: number } }]);
      server.versions = server.versions.filter((held) => held.version !== number);
      await data('mutation { syncRegistry(source: "site") { id } }');
      expect(await version(number)).toBeNull();
    });

    it('leaves one row of the audit record for each version', async () => {
      const rows = await sql(`SELECT w.version, a.operation FROM registry_write w
        JOIN audit_record a ON a.request_id = w.request_id WHERE w.kind = 'VERSION_REGISTERED' ORDER BY w.seq`);
      const writes = await sql(`SELECT version FROM registry_write WHERE kind = 'VERSION_REGISTERED' ORDER BY seq`);
      expect(rows).toEqual(
        writes.map(({ version: number }) => ({ version: number, operation: 'registerModelVersion' })),
      );
    });
  });
});

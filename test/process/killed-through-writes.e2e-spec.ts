import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import { FakeMlflow } from '#test/fake-mlflow';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { demoVersion } from '#test/published-models';
import { makeRegistrable, NAME as RELEASED } from '#test/registrable';
import { storeEntities } from '#test/store-entities';
import { recordFor } from '#test/written-registry';
import { type Json } from '#test/json';

const NAME = 'demo-dense-focus';
const SET = `mutation Set($alias: String!, $version: String!, $expected: String, $key: String) { setAlias(model: "site:${NAME}", alias: $alias,
  version: $version, expectedVersion: $expected, idempotencyKey: $key) { outcome write { id } } }`;
const ADD = `mutation Add($record: JSON!) { addCalibration(model: "site:${NAME}/2", record: $record) { outcome isInService } }`;
const REGISTER = `mutation { registerModelVersion(source: "site", directory: "focus") { id } }`;
const JOB = `query Job($id: ID!) { job(id: $id) { state registration { isInService write { id kind } } } }`;
const SEEN = `{ registeredModels(first: 100) { nodes { source aliases { alias version movedBy }
  versions { version calibrations { id addedBy } } } } }`;

const bench = new GatewayBench();
let dataDir = '';
let server: FakeMlflow;
let environment: Record<string, string>;

beforeAll(async () => {
  server = await FakeMlflow.start();
  dataDir = await bench.folder();
  const versions = await Promise.all(['1', '2'].map((version) => demoVersion(NAME, version)));
  server.hold(versions, { [NAME]: { there: '1', lost: '1', elsewhere: '1' } });
  const source = { id: 'site', kind: 'mlflow', url: server.url, writable: true, pollSeconds: 86_400, timeoutMs: 300 };
  const config = join(dataDir, 'sources.json');
  await writeFile(config, JSON.stringify({ registrySources: [source] }));
  environment = { TESSERA_DATA_DIR: dataDir, TESSERA_CONFIG: config, TESSERA_MODEL_SERVER: 'none' };
});
afterAll(async () => {
  await bench.close();
  await server?.stop();
});

async function post({ url }: RunningGateway, query: string, variables: Json = {}): Promise<Json> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const modelOf = async (gateway: RunningGateway): Promise<Json> =>
  (await post(gateway, SEEN)).data.registeredModels.nodes.find(({ source }: Json) => source === 'site');

async function started(): Promise<RunningGateway> {
  const gateway = await bench.start(environment);
  await until(async () => (await modelOf(gateway)) !== undefined);
  return gateway;
}

/** Asks, kills the gateway when the server has the write, or has just not got it, and starts it again. It has settled the write then. */
async function killedAt(gateway: RunningGateway, path: string, query: string, variables: Json, reaches: boolean) {
  let killed: Promise<unknown> = Promise.resolve();
  server.fault = (request, _response, url) => {
    if (request.method !== 'POST' || !url.pathname.endsWith(path)) return false;
    const arrived = reaches ? server.write(request, null, url) : Promise.resolve();
    killed = arrived.then(() => gateway.signal('SIGKILL'));
    return true;
  };
  await expect(post(gateway, query, variables)).rejects.toThrow();
  await killed;
  server.fault = () => false;
}

async function settled(): Promise<RunningGateway> {
  const gateway = await started();
  await until(() => gateway.log.some(({ msg }) => msg === 'a write whose outcome was unknown is settled'));
  return gateway;
}

/** Kills the gateway when the job's request comes, before or after the server does what it asks for. */
async function killedInJob(gateway: RunningGateway, path: string, reaches: boolean, start: () => Promise<unknown>) {
  const killed = new Promise<void>((resolve) => {
    server.fault = (request, _response, url) => {
      if (request.method === 'GET' || !url.pathname.endsWith(path)) return false;
      const arrived = reaches ? server.write(request, null, url) : Promise.resolve();
      void arrived.then(() => gateway.signal('SIGKILL')).then(() => resolve());
      return true;
    };
  });
  await start();
  await killed;
  server.fault = () => false;
}

/** A job that is killed in its upload, and again when the server has the version, goes on each time. There is one version. */
async function registeredThrough(first: RunningGateway): Promise<RunningGateway> {
  await makeRegistrable(join(dataDir, 'models/focus'), '1');
  let id = '';
  await killedInJob(first, '/model.onnx', true, async () => {
    ({ id } = (await post(first, REGISTER)).data.registerModelVersion);
  });
  const second = await bench.start(environment);
  await killedInJob(second, '/model-versions/create', true, () => Promise.resolve());
  const gateway = await started();
  const job = async (): Promise<Json> => (await post(gateway, JOB, { id })).data.job;
  await until(async () => !['QUEUED', 'RUNNING'].includes((await job()).state), 60_000);
  expect(await job()).toMatchObject({
    state: 'SUCCEEDED',
    registration: { isInService: true, write: { id: '4', kind: 'VERSION_REGISTERED' } },
  });
  expect(server.versions.filter(({ name }) => name === RELEASED).map(({ version }) => version)).toEqual(['1']);
  expect(server.uploads.runs).toHaveLength(1);
  expect(server.requests.filter((line) => line.startsWith('PUT ') && line.endsWith('/model.onnx'))).toHaveLength(1);
  return gateway;
}

const ALIAS = '/registered-models/alias';
const aliasesOf = async (gateway: RunningGateway): Promise<Json> =>
  Object.fromEntries((await modelOf(gateway)).aliases.map(({ alias, ...rest }: Json) => [alias, rest]));
const move = (alias: string) => ({ alias, version: '2', expected: '1', key: `move-${alias}` });

it(
  'a gateway that is killed between server and journal comes back knowing what it wrote',
  { timeout: 300_000 },
  async () => {
    // The server has it: it is done, and whoever asks again is told so.
    await killedAt(await started(), ALIAS, SET, move('there'), true);
    let gateway = await settled();
    await until(async () => (await aliasesOf(gateway))['there'].movedBy !== null);
    expect((await aliasesOf(gateway))['there'].version).toBe('2');
    expect((await post(gateway, SET, move('there'))).data.setAlias).toEqual({
      outcome: 'UNCHANGED',
      write: { id: '1' },
    });

    // It does not, and the gateway does not make up for it.
    await killedAt(gateway, ALIAS, SET, move('lost'), false);
    gateway = await settled();
    expect(server.models[NAME]).toMatchObject({ there: '2', lost: '1' });
    expect((await post(gateway, SET, move('lost'))).data.setAlias).toEqual({ outcome: 'WRITTEN', write: { id: '2' } });

    // It has something else: that stays.
    await killedAt(gateway, ALIAS, SET, move('elsewhere'), true);
    server.models = { [NAME]: { there: '2', lost: '2' } };
    gateway = await settled();
    expect(server.models[NAME]).toEqual({ there: '2', lost: '2' });

    // A record whose tag was set is in service, with who added it.
    await killedAt(gateway, '/model-versions/set-tag', ADD, { record: await recordFor('site-a', 'a') }, true);
    gateway = await settled();
    const added = async (): Promise<Json> =>
      (await modelOf(gateway)).versions
        .flatMap(({ calibrations }: Json) => calibrations)
        .find(({ id }: Json) => id === 'site-a');
    await until(async () => typeof (await added())?.addedBy === 'string');
    gateway = await registeredThrough(gateway);
    expect(await gateway.stop()).toEqual({ code: 0, signal: null });
    await checkStore();
  },
);

/** What the store holds, once nobody has it open any more. */
async function checkStore(): Promise<void> {
  const shared = { entities: storeEntities, migrations, log: () => undefined };
  const { dataSource, close } = await openDatabase({ kind: 'embedded', dataDir, ...shared });
  const intents: Json[] = await dataSource.query(`SELECT i.state, i.seq::int AS seq, array_agg(a.outcome) AS audit
    FROM registry_intent i LEFT JOIN audit_record a ON a.request_id = i.request_id GROUP BY i.id ORDER BY i.at`);
  expect(intents).toEqual([
    { state: 'DONE', seq: 1, audit: ['OK'] },
    { state: 'NOT_DONE', seq: null, audit: ['REGISTRY_UNAVAILABLE'] },
    { state: 'DONE', seq: 2, audit: ['OK'] },
    { state: 'CONFLICT', seq: null, audit: ['CONFLICT'] },
    { state: 'DONE', seq: 3, audit: ['OK'] },
    { state: 'DONE', seq: 4, audit: ['OK'] },
  ]);
  const writes = await dataSource.query('SELECT kind, subject, version FROM registry_write ORDER BY seq');
  expect(writes).toEqual([
    { kind: 'ALIAS_SET', subject: 'there', version: '2' },
    { kind: 'ALIAS_SET', subject: 'lost', version: '2' },
    { kind: 'CALIBRATION_ADDED', subject: 'site-a', version: '2' },
    { kind: 'VERSION_REGISTERED', subject: '', version: '1' },
  ]);
  expect(await new AuditLog(new PostgresAuditSink(dataSource)).verifyChain()).toMatchObject({ kind: 'intact' });
  await close();
}

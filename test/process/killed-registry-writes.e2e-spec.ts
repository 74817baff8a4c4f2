import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { makeRegistrable, NAME } from '#test/registrable';
import { storeEntities } from '#test/store-entities';
import { type Json } from '#test/json';

const CYCLES = 3;
const MODEL = 'demo-dense-focus';
const SET = `mutation Set($version: String!, $expected: String) {
  setAlias(model: "${MODEL}", alias: "crash", version: $version, expectedVersion: $expected) { outcome isInService write { id } } }`;
const REGISTER = `mutation Register($directory: String!) { registerModelVersion(directory: $directory) { id } }`;
const JOB = `query Job($id: ID!) { job(id: $id) { state error { code } registration { outcome } } }`;
const VERSIONS = `{ registeredModels(first: 100) { nodes { name versions { version digest } } } registrySources { quarantined { path } } }`;
const ALIAS = `{ registeredModels(first: 100) { nodes { name aliases { alias version } } } }`;

const bench = new GatewayBench();
const made = new Map<string, string>();
let dataDir = '';

beforeAll(async () => {
  dataDir = await bench.dataDir();
});
afterAll(() => bench.close());

async function post({ url }: RunningGateway, query: string, variables: Json = {}): Promise<Json> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return JSON.parse(await response.text());
}

async function currentVersion(gateway: RunningGateway): Promise<string | null> {
  const { data } = await post(gateway, ALIAS);
  const model = data.registeredModels.nodes.find(({ name }: Json) => name === MODEL);
  return model.aliases.find(({ alias }: Json) => alias === 'crash')?.version ?? null;
}

type Acknowledged = readonly [id: string, version: string];

/** Moves the alias to and fro until the gateway is gone; keeps the moves that were acknowledged. */
async function moveUntilKilled(gateway: RunningGateway, first: string | null, kept: Acknowledged[]): Promise<void> {
  for (let expected = first; ;) {
    const version = expected === '1' ? '2' : '1';
    const answer = await post(gateway, SET, { version, expected }).catch(() => null);
    if (answer === null) return;
    expect(answer.errors).toBeUndefined();
    expect(answer.data.setAlias).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    kept.push([answer.data.setAlias.write.id, version]);
    expected = version;
  }
}

/** Registers versions 1, 2, 3 ... until the gateway is gone; keeps the digests of those that were acknowledged. */
async function registerUntilKilled(gateway: RunningGateway, kept: Map<string, string>): Promise<void> {
  for (;;) {
    const version = String(kept.size + 1);
    const digest = made.get(version) ?? (await makeRegistrable(join(dataDir, 'models', version), version)).digest;
    made.set(version, digest); // a job of the gateway before may be copying it: it is not written again
    const asked = await post(gateway, REGISTER, { directory: version }).catch(() => null);
    if (asked === null) return;
    expect(asked.errors).toBeUndefined();
    const job = await endOf(gateway, asked.data.registerModelVersion.id);
    if (job === null) return;
    // UNCHANGED where a job of the gateway before went on after its start.
    expect(job).toMatchObject({ state: 'SUCCEEDED', error: null });
    kept.set(version, digest);
  }
}

async function endOf(gateway: RunningGateway, id: string): Promise<Json> {
  for (;;) {
    const answer = await post(gateway, JOB, { id }).catch(() => null);
    if (answer === null) return null;
    if (!['QUEUED', 'RUNNING'].includes(answer.data.job.state)) return answer.data.job;
    await sleep(10);
  }
}

/** Every version that was acknowledged is there whole, and no copy is left beside them. */
async function expectRegistered(gateway: RunningGateway, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  await until(
    async () => (await post(gateway, '{ jobs(first: 1) { nodes { state } } }')).data.jobs.nodes[0].state !== 'RUNNING',
  );
  const { data } = await post(gateway, VERSIONS);
  expect(data.registrySources[0].quarantined).toEqual([]);
  const model = data.registeredModels.nodes.find(({ name }: Json) => name === NAME);
  const digests = new Map(model.versions.map(({ version, digest }: Json) => [version, digest]));
  for (const [version, digest] of acknowledged) expect(digests.get(version)).toBe(digest);
  expect(digests.size - acknowledged.size).toBeLessThanOrEqual(1);
  const registered = join(dataDir, 'blobs/registered');
  expect((await readdir(join(registered, 'local', NAME))).toSorted()).toEqual([...digests.keys()].toSorted());
  expect(await readdir(join(registered, '.staged'))).toEqual([]);
}

it(
  'a gateway that is killed while aliases are moved and versions registered comes back with every acknowledged write, each with its audit row',
  { timeout: 300_000 },
  async () => {
    const acknowledged: Acknowledged[] = [];
    const registered = new Map<string, string>();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const gateway = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
      const before = [acknowledged.length, registered.size] as const;
      const registering = registerUntilKilled(gateway, registered);
      const moving = moveUntilKilled(gateway, await currentVersion(gateway), acknowledged);
      await until(() => acknowledged.length > before[0] && registered.size > before[1]);
      await sleep(Math.random() * 300);
      await gateway.signal('SIGKILL');
      await Promise.all([moving, registering]);
    }
    const going = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
    await expectRegistered(going, registered);
    await going.stop();
    // The next start adds the audit rows of jobs that went on when their request was dead.
    const last = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
    const inService = await currentVersion(last);
    expect(await last.stop()).toEqual({ code: 0, signal: null });
    expect(acknowledged.length).toBeGreaterThanOrEqual(CYCLES);

    const shared = { entities: storeEntities, migrations, log: () => undefined };
    const { dataSource, close } = await openDatabase({ kind: 'embedded', dataDir, ...shared });
    const rows: Json[] =
      await dataSource.query(`SELECT w.seq::text AS seq, w.kind, w.version, count(a.seq)::int AS audited
      FROM registry_write w LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq ORDER BY w.seq`);
    const stored = new Map(rows.map(({ seq, version }) => [seq, version]));
    for (const [id, version] of acknowledged) expect(stored.get(id)).toBe(version);
    expect(rows.filter(({ audited }) => audited !== 1)).toEqual([]);
    expect(inService).toBe(rows.findLast(({ kind }) => kind === 'ALIAS_SET')?.version);
    const versions = rows.filter(({ kind }) => kind === 'VERSION_REGISTERED').map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(await new AuditLog(new PostgresAuditSink(dataSource)).verifyChain()).toMatchObject({ kind: 'intact' });
    await close();
    console.log(
      `${acknowledged.length} moves and ${registered.size} versions acknowledged, ${rows.length} writes stored`,
    );
  },
);

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { storeEntities } from '#test/store-entities';
import { type Json } from '#test/json';

const CYCLES = 3;
const MODEL = 'demo-dense-focus';
const SET = `mutation Set($version: String!, $expected: String) {
  setAlias(model: "${MODEL}", alias: "crash", version: $version, expectedVersion: $expected) { outcome isInService write { id } } }`;
const ALIAS = `{ registeredModels(first: 100) { nodes { name aliases { alias version } } } }`;

const bench = new GatewayBench();
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

it(
  'a gateway that is killed while aliases are moved comes back with every acknowledged write, each with its audit row',
  { timeout: 300_000 },
  async () => {
    const acknowledged: Acknowledged[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const gateway = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
      const before = acknowledged.length;
      const moving = moveUntilKilled(gateway, await currentVersion(gateway), acknowledged);
      await until(() => acknowledged.length > before);
      await sleep(Math.random() * 300);
      await gateway.signal('SIGKILL');
      await moving;
    }
    const last = await bench.start({ TESSERA_DATA_DIR: dataDir, TESSERA_MODEL_SERVER: 'none' });
    const inService = await currentVersion(last);
    expect(await last.stop()).toEqual({ code: 0, signal: null });
    expect(acknowledged.length).toBeGreaterThanOrEqual(CYCLES);

    const shared = { entities: storeEntities, migrations, log: () => undefined };
    const { dataSource, close } = await openDatabase({ kind: 'embedded', dataDir, ...shared });
    const rows: Json[] = await dataSource.query(`SELECT w.seq::text AS seq, w.version, count(a.seq)::int AS audited
      FROM registry_write w LEFT JOIN audit_record a ON a.request_id = w.request_id GROUP BY w.seq ORDER BY w.seq`);
    const stored = new Map(rows.map(({ seq, version }) => [seq, version]));
    for (const [id, version] of acknowledged) expect(stored.get(id)).toBe(version);
    expect(rows.filter(({ audited }) => audited !== 1)).toEqual([]);
    expect(inService).toBe(rows.at(-1)?.version);
    expect(await new AuditLog(new PostgresAuditSink(dataSource)).verifyChain()).toMatchObject({ kind: 'intact' });
    await close();
    console.log(`${acknowledged.length} acknowledged of ${rows.length} stored`);
  },
);

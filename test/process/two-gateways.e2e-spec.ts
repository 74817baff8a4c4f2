import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#libs/database';
import {
  AddSlideDocument,
  JobDocument,
  ModelVersionDocument,
  PrepareFeaturesDocument,
  RegisterModelVersionDocument,
  SlidesDocument,
} from '#libs/client';
import { migrations } from '#migrations';
import { AuditLog, PostgresAuditSink } from '#gateway/audit';
import { GatewayBench, until, type RunningGateway } from '#test/gateway-process';
import { createTestDatabase, postgresForTests } from '#test/postgres';
import { makeRegistrable, NAME } from '#test/registrable';
import { CHALLENGER, CHAMPION, ENCODER, predict } from '#test/slide-world';
import { storeEntities } from '#test/store-entities';

const postgres = await postgresForTests();
const bench = new GatewayBench();
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let environment: Readonly<Record<string, string>>;
let api: RunningGateway;

const start = (role: 'api' | 'worker'): Promise<RunningGateway> => bench.start({ ...environment, TESSERA_ROLE: role });

describe.skipIf('skip' in postgres)('two gateways on one PostgreSQL', () => {
  beforeAll(async () => {
    if ('skip' in postgres) return;
    database = await createTestDatabase(postgres.url);
    const folder = await bench.folder();
    environment = {
      TESSERA_DATABASE_URL: database.url,
      TESSERA_DATA_DIR: folder,
      TESSERA_BLOB_URL: pathToFileURL(join(folder, 'shared')).href,
    };
  });

  afterAll(async () => {
    await bench.close();
    await database?.drop();
  });

  it('start at the same moment on an empty database, both answer, and both say what the store promises', async () => {
    const [first, second] = await Promise.all([start('api'), start('worker')]);
    api = first;
    for (const gateway of [first, second]) {
      expect((await gateway.client.request(SlidesDocument, { first: 1 })).slideCatalog.totalCount).toBe(0);
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
      const promises = gateway.log.filter(({ msg }) => msg?.startsWith('PostgreSQL at '));
      expect(promises).toEqual([expect.objectContaining({ msg: expect.stringContaining('synchronous_commit on') })]);
    }
    expect(await second.stop()).toEqual({ code: 0, signal: null });
  });

  it('share the queue: what one takes in, a worker does, and either reads the result', async () => {
    const { addSlide } = await api.client.request(AddSlideDocument, { input: { path: 'CMU-1-Small-Region.svs' } });
    const input = { slideId: addSlide.id, encoder: ENCODER };
    const { prepareFeatures } = await api.client.request(PrepareFeaturesDocument, { input });
    await sleep(2_500);
    const { job: waiting } = await api.client.request(JobDocument, { id: prepareFeatures.id });
    expect(waiting?.state).toBe('QUEUED');

    const worker = await start('worker');
    const job = await api.client.waitForJob(prepareFeatures.id, { pollMs: 100 });
    expect(job.featureBag?.tileCount).toBe(39);
    const [here, there] = await Promise.all([
      predict(api, addSlide.id, CHAMPION),
      predict(worker, addSlide.id, CHALLENGER),
    ]);
    expect([here.targets[0]?.call, there.targets[0]?.call]).toEqual(['OUT_OF_DOMAIN', 'OUT_OF_DOMAIN']);
    const again = await predict(worker, addSlide.id, CHAMPION);
    expect(again.provenance).toMatchObject({ answerId: here.provenance.answerId, isReused: true });
    expect(again.targets).toEqual(here.targets);
  });

  it('share what is registered: a worker copies it to the shared file system, and the other serves by it', async () => {
    const { digest } = await makeRegistrable(join(environment['TESSERA_DATA_DIR'] ?? '', 'models/focus'), '1');
    const asked = { directory: 'focus', dryRun: false };
    const { registerModelVersion } = await api.client.request(RegisterModelVersionDocument, asked);
    const { registration } = await api.client.waitForJob(registerModelVersion.id, { pollMs: 50 });
    expect(registration).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    const ref = `local:${NAME}/1`;
    const look = () => api.client.request(ModelVersionDocument, { ref }).catch(() => null);
    await until(async () => (await look()) !== null);
    expect((await look())?.modelVersion).toMatchObject({ ref, digest, calibrations: [{ retiredAt: null }] });
  });

  it('keep one audit chain', async () => {
    const { dataSource, close } = await openDatabase({
      kind: 'postgres',
      url: database.url,
      entities: storeEntities,
      migrations,
      log: () => undefined,
    });
    const verdict = await new AuditLog(new PostgresAuditSink(dataSource)).verifyChain();
    await close();
    expect(verdict).toMatchObject({ kind: 'intact', rows: expect.any(Number) });
  });
});

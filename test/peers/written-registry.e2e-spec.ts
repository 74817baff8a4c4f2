import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database } from '#libs/database';
import { MlflowClient, MlflowWriter } from '#libs/mlflow-client';
import {
  ManagedVersions,
  MlflowSource,
  ModelRegistry,
  parseModelRef,
  recordDigest,
  RegistryWriter,
  ThroughSource,
  ThroughWriter,
} from '#model-registry';
import { StoredJournal, StoredOutbox } from '#gateway/registry-journal';
import { projectRoot } from '#test/gateway-process';
import { mlflowKinds } from '#test/mlflow-kinds';
import { MlflowRest } from '#test/mlflow-rest';
import type { MlflowServer } from '#test/mlflow-server';
import { publish, publisherPython } from '#test/publisher';
import { reasonToSkip } from '#test/skip-without';
import { storeKinds, type TestStore } from '#test/stores';
import { OPTIONS, recordFor, SHIPPED, WRITER } from '#test/written-registry';

const MODELS = join(projectRoot, 'model-registry/models');
const MODEL = 'demo-dense-focus';
const V2 = `site:${MODEL}/2`;
const PASSWORD = 'long enough, surely';
const { signal } = new AbortController();

const noPublisher = await reasonToSkip('publish.py', () => publisherPython());
const kinds = mlflowKinds.map((kind) => ({ ...kind, skip: kind.skip ?? noPublisher }));

describe.each(kinds)('writes through to MLflow $release', { timeout: 180_000 }, ({ skip, start }) => {
  let server: MlflowServer;
  let store: TestStore;
  let database: Database;
  let folder: string;
  let client: MlflowClient;
  let direct: MlflowWriter;
  let registry: ModelRegistry;
  let writer: RegistryWriter;
  let rest: MlflowRest;

  beforeAll(async () => {
    if (skip !== undefined) return;
    const [embedded] = storeKinds;
    if (!embedded) throw new Error('there is no embedded store');
    [server, store] = await Promise.all([start(), embedded.create()]);
    database = await store.open();
    folder = await mkdtemp(join(tmpdir(), 'tessera-through-'));
    rest = new MlflowRest(server.url);
    client = new MlflowClient({ url: server.url, timeoutMs: 30_000 });
    direct = new MlflowWriter({ url: server.url, timeoutMs: 30_000 });
    for (const version of ['1', '2']) await send('version', join(MODELS, MODEL, version));
    await open();
  }, 240_000);

  afterAll(async () => {
    if (skip !== undefined) return;
    await registry?.close();
    client?.close();
    direct?.close();
    await database?.close();
    await Promise.all([server?.stop(), store?.remove()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function send(...args: readonly string[]): Promise<string> {
    const { code, progress } = await publish(await publisherPython(), [...args, '--tracking-uri', server.url]);
    expect(code, progress).toBe(0);
    return progress;
  }

  async function open(): Promise<void> {
    const journal = new StoredJournal(Promise.resolve(database.dataSource));
    const through = new ThroughWriter(journal, new StoredOutbox(Promise.resolve(database.dataSource), journal));
    const target = { writer: direct, settleAfterMs: 0 };
    const source = new MlflowSource({ id: 'site', client, cacheDir: folder, pollMs: 0, server: target });
    registry = await ModelRegistry.open({ sources: [new ThroughSource(source, journal)] }, signal);
    await registry.reload(signal);
    const managed = await ManagedVersions.open(join(folder, 'registered'), []);
    writer = new RegistryWriter(registry, { journal, managed, through });
  }

  const move = (alias: string, version: string | null, expectedVersion: string | null) =>
    writer.moveAlias({ model: MODEL, alias, version, expectedVersion }, OPTIONS, WRITER, signal);

  it.skipIf(skip)('moves and removes an alias, and refuses when the server has another version', async () => {
    expect(await move('champion', '1', null)).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await move('champion', '2', '1')).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await rest.aliases(MODEL)).toEqual({ champion: '2' });
    await expect(move('champion', '1', '1')).rejects.toMatchObject({
      code: 'CONFLICT',
      facts: { currentVersion: '2' },
    });
    expect(await move('champion', null, '2')).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await rest.aliases(MODEL)).toEqual({});
  });

  it.skipIf(skip)('sets and takes off tags and the description', async () => {
    const notes = () => registry.snapshot().models.find(({ name }) => name === MODEL)?.notes;
    const tag = (value: string | null) =>
      writer.setTag({ model: MODEL, key: 'site/stage', value }, OPTIONS, WRITER, signal);
    const describe = (description: string | null) =>
      writer.setDescription({ model: MODEL, description }, OPTIONS, WRITER, signal);
    expect(await tag('pilot')).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await describe('Für die Färbung „HE“.')).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(notes()).toMatchObject({
      tags: [{ key: 'site/stage', value: 'pilot', by: WRITER.caller }],
      description: 'Für die Färbung „HE“.',
    });
    expect(await tag(null)).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await describe(null)).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(notes()).toEqual({ tags: [], description: null });
  });

  it.skipIf(skip)('adds a record that publish.py takes for its own, and retires it', async () => {
    const record = await recordFor('site-a', 'a');
    const add = () => writer.addCalibration({ model: V2, record }, OPTIONS, WRITER, signal);
    expect(await add()).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await add()).toMatchObject({ outcome: 'UNCHANGED' });
    expect(JSON.parse(String(await rest.artifact(MODEL, '2', 'tessera/calibrations/site-a.json')))).toEqual(record);
    const tags = async () => (await rest.versions(MODEL)).find(({ version }) => version === '2')?.tags;
    expect((await tags())?.['tessera.calibration.site-a']).toBe(recordDigest(record));
    for (const id of ['site-a', SHIPPED]) {
      const retire = { model: V2, id, reason: 'New scanner.' };
      expect(await writer.retireCalibration(retire, OPTIONS, WRITER, signal)).toMatchObject({ isInService: true });
    }
    const { calibrations } = registry.snapshot().resolve(parseModelRef(V2));
    expect(calibrations.map(({ record: { id }, retirement }) => [id, retirement?.reason])).toEqual([
      [SHIPPED, 'New scanner.'],
      ['site-a', 'New scanner.'],
    ]);
    expect(await send('retire', 'site-a', '--model', MODEL, '--version', '2')).toContain('was retired at');
  });
});

describe('MLflow with a login', () => {
  const [{ skip, start }] = mlflowKinds;
  let server: MlflowServer;
  const writers: MlflowWriter[] = [];

  beforeAll(async () => {
    if (skip === undefined) server = await start({ basicAuth: { password: PASSWORD } });
  });
  afterAll(async () => {
    for (const each of writers) each.close();
    await server?.stop();
  });

  it.skipIf(skip)('is written to by whoever may, and says no to whoever may only read', async () => {
    const rest = new MlflowRest(server.url, `Basic ${Buffer.from(`admin:${PASSWORD}`).toString('base64')}`);
    await rest.createModel('focus');
    await rest.createUser('reader', PASSWORD);
    const [admin, reader] = ['admin', 'reader'].map((username) => {
      const credentials = { kind: 'basic', username, password: PASSWORD } as const;
      return new MlflowWriter({ url: server.url, credentials, timeoutMs: 30_000 });
    });
    if (!admin || !reader) throw new Error('there are two');
    writers.push(admin, reader);
    const place = { kind: 'MODEL_TAG', name: 'focus', key: 'stage' } as const;
    expect(await admin.write(place, 'pilot', signal)).toEqual({ kind: 'DONE' });
    expect(await reader.read(place, signal)).toBe('pilot');
    expect(await reader.write(place, 'use', signal)).toMatchObject({ kind: 'REFUSED', status: 403 });
    const alias = { kind: 'ALIAS', name: 'focus', alias: 'champion' } as const;
    expect(await reader.write(alias, '1', signal)).toMatchObject({ kind: 'REFUSED', status: 403 });
    expect(await admin.read(place, signal)).toBe('pilot');
  });
});

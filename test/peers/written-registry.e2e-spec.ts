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
  openPackage,
  parseModelRef,
  recordDigest,
  RegistryWriter,
  ThroughSource,
  ThroughWriter,
  VersionRegistrar,
} from '#model-registry';
import { StoredJournal, StoredOutbox } from '#gateway/registry-journal';
import { projectRoot } from '#test/gateway-process';
import { mlflowKinds } from '#test/mlflow-kinds';
import { MlflowRest } from '#test/mlflow-rest';
import type { MlflowServer } from '#test/mlflow-server';
import { publish, publisherPython, runPython } from '#test/publisher';
import { makeRegistrable, NAME } from '#test/registrable';
import { reasonToSkip } from '#test/skip-without';
import { storeKinds, type TestStore } from '#test/stores';
import { OPTIONS, recordFor, SHIPPED, WRITER } from '#test/written-registry';

const MODELS = join(projectRoot, 'model-registry/models');
const MODEL = 'demo-dense-focus';
const V2 = `site:${MODEL}/2`;
const PASSWORD = 'long enough, surely';
const { signal } = new AbortController();

// What a user of MLflow has beside its client to run a model.
const runtime = ['pandas==2.3.3', 'onnxruntime==1.23.2'];
const noPublisher = await reasonToSkip('publish.py', () => publisherPython());
const noRuntime = await reasonToSkip('ONNX Runtime for MLflow', () => publisherPython(...runtime));
const kinds = mlflowKinds.map((kind) => ({ ...kind, skip: kind.skip ?? noPublisher ?? noRuntime }));

// Reads a version as anybody does who knows MLflow and not us, and runs the file that was registered beside it.
const READ = `
import json, sys
import mlflow, numpy as np, onnxruntime
server, path = sys.argv[1:]
mlflow.set_tracking_uri(server)
uri = "models:/site-focus/1"
model = mlflow.models.Model.load(uri)
tiles = {t.name: t for t in model.signature.inputs}
session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
name, tensor = next(iter(tiles.items()))
given = np.random.default_rng(0).standard_normal([2 if n < 0 else n for n in tensor.shape]).astype(tensor.type)
own = session.run([o.name for o in model.signature.outputs], {name: given})
predicted = mlflow.pyfunc.load_model(uri).predict({name: given})
print(json.dumps({
    "flavours": sorted(model.flavors),
    "same": all(np.array_equal(predicted[o.name], v) for o, v in zip(model.signature.outputs, own)),
    "nodes": len(mlflow.onnx.load_model(uri).graph.node),
}))
`;

describe.each(kinds)('writes through to MLflow $release', { timeout: 180_000 }, ({ skip, start }) => {
  let server: MlflowServer;
  let store: TestStore;
  let database: Database;
  let folder: string;
  let client: MlflowClient;
  let direct: MlflowWriter;
  let registry: ModelRegistry;
  let writer: RegistryWriter;
  let registrar: VersionRegistrar;
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
    const places = { journal, managed, through };
    writer = new RegistryWriter(registry, places);
    registrar = new VersionRegistrar(registry, places);
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

  const tools = { signal, onBytes: () => undefined };
  const register = async (directory: string, expectedVersion?: string | null) => {
    const asked = { source: 'site', package: await openPackage(directory), expectedVersion };
    return registrar.register(asked, OPTIONS, WRITER, tools);
  };

  it.skipIf(skip)('registers a version that MLflow loads, and that publish.py takes for its own', async () => {
    const one = join(folder, 'one');
    const { digest } = await makeRegistrable(one, '1');
    expect(await register(one, null)).toMatchObject({ outcome: 'WRITTEN', isInService: true });
    expect(await register(one, null)).toMatchObject({ outcome: 'UNCHANGED', isInService: true });
    const [listed, ...more] = await rest.versions(NAME);
    expect([listed?.tags['tessera.digest'], more]).toEqual([digest, []]);
    const { calibrations } = registry.snapshot().resolve(parseModelRef(`site:${NAME}/1`));
    expect(calibrations.map(({ record }) => record.id)).toEqual([SHIPPED]);
    const read = await runPython(await publisherPython(...runtime), READ, [server.url, join(one, 'model.onnx')], {});
    expect(read).toMatchObject({ flavours: ['onnx', 'python_function', 'tessera'], same: true });
    expect(read.nodes).toBeGreaterThan(1);
    expect(await send('version', one)).toContain(`version 1 of ${NAME} has this content already`);
  });

  it.skipIf(skip)('refuses a number that the server does not give, before and after it was given', async () => {
    const [two, nine] = [join(folder, 'two'), join(folder, 'nine')];
    await makeRegistrable(two, '2');
    await makeRegistrable(nine, '9', (card) => void (card.identity.title = 'Ninth'));
    // A content has one number, which is 1.
    await expect(register(two)).rejects.toMatchObject({ code: 'CONFLICT', facts: { sameAs: '1' } });
    await expect(register(nine)).rejects.toMatchObject({ code: 'CONFLICT', facts: { nextVersion: '2' } });
    await makeRegistrable(two, '2', (card) => void (card.identity.title = 'Second'));
    await rest.burnVersion(NAME, '1');
    const facts = { version: '2', givenVersion: '3' };
    await expect(register(two)).rejects.toMatchObject({ code: 'CONFLICT', facts });
    expect((await rest.versions(NAME)).map(({ version }) => version)).toEqual(['1']);
    expect(registry.snapshot().sources[0]?.quarantined).toEqual([]);
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

import { MlflowClient } from '#libs/mlflow-client';
import { localSources, MlflowSource, ModelRegistry, parseModelRef, type RegistrySnapshot } from '#model-registry';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { mlflowKinds } from '#test/mlflow-kinds';
import { publisherPython } from '#test/publisher';
import { reasonToSkip } from '#test/skip-without';
import { startWarmPublisher, type WarmPublisher } from '#test/warm-publisher';

const MODELS = join(projectRoot, 'model-registry/models');
const REFS = ['demo-lite0/1', 'demo-dense-focus/1', 'demo-dense-focus/2'];
const RECORD = 'demo-dense-focus-1-platt-resection';
const { signal } = new AbortController();

const noPublisher = await reasonToSkip('publish.py', () => publisherPython());
const kinds = mlflowKinds.map((kind) => ({ ...kind, skip: kind.skip ?? noPublisher }));

let publisher: WarmPublisher | undefined;
const runPublish: WarmPublisher['publish'] = async (args) => (publisher ??= await startWarmPublisher()).publish(args);
afterAll(() => publisher?.close());

describe.each(kinds)('the registry, publish.py and MLflow $release', { timeout: 180_000 }, ({ skip, shared }) => {
  let url: string;
  let folder: string;
  let client: MlflowClient;
  let source: MlflowSource;
  let registry: ModelRegistry;

  beforeAll(async () => {
    if (skip !== undefined) return;
    url = await shared();
    folder = await mkdtemp(join(tmpdir(), 'tessera-publish-test-'));
    client = new MlflowClient({ url, timeoutMs: 30_000 });
    source = new MlflowSource({ id: 'site', client, cacheDir: join(folder, 'cache'), pollMs: 0 });
    registry = await ModelRegistry.open({ sources: [source, ...localSources([MODELS])] }, signal);
  });

  afterAll(async () => {
    if (skip !== undefined) return;
    await registry.close();
    client.close();
    await rm(folder, { recursive: true });
  });

  const send = async (...args: readonly string[]): Promise<void> => {
    const { code, progress } = await runPublish([...args, '--tracking-uri', url]);
    expect(code, progress).toBe(0);
  };

  const read = async (): Promise<RegistrySnapshot> => {
    source.lookAtEverything();
    await registry.reload(signal);
    return registry.snapshot();
  };

  const records = async (): Promise<readonly string[]> => {
    const { calibrations } = (await read()).resolve(parseModelRef('site:demo-dense-focus/1'));
    return calibrations.map(({ record, retiredAt }) => (retiredAt === null ? record.id : `${record.id} (retired)`));
  };

  it.skipIf(skip)('has the versions with the digests, records and aliases of the directory', async () => {
    for (const ref of REFS) await send('version', join(MODELS, ref), '--alias', 'champion');
    const snapshot = await read();
    expect(snapshot.sources[0]).toMatchObject({ id: 'site', state: 'FRESH', counts: { versions: 3, quarantined: 0 } });
    for (const ref of REFS) {
      const [published, local] = ['site', 'local'].map((id) => snapshot.resolve(parseModelRef(`${id}:${ref}`)));
      expect(published?.digest).toBe(local?.digest);
      expect(published?.card).toEqual(local?.card);
      expect(published?.calibrations.map(({ digest }) => digest)).toEqual(
        local?.calibrations.map(({ digest }) => digest),
      );
    }
    expect(snapshot.resolve(parseModelRef('site:demo-dense-focus@champion')).version).toBe('2');
  });

  it.skipIf(skip)('gets a record that is published later, and shows what is retired', async () => {
    const path = join(folder, 'late.json');
    const text = await readFile(join(MODELS, `demo-dense-focus/1/calibrations/${RECORD}.json`), 'utf8');
    const stratum = { specimen: 'BIOPSY', scanner: null, site: null };
    await writeFile(path, JSON.stringify({ ...JSON.parse(text), id: 'late', stratum }));
    await send('calibration', path);
    expect(await records()).toEqual([RECORD, 'late']);
    for (const id of ['late', RECORD]) {
      await send('retire', id, '--model', 'demo-dense-focus', '--version', '1');
    }
    expect(await records()).toEqual([`${RECORD} (retired)`, 'late (retired)']);
  });
});

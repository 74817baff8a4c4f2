import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import { parseModelConfig } from '#libs/inference-protocol';
import { DEMO_MODELS, openTestGateway, type TestGateway } from '#test/open-test-gateway';
import { runCli, type CliResult } from '#test/run-cli';
import { storeKinds } from '#test/stores';
import { startServer } from '../model-server/start-server.js';

const keys = { 'main-ann': ['ADMINISTRATOR'], 'main-op': ['OPERATOR'] } as const;

describe('tessera models export', () => {
  let gateway: TestGateway;
  let folder: string;

  const run = (...args: readonly string[]): Promise<CliResult> =>
    runCli(['models', 'export', ...args], { TESSERA_URL: gateway.gateway.url, TESSERA_API_KEY: 'main-ann-key' });

  beforeAll(async () => {
    const [store] = storeKinds;
    if (!store) throw new Error('There is no kind of store.');
    gateway = await openTestGateway(store, { keys, modelServers: [] });
    folder = await mkdtemp(join(tmpdir(), 'tessera-export-'));
  });
  afterAll(async () => {
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('writes all versions as a repository that a server loads, and says how they are placed', async () => {
    const { code, stdout, stderr } = await run('--format', 'triton', folder);
    expect(code, stderr).toBe(0);
    // An ensemble and an alignment run in their members' files.
    expect(stdout).toMatch(/local:demo-her2st-expr\/1: it has no ONNX file of its own/);
    expect(stdout).toContain('{"model":"local:demo-lite0/1","as":{"name":"demo-lite0","version":"1"}}');
    expect(stdout).toContain('"as":{"name":"demo-dense-focus-v2","version":"2"}');
    expect(await readdir(folder)).toContain('demo-dense-focus-v1');
    const bytes = await readFile(join(folder, 'demo-lite0/1/model.onnx'));
    expect(bytes.equals(await readFile(join(DEMO_MODELS, 'demo-lite0/1/model.onnx')))).toBe(true);
    const config = parseModelConfig(await readFile(join(folder, 'demo-lite0/config.pbtxt'), 'utf8'));
    expect(config).toMatchObject({ maxBatchSize: 0, versionPolicy: { kind: 'all' }, notes: [] });

    const server = await startServer('--models', folder);
    const client = new InferenceClient({ id: 'exported', url: server.url });
    try {
      expect(await client.modelReady('demo-lite0', '1')).toBe(true);
      expect(await client.modelReady('demo-dense-focus-v2', '2')).toBe(true);
    } finally {
      await client.close();
      await server.stop();
    }
  });

  it('fetches what is missing or damaged, and nothing else', async () => {
    const [kept, damaged] = ['demo-lite0/1/model.onnx', 'demo-dense-focus-v1/1/model.onnx'].map((path) =>
      join(folder, path),
    );
    if (!kept || !damaged) throw new Error('There are two files.');
    const before = await stat(kept);
    await writeFile(damaged, 'half a model');
    expect((await run(folder)).code).toBe(0);
    expect((await stat(kept)).mtimeMs).toBe(before.mtimeMs);
    expect((await readFile(damaged)).equals(await readFile(join(DEMO_MODELS, 'demo-dense-focus/1/model.onnx')))).toBe(
      true,
    );
  });

  it('is for administrators, and knows its options', async () => {
    const env = { TESSERA_URL: gateway.gateway.url, TESSERA_API_KEY: 'main-op-key' };
    const other = await mkdtemp(join(tmpdir(), 'tessera-export-'));
    const refused = await runCli(['models', 'export', other, 'demo-lite0/1'], env);
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/Not written:\n +local:demo-lite0\/1: .*ADMINISTRATOR/);
    expect(await readdir(other)).toEqual([]);
    await rm(other, { recursive: true });
    expect((await run(folder, '--format', 'onnx')).code).toBe(2);
    expect((await run(folder, 'no-such-model/1', '--json')).stderr).toContain('MODEL_NOT_FOUND');
  });
});

import { appendFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goodModels, slowInputs, startServer, until, type ServerProcess } from './start-server.js';

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly state: string;
  readonly reason?: string;
}

let folder = '';
let models = '';
let server: ServerProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-models-'));
  models = join(folder, 'models');
  // The directory is not there yet.
  server = await startServer('--models', models, '--model-control-mode', 'poll', '--repository-poll-secs', '1');
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  expect(server.stderr()).not.toContain('a bug');
  await rm(folder, { recursive: true });
});

const post = (path: string, body: unknown = {}, of = server): Promise<Response> =>
  fetch(of.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const control = (name: string, action: 'load' | 'unload', of = server): Promise<Response> =>
  post(`/v2/repository/models/${name}/${action}`, {}, of);
async function index(name: string, of = server): Promise<readonly Entry[]> {
  const entries: readonly Entry[] = JSON.parse(await (await post('/v2/repository/index', {}, of)).text());
  return entries.filter((entry) => entry.name === name);
}
const states = async (name: string): Promise<readonly string[]> =>
  (await index(name)).map(({ version, state }) => `${version} ${state}`);
const one = { inputs: [{ name: 'X', datatype: 'FP32', shape: [1], data: [5] }] };
async function ask(path: string): Promise<{ readonly version: string; readonly y: number; readonly status: number }> {
  const response = await post(`/v2/models/${path}/infer`, one);
  const answer = JSON.parse(await response.text());
  return { status: response.status, version: answer.model_version, y: answer.outputs?.[0].data[0] };
}

/** Puts a version of a good model into the directory at once, as a release does. */
async function publish(from: string, name: string, version: string): Promise<void> {
  const draft = await mkdtemp(join(folder, 'draft-'));
  await cp(join(goodModels, from, 'model.onnx'), join(draft, 'model.onnx'));
  await mkdir(join(models, name), { recursive: true });
  await rename(draft, join(models, name, version));
}

describe('a directory that is polled', () => {
  it('may come later, and its versions are served within seconds', async () => {
    expect(server.line).toContain('(0 models, 0 versions)');
    await publish('two-versions/9', 'linear', '1');
    const startedAt = performance.now();
    await until(async () => (await ask('linear')).status === 200);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await ask('linear')).toEqual({ status: 200, version: '1', y: 10 });
  });

  it('is asked without a stop while versions come and go: no request fails, and each names who answered', async () => {
    const seen = new Map<string, Set<number>>();
    const isOver = new AbortController();
    const traffic = Array.from({ length: 4 }, async () => {
      while (!isOver.signal.aborted) {
        const { status, version, y } = await ask('linear');
        expect(status).toBe(200);
        seen.set(version, (seen.get(version) ?? new Set()).add(y));
      }
    });
    await publish('two-versions/10', 'linear', '2');
    await until(() => seen.has('2'));
    // Gone from the disk: the lower one answers again.
    await rm(join(models, 'linear', '2'), { recursive: true });
    await until(async () => (await ask('linear')).version === '1');
    await publish('two-versions/10', 'linear', '3');
    await until(() => seen.has('3'));
    isOver.abort();
    await Promise.all(traffic);
    expect(seen).toEqual(
      new Map([
        ['1', new Set([10])],
        ['2', new Set([16])],
        ['3', new Set([16])],
      ]),
    );
    expect((await post('/v2/models/linear/versions/2/infer', one)).status).toBe(404);
  });

  it('says why a version failed and disturbs no other; the version is served when its file is whole', async () => {
    const whole = await readFile(join(goodModels, 'two-versions/9/model.onnx'));
    await mkdir(join(models, 'linear', '4'));
    // Half a copy, and nobody writes to it for a while.
    await writeFile(join(models, 'linear', '4', 'model.onnx'), whole.subarray(0, whole.length - 30));
    await until(async () => (await states('linear')).includes('4 UNAVAILABLE'));
    expect((await index('linear')).at(-1)).toMatchObject({
      version: '4',
      reason: expect.stringContaining('truncated'),
    });
    expect(await ask('linear')).toEqual({ status: 200, version: '3', y: 16 });
    expect((await fetch(`${server.url}/v2/models/linear/versions/4/ready`)).status).toBe(503);
    await appendFile(join(models, 'linear', '4', 'model.onnx'), whole.subarray(whole.length - 30));
    await until(async () => (await ask('linear')).version === '4');
  });

  it('keeps what it loaded when a file is overwritten by what is no model, and says so', async () => {
    await writeFile(join(models, 'linear', '4', 'model.onnx'), 'no model');
    await until(async () => (await index('linear')).at(-1)?.reason !== undefined);
    expect((await index('linear')).at(-1)).toMatchObject({
      state: 'READY',
      reason: expect.stringContaining('changed'),
    });
    expect(await ask('linear/versions/4')).toEqual({ status: 200, version: '4', y: 10 });
    // Another model is no better: who relies on the digest would not be told. Only a load takes it.
    await cp(join(goodModels, 'two-versions/10/model.onnx'), join(models, 'linear', '4', 'model.onnx'));
    await until(async () => (await index('linear')).at(-1)?.reason?.includes('another file was served') === true);
    expect(await ask('linear/versions/4')).toEqual({ status: 200, version: '4', y: 10 });
    expect((await control('linear', 'load')).status).toBe(200);
    expect(await ask('linear/versions/4')).toEqual({ status: 200, version: '4', y: 16 });
    expect((await index('linear')).at(-1)).toEqual({ name: 'linear', version: '4', state: 'READY' });
    await rm(join(models, 'linear', '4'), { recursive: true });
    await until(async () => (await states('linear')).length === 2);
  });
});

describe('load and unload', () => {
  it('unload answers the requests that came before, refuses the next, and stays unloaded until a load', async () => {
    await publish('slow/1', 'slow', '1');
    await until(async () => (await states('slow')).includes('1 READY'));
    const inputs = slowInputs(30_000).map((tensor) => ({ ...tensor, data: [...tensor.data].map(Number) }));
    const running = post('/v2/models/slow/infer', { inputs });
    await wait(100);
    expect((await control('slow', 'unload')).status).toBe(200);
    expect(await states('slow')).toEqual(['1 UNLOADING']);
    expect((await post('/v2/models/slow/infer', { inputs })).status).toBe(503);
    const answer = await running;
    expect([answer.status, (JSON.parse(await answer.text()).outputs[0].data as unknown[]).length]).toEqual([200, 2304]);
    await until(async () => (await states('slow')).includes('1 UNAVAILABLE'));
    // Two looks at the directory, in which it still is.
    await wait(2_200);
    expect(await index('slow')).toEqual([{ name: 'slow', version: '1', state: 'UNAVAILABLE', reason: 'unloaded' }]);
    expect((await control('slow', 'load')).status).toBe(200);
    expect(await states('slow')).toEqual(['1 READY']);
  });

  it('load finds a new model at once; what is unknown, broken or by a parameter is refused', async () => {
    await publish('log/1', 'fresh', '7');
    expect((await control('fresh', 'load')).status).toBe(200);
    expect((await fetch(`${server.url}/v2/models/fresh/versions/7/ready`)).status).toBe(200);
    expect((await control('nobody', 'load')).status).toBe(404);
    expect((await control('nobody', 'unload')).status).toBe(404);
    await mkdir(join(models, 'fresh', '8'));
    await writeFile(join(models, 'fresh', '8', 'model.onnx'), 'no model');
    const broken = await control('fresh', 'load');
    expect([broken.status, await broken.json()]).toEqual([
      400,
      { error: 'version 8 was not loaded: model.onnx is not an ONNX model, or is truncated' },
    ]);
    const override = await post('/v2/repository/models/fresh/load', { parameters: { config: '{}' } });
    expect([override.status, await override.json()]).toEqual([501, { error: expect.stringContaining('parameter') }]);
  });
});

describe('a server with other rules', () => {
  const others: ServerProcess[] = [];
  afterEach(async () => {
    for (const other of others.splice(0)) await other.stop();
  });
  const start = async (...args: readonly string[]): Promise<ServerProcess> => {
    const other = await startServer('--models', goodModels, '--workers', '1', ...args);
    others.push(other);
    return other;
  };

  it('none: nothing changes; --load-model: only that', async () => {
    const other = await start('--model-control-mode', 'none', '--load-model', 'mean');
    expect((await control('mean', 'unload', other)).status).toBe(501);
    expect(await index('pair', other)).toMatchObject([{ state: 'UNAVAILABLE', reason: 'unloaded' }]);
    expect(await index('mean', other)).toMatchObject([{ state: 'READY' }]);
  });

  it('loads no more than its memory budget, says so, and has room again after an unload', async () => {
    const other = await start('--memory-budget-mib', '2', '--load-model', 'mean');
    expect((await control('pair', 'load', other)).status).toBe(400);
    expect(await index('pair', other)).toMatchObject([
      { reason: expect.stringContaining('the memory budget of 2 MiB') },
    ]);
    await control('mean', 'unload', other);
    await until(async () => (await index('mean', other))[0]?.state === 'UNAVAILABLE');
    expect((await control('pair', 'load', other)).status).toBe(200);
  });
});

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferenceClient } from '#libs/inference-client';
import type { Tensor } from '#libs/inference-protocol';
import { goodModels, slowInputs, startServer, until, type ServerProcess } from './start-server.js';

let folder = '';
let server: ServerProcess;
let client: InferenceClient;
const limits = () => ({ signal: new AbortController().signal, timeoutMs: 20_000 });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-models-'));
  for (const name of ['dense', 'slow', 'pair', 'tiles', 'mean', 'mixes-rows'])
    await cp(join(goodModels, name), join(folder, name), { recursive: true });
  const config = async (name: string, text: string): Promise<void> => {
    await cp(join(goodModels, 'dense'), join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'config.pbtxt'), text);
  };
  await config(
    'four',
    'max_batch_size: 4  # of these rows\nplatform: "onnxruntime_onnx" dynamic_batching { max_queue_delay_microseconds: 100 }',
  );
  await config(
    'narrow',
    'name: "narrow" max_batch_size: 8 input [{ name: "X" data_type: TYPE_FP32 dims: [ 64 ] }] output { name: "Y" data_type: TYPE_FP32 dims: 8 }',
  );
  await config('wrong-dims', 'input { name: "X" data_type: TYPE_FP32 dims: [ -1, 63 ] }');
  await config('no-pbtxt', 'max_batch_size = 4');
  await config('other-name', 'name: "dense"');
  await mkdir(join(folder, 'latest'));
  for (const version of ['1', '2', '10'])
    await cp(join(goodModels, 'dense/1'), join(folder, 'latest', version), { recursive: true });
  await writeFile(join(folder, 'latest', 'config.pbtxt'), 'version_policy: { latest { num_versions: 2 } }');
  server = await startServer('--models', folder, '--workers', '1', '--max-queue', '64');
  client = new InferenceClient({ id: 'local', url: server.url, maxInFlight: 64, maxQueued: 64 });
});
afterAll(async () => {
  await client.close();
  expect(await server.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

const vector = (seed: number, rows = 1): Tensor => ({
  name: 'X',
  datatype: 'FP32',
  shape: [rows, 64],
  data: Float32Array.from({ length: rows * 64 }, (_, i) => Math.sin(seed * 64 + i)),
});
async function infer(model: string, input: Tensor): Promise<readonly number[]> {
  const outputs = [{ name: 'Y', datatype: 'FP32', shape: [-1, 8] }] as const;
  const answer = await client.infer({ model: { name: model, version: null }, inputs: [input], outputs }, limits());
  return [...(answer.outputs.get('Y')?.data ?? [])].map(Number);
}
/** Keeps the only worker busy, so that what comes meanwhile waits. */
function occupy(): Promise<unknown> {
  const outputs = [{ name: 'Y', datatype: 'FP32', shape: [-1, -1] }] as const;
  return client.infer({ model: { name: 'slow', version: null }, inputs: slowInputs(6_000), outputs }, limits());
}
async function json(path: string): Promise<Record<string, unknown>> {
  return JSON.parse(await (await fetch(server.url + path)).text());
}
async function stats(model: string) {
  const { model_stats } = JSON.parse(await (await fetch(`${server.url}/v2/models/${model}/stats`)).text());
  return model_stats[0];
}

describe('rows of several requests', () => {
  it('run as one, each bit as alone', async () => {
    const alone: (readonly number[])[] = [];
    for (let i = 0; i < 20; i += 1) alone.push(await infer('dense', vector(i, 1 + (i % 3))));
    const before = await stats('dense');
    expect([before.inference_count, before.execution_count]).toEqual([39, 20]);
    const busy = occupy();
    const together = await Promise.all(alone.map((_, i) => infer('dense', vector(i, 1 + (i % 3)))));
    await busy;
    expect(together).toEqual(alone);
    const after = await stats('dense');
    expect(after.inference_count).toBe(78);
    // 39 rows, at most 32 at once, and perhaps some that came before the worker was busy.
    expect(after.execution_count - 20).toBeLessThanOrEqual(6);
    expect(Math.max(...after.batch_stats.map((batch: { batch_size: number }) => batch.batch_size))).toBeGreaterThan(8);
    expect(after.inference_stats.success.count).toBe(40);
  });

  it('never run as one where nothing calls the first dimension a batch', async () => {
    expect(await json('/v2/models/dense/config')).toHaveProperty('dynamic_batching');
    for (const name of ['pair', 'slow', 'mean'])
      expect(await json(`/v2/models/${name}/config`)).not.toHaveProperty('dynamic_batching');
  });

  it('never run as one where it changes the numbers, whatever the model calls them', async () => {
    expect(await json('/v2/models/mixes-rows')).toMatchObject({ inputs: [{ name: 'X', shape: [-1, 64] }] });
    expect(await json('/v2/models/mixes-rows/config')).not.toHaveProperty('dynamic_batching');
    const busy = occupy();
    const answers = await Promise.all([1, 2, 3].map((seed) => infer('mixes-rows', vector(seed))));
    await busy;
    // One row less its own mean.
    for (const answer of answers) expect(answer).toEqual(new Array<number>(8).fill(0));
    expect((await stats('mixes-rows')).execution_count).toBe(3);
  });

  it('are no more than max_batch_size, in one request and in one run', async () => {
    await expect(infer('four', vector(1, 5))).rejects.toMatchObject({ code: 'MODEL_REJECTED_INPUT' });
    const busy = occupy();
    await Promise.all(Array.from({ length: 16 }, (_, i) => infer('four', vector(i))));
    await busy;
    const { batch_stats } = await stats('four');
    const sizes = batch_stats.map((batch: { batch_size: number }) => batch.batch_size);
    expect(Math.max(...sizes)).toBe(4);
  });
});

describe('config.pbtxt', () => {
  it("is answered in Triton's names, dims without the batch dimension, and the wire has it", async () => {
    expect(await json('/v2/models/narrow/config')).toMatchObject({
      name: 'narrow',
      max_batch_size: 8,
      input: [{ name: 'X', data_type: 'TYPE_FP32', dims: [64] }],
      output: [{ name: 'Y', data_type: 'TYPE_FP32', dims: [8] }],
      version_policy: { all: {} },
    });
    expect((await json('/v2/models/narrow'))['inputs']).toEqual([{ name: 'X', datatype: 'FP32', shape: [-1, 64] }]);
    expect(await infer('narrow', vector(3, 2))).toEqual(await infer('dense', vector(3, 2)));
  });

  it('chooses versions, and what is wrong in it refuses the model with the line', async () => {
    await until(async () => (await fetch(`${server.url}/v2/models/latest/versions/2/ready`)).status === 200);
    expect((await fetch(`${server.url}/v2/models/latest/versions/1/ready`)).status).toBe(503);
    expect((await fetch(`${server.url}/v2/models/latest/versions/10/ready`)).status).toBe(200);
    const response = await fetch(`${server.url}/v2/repository/index`, { method: 'POST' });
    const entries: readonly { name: string; state: string; reason?: string }[] = JSON.parse(await response.text());
    const reasons = entries.filter(({ state }) => state !== 'READY').map(({ name, reason }) => [name, reason]);
    expect(Object.fromEntries(reasons)).toEqual({
      latest: 'its version policy does not serve it',
      'no-pbtxt': 'config.pbtxt: line 1: it is not Protocol Buffers text',
      'other-name': 'config.pbtxt: its name is not that of the directory',
      'wrong-dims': 'config.pbtxt disagrees with the model: input 0 of the model has another size in dims',
    });
    expect(server.stderr()).toContain(
      'note: four/config.pbtxt: line 2: dynamic_batching: max_queue_delay_microseconds has no effect here',
    );
  });
});

it('metrics are those of the statistics', async () => {
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  const { inference_count } = await stats('dense');
  expect(await response.text()).toContain(
    `tessera_model_server_inference_count_total{model="dense",version="1"} ${inference_count}\n`,
  );
});

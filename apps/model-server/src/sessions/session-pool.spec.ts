import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tensor } from '#libs/inference-protocol';
import { SessionPool, type Placement } from './session-pool.js';
import { SessionWorker } from './session-worker.js';

const file = (name: string): string =>
  fileURLToPath(new URL(`../../../../test/fixtures/models/${name}/1/model.onnx`, import.meta.url));
const pools: SessionPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function start(workers: number, maxQueued = 8): SessionPool {
  const pool = new SessionPool({ workers, threads: 1, maxQueued });
  pools.push(pool);
  return pool;
}

const alone = { maxRows: 1, mustSayBatch: true };
/** A version in every worker, whose requests run alone. */
const placed = (name: string): Placement => ({ file: file(name), instances: 2, isGentle: false, ...alone });
const never = new AbortController().signal;
const x = (...values: readonly number[]): Tensor => ({
  name: 'X',
  datatype: 'FP32',
  shape: [1, values.length],
  data: Float32Array.from(values),
});

describe('a session pool', () => {
  it('loads a version into every worker and reports the signature that the session has', async () => {
    const pool = start(2);
    const model = await pool.load('tiles/1', placed('good/tiles'));
    expect(model.inputs).toEqual([
      { name: 'image', datatype: 'UINT8', shape: [-1, 8, 8, 3], dimensions: ['batch', 8, 8, 3] },
    ]);
    expect(model.outputs).toMatchObject([{ name: 'features', datatype: 'FP32', shape: [-1, 3] }]);
  });

  it('runs more jobs than it has workers, each with its own answer', async () => {
    const pool = start(2);
    await pool.load('echo/1', placed('good/echo-fp32'));
    const runs = [1, 2, 3, 4, 5].map((i) => pool.run('echo/1', [x(i, -i)], ['Y'], never));
    const answers = await Promise.all(runs);
    expect(answers.map(({ outputs: [y] }) => [...(y?.data ?? [])])).toEqual([1, 2, 3, 4, 5].map((i) => [i, -i]));
    expect(pool.isIdle).toBe(true);
  });

  it('hands the memory of inputs over instead of copying it', async () => {
    const pool = start(1);
    await pool.load('echo/1', placed('good/echo-fp32'));
    const input = x(1, 2);
    await pool.run('echo/1', [input], ['Y'], never);
    expect(input.data).toHaveLength(0);
  });

  it.each([
    ['bad/external', /external data/],
    ['bad/broken', /not an ONNX model/],
    ['bad/nothing', /cannot be opened/],
  ])('says why %s cannot be loaded, without its path', async (name, reason) => {
    const pool = start(1);
    const load = pool.load('k', placed(name));
    await expect(load).rejects.toThrow(reason);
    await expect(load).rejects.not.toThrow(/fixtures/);
  });

  it('refuses a job beyond the queue, and drops one whose client left', async () => {
    const pool = start(1, 1);
    await pool.load('echo/1', placed('good/echo-fp32'));
    const leaver = new AbortController();
    const running = pool.run('echo/1', [x(1)], ['Y'], never);
    const left = pool.run('echo/1', [x(2)], ['Y'], leaver.signal);
    await expect(pool.run('echo/1', [x(3)], ['Y'], never)).rejects.toMatchObject({ kind: 'queue-full' });
    leaver.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await running;
    expect((await pool.run('echo/1', [x(4)], ['Y'], never)).outputs[0]?.data).toEqual(Float32Array.of(4));
  });
});

describe('a worker whose thread dies', () => {
  it('fails what it was doing, is replaced, and has its sessions again', async () => {
    const worker = new SessionWorker(1, { onFree: () => undefined, onSpent: () => undefined });
    await worker.load('echo/1', { file: file('good/echo-fp32'), ...alone });
    const thread: unknown = Reflect.get(worker, 'thread');
    if (!(thread instanceof Worker)) throw new Error('no thread');
    void thread.terminate();
    await expect(worker.run('echo/1', [{ inputs: [x(1)], outputs: ['Y'] }], false)).rejects.toMatchObject({
      kind: 'model-failed',
    });
    await vi.waitFor(() => expect(worker.holds('echo/1')).toBe(true), { timeout: 5000 });
    const [result] = await worker.run('echo/1', [{ inputs: [x(5)], outputs: ['Y'] }], false);
    expect(result).toMatchObject({ kind: 'done', outputs: [{ data: Float32Array.of(5) }] });
    await worker.close();
  });
});

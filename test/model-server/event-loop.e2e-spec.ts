import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '#test/gateway-process';
import { startServer, type ServerProcess } from './start-server.js';

const TILES = 500;
const DIM = 1280;
const CLIENTS = 4;
const ASKING_MS = 1_500;

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', join(projectRoot, 'model-registry/models'));
});
afterAll(() => server?.stop());

async function ask(): Promise<void> {
  const head = JSON.stringify({
    inputs: [
      { name: 'features', datatype: 'FP32', shape: [1, TILES, DIM], parameters: { binary_data_size: TILES * DIM * 4 } },
    ],
  });
  const answer = await fetch(`${server.url}/v2/models/demo-dense-focus/versions/2/infer`, {
    method: 'POST',
    headers: { 'inference-header-content-length': String(head.length) },
    body: new Blob([head, new Float32Array(TILES * DIM).fill(0.5)]),
  });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
}

/** Milliseconds since the last look. */
async function loopDelayP99(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^tessera_model_server_event_loop_delay_p99_seconds (\S+)$/m.exec(text)?.[1]) * 1_000;
}

it(
  'the event loop is late by at most 10 ms more than this process at p99 while every worker runs a transformer',
  { retry: 3 },
  async () => {
    await ask();
    await loopDelayP99();
    // What the machine makes any process wait, on cores that others use too.
    const own = monitorEventLoopDelay({ resolution: 10 });
    own.enable();
    const until = performance.now() + ASKING_MS;
    let answered = 0;
    const client = async (): Promise<void> => {
      while (performance.now() < until) {
        await ask();
        answered += 1;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const late = await loopDelayP99();
    own.disable();
    expect(answered).toBeGreaterThan(CLIENTS);
    // The histogram holds the 10 ms between two ticks as well.
    expect(late).toBeLessThan(own.percentile(99) / 1e6);
  },
);

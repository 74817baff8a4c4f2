import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { InferenceClient, type InferenceAnswer, type InferenceClientOptions } from '#libs/inference-client';
import { goodModels, mainFile, slowInputs, startServer, until, type ServerProcess } from './start-server.js';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function start(...args: readonly string[]): Promise<ServerProcess> {
  const server = await startServer(...args);
  endings.push(() => server.stop());
  return server;
}

function clientOf(server: ServerProcess, options: Partial<InferenceClientOptions> = {}): InferenceClient {
  const client = new InferenceClient({ id: 'local', url: server.url, ...options });
  endings.push(() => client.close());
  return client;
}

const limits = (timeoutMs = 20_000, signal = new AbortController().signal) => ({ signal, timeoutMs });
const slow = (client: InferenceClient, steps: number, limit = limits()): Promise<InferenceAnswer> =>
  client.infer(
    {
      model: { name: 'slow', version: '1' },
      inputs: slowInputs(steps),
      outputs: [{ name: 'Y', datatype: 'FP32', shape: [-1, -1] }],
    },
    limit,
  );
const quick = (client: InferenceClient): Promise<InferenceAnswer> =>
  client.infer(
    {
      model: { name: 'two-versions', version: '9' },
      inputs: [{ name: 'X', datatype: 'FP32', shape: [1], data: Float32Array.of(21) }],
      outputs: [{ name: 'Y', datatype: 'FP32', shape: [1] }],
    },
    limits(),
  );

/** Steps that take about the wanted time on this machine, now. */
async function stepsFor(client: InferenceClient, ms: number): Promise<number> {
  const probe = 2000;
  await slow(client, probe);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const startedAt = performance.now();
    await slow(client, probe);
    times.push(performance.now() - startedAt);
  }
  // The fastest is what the machine can do; the others waited for other processes.
  return Math.ceil((probe * ms) / Math.min(...times));
}

describe('a slow model', () => {
  // Other processes take the core away at times; a loop that is held up is slow every time.
  it('does not hold up the event loop, nor another model while a worker is free', { retry: 3 }, async () => {
    const server = await start('--models', goodModels, '--workers', '2');
    const client = clientOf(server);
    const steps = await stepsFor(client, 700);
    let isOver = false;
    const running = slow(client, steps).finally(() => (isOver = true));
    const waits: number[] = [];
    while (!isOver) {
      const startedAt = performance.now();
      expect(await client.live()).toBe(true);
      expect((await quick(client)).outputs.get('Y')?.data).toEqual(Float32Array.of(42));
      if (!isOver) waits.push(performance.now() - startedAt);
    }
    await running;
    expect(waits.length).toBeGreaterThan(10);
    waits.sort((a, b) => a - b);
    // A blocked loop would show as one wait of the whole run; the rest is room for a busy machine.
    expect(waits[Math.floor(waits.length / 2)]).toBeLessThan(50);
    expect(waits.at(-1)).toBeLessThan(350);
  });

  it('has a bounded queue, and takes turns with other models on one worker', async () => {
    const server = await start('--models', goodModels, '--workers', '1', '--max-queue', '2');
    const client = clientOf(server);
    const steps = await stepsFor(client, 500);
    const order: string[] = [];
    const first = [0, 1, 2].map((i) => slow(client, steps).then(() => order.push(`slow ${i}`)));
    // One runs and two wait.
    await new Promise((resolve) => setTimeout(resolve, 150));
    const refused = await rawSlow(server, 1);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toEqual({ error: expect.stringContaining('waiting') });
    await quick(client).then(() => order.push('quick'));
    await Promise.all(first);
    expect(order.indexOf('quick')).toBeLessThan(order.indexOf('slow 2'));
    expect(order).toHaveLength(4);
  });

  it('is answered 504 when the time of the request is over, queued or running, and the server goes on', async () => {
    const server = await start('--models', goodModels, '--workers', '1');
    const client = clientOf(server);
    // So long a run that a busy machine too answers well before its end.
    const steps = await stepsFor(client, 2_000);
    const startedAt = performance.now();
    const [running, queued] = await Promise.all([rawSlow(server, steps, 150_000), rawSlow(server, 1, 100_000)]);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect([running.status, queued.status]).toEqual([504, 504]);
    expect(await running.json()).toEqual({ error: 'the time that the request allowed is over' });
    expect((await quick(client)).outputs.get('Y')?.data).toEqual(Float32Array.of(42));
  });

  // A machine that stands still for seconds sees the first run end before the second waits.
  it('does not run for a client that left while it waited', { retry: 3 }, async () => {
    const server = await start('--models', goodModels, '--workers', '1', '--max-queue', '1');
    const client = clientOf(server);
    // So long a run that a busy machine too sees it under way, then the queue full, well before its end.
    const steps = await stepsFor(client, 3_000);
    const first = slow(client, steps);
    // A free worker answers one step within a tenth of a second.
    await until(async () => (await rawSlow(server, 1, 100_000)).status === 504);
    const leaver = new AbortController();
    const left = slow(client, steps * 10, limits(20_000, leaver.signal));
    const outcome = expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    await until(async () => (await waitingFor(server, 'slow')) === 1);
    expect((await rawSlow(server, 1)).status).toBe(503);
    leaver.abort();
    await outcome;
    await first;
    const startedAt = performance.now();
    await quick(client);
    expect(performance.now() - startedAt).toBeLessThan(400);
  });
});

/** Requests that wait for a worker, as the server counts them. */
async function waitingFor(server: ServerProcess, model: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(new RegExp(`^\\w*pending_request_count\\{model="${model}".*\\} (\\d+)$`, 'm').exec(text)?.[1]);
}

function rawSlow(server: ServerProcess, steps: number, timeoutMicroseconds = 0): Promise<Response> {
  const inputs = slowInputs(steps).map((tensor) => ({ ...tensor, data: [...tensor.data].map(Number) }));
  return fetch(`${server.url}/v2/models/slow/infer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs, parameters: { timeout: timeoutMicroseconds } }),
  });
}

describe('the process', () => {
  it('on SIGTERM finishes what runs, takes nothing new, and exits 0', async () => {
    const server = await start('--models', goodModels);
    const client = clientOf(server);
    const steps = await stepsFor(client, 600);
    const running = slow(client, steps);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const exited = server.stop();
    expect((await running).outputs.get('Y')?.shape).toEqual([48, 48]);
    expect(await exited).toBe(0);
    await expect(quick(client)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  it('ends within the drain time although an abandoned run goes on', async () => {
    const server = await start('--models', goodModels);
    const client = clientOf(server);
    const steps = await stepsFor(client, 8000);
    const leaver = new AbortController();
    const left = slow(client, steps, limits(20_000, leaver.signal)).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
    leaver.abort();
    await left;
    const startedAt = performance.now();
    await server.stop();
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('forked, says where it listens, ignores Ctrl-C, and ends with its parent', async () => {
    const child = fork(mainFile, ['--models', goodModels, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const [message] = await once(child, 'message');
    expect(message).toEqual({ kind: 'listening', url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
    await until(async () => (await fetch(`${message.url}/v2/health/ready`)).status === 200);
    child.kill('SIGINT');
    expect((await fetch(`${message.url}/v2/health/live`)).status).toBe(200);
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no models', [], /^tessera-model-server: --models must name a directory/],
    [
      'a directory that is not there',
      ['--models', '/nowhere/at/all'],
      /--models names a directory that cannot be read \(ENOENT\)/,
    ],
    ['a port that is none', ['--models', goodModels, '--port', '99999'], /--port must be a port/],
    ['no workers', ['--models', goodModels, '--workers', '0'], /--workers must be/],
    ['an unknown option', ['--models', goodModels, '--gpu'], /not understood.*--help/],
  ])('stops at the start on %s, by name', async (_, args, message) => {
    const child = spawn(process.execPath, [mainFile, ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: {} });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('explains itself with --help, by an example that works', async () => {
    const child = spawn(process.execPath, [mainFile, '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(stdout).toContain('--models test/fixtures/models/good');
    const [, path, body] = /(\/v2\/models\/\S+\/infer) [^']*'([^']+)'/.exec(stdout) ?? [];
    const server = await start('--models', goodModels);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${server.url}${path}`, { method: 'POST', headers, body: body ?? '' })).status).toBe(200);
  });

  it('warns when it is reached from other machines', async () => {
    const server = await start('--models', goodModels, '--host', '0.0.0.0');
    expect(server.stderr()).toMatch(/warning: listening on 0\.0\.0\.0 without authentication/);
  });
});

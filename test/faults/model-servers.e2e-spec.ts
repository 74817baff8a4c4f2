import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FaultProxy } from '#test/fault-proxy';
import { freePort } from '#test/free-port';
import { projectRoot } from '#test/gateway-process';
import { type LyingModelServer, lyingModelServer } from '#test/lying-model-server';
import { startServer, type ServerProcess } from '../model-server/start-server.js';
import { type FaultWorld, openFaultWorld, type Outcome } from './fault-world.js';

const CHAMPION = 'demo-dense-focus/1';
const CHALLENGER = 'demo-dense-focus/2';
const MEAN = 'demo-lite0-mean/1';

let real: ServerProcess;
let proxy: FaultProxy;
let double: LyingModelServer;
let world: FaultWorld;

beforeAll(async () => {
  real = await startServer('--models', join(projectRoot, 'model-registry/models'));
  proxy = await FaultProxy.before(real.url);
  double = await lyingModelServer();
  world = await openFaultWorld(
    [
      { id: 'proxied', url: proxy.url, models: [CHAMPION] },
      { id: 'double', url: double.url, models: [CHALLENGER] },
      { id: 'refused', url: `http://127.0.0.1:${await freePort()}`, models: [MEAN] },
    ],
    // The breaker has its own test: here each fault is met by itself.
    { breakerCalls: 1_000_000, probeMs: 60_000 },
  );
});

afterAll(async () => {
  await world?.close();
  await proxy?.close();
  await double?.close();
  await real?.stop();
});

afterEach(async () => {
  proxy.set({});
  // Invariants: it lives, and a good request is answered within 2 s.
  const { code, ms, prediction } = await ask(CHAMPION);
  expect([code, prediction.provenance.isReused]).toEqual([null, false]);
  expect(ms).toBeLessThan(2_000);
  expect(world.gateway.logLines.join('\n')).not.toContain('ZZPHI');
});

/** Each question is about a slide that nobody asked about before: an answer is never one that was stored. */
async function ask(model: string, timeoutMs?: number, signal?: AbortSignal): Promise<Outcome> {
  const [slide] = await world.maker.many(1);
  if (!slide) throw new Error('a slide was expected');
  return world.predict(slide, model, timeoutMs, signal);
}

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a model server', () => {
  it('that refuses connections gives MODEL_UNAVAILABLE within 1 s (case 29)', async () => {
    const [slide] = await world.maker.many(1);
    if (!slide) throw new Error('a slide was expected');
    const query = `{ slide(id: "${slide.id}") { embedding(model: "local:${MEAN}") { dimension } } }`;
    const startedAt = performance.now();
    const { errors, data } = await world.gateway.ask(query);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['MODEL_UNAVAILABLE']);
    expect(data.slide.embedding).toBeNull();
  });

  it('that accepts and never answers gives MODEL_TIMEOUT at the deadline, sees the abort, and keeps no socket of it (case 30)', async () => {
    proxy.set({ silent: true });
    const left = proxy.leftByCaller;
    const { code, ms, prediction } = await ask(CHAMPION, 800);
    expect([code, prediction]).toEqual(['MODEL_TIMEOUT', null]);
    expect(ms).toBeLessThan(800 + 100);
    await until(() => proxy.leftByCaller > left);
    // What is left is the look at the server, which nobody waits for.
    await until(() => proxy.openSockets <= 1);
  });

  it('sees that a caller left', async () => {
    proxy.set({ silent: true });
    const left = proxy.leftByCaller;
    const connections = proxy.connections;
    const leaving = new AbortController();
    const asking = ask(CHAMPION, 8_000, leaving.signal);
    asking.catch(() => undefined);
    await until(() => proxy.connections > connections);
    leaving.abort();
    await expect(asking).rejects.toThrow();
    await until(() => proxy.leftByCaller > left);
  });

  it.each([
    ['resets connections', { refuse: true }],
    ['resets in the middle of an answer', { resetAfterBytes: 40 }],
    ['cuts its answers short', { cutAfterBytes: 150 }],
  ])('that %s is asked twice at most, and gives no number (case 31)', async (_title, fault) => {
    proxy.set(fault);
    const before = proxy.connections;
    const { code, prediction } = await ask(CHAMPION);
    expect(prediction).toBeNull();
    expect(['MODEL_UNAVAILABLE', 'MODEL_BAD_RESPONSE']).toContain(code);
    expect(proxy.connections - before).toBeLessThanOrEqual(4);
  });

  it.each([
    ['is slow', { latencyMs: 150 }],
    ['closes late', { closeAfterMs: 3_000 }],
    ['has a narrow line', { bytesPerSecond: 4_000 }],
  ])('that %s and in time is answered from', async (_title, fault) => {
    proxy.set(fault);
    const { code, prediction } = await ask(CHAMPION);
    expect([code, prediction.provenance.server.id]).toEqual([null, 'proxied']);
  });

  it('with a line too narrow for the deadline gives MODEL_TIMEOUT', async () => {
    proxy.set({ bytesPerSecond: 100 });
    const { code, ms } = await ask(CHAMPION, 800);
    expect(code).toBe('MODEL_TIMEOUT');
    expect(ms).toBeLessThan(800 + 100);
  });

  it.each([
    [502, {}, 2],
    [503, {}, 2],
    [429, { 'retry-after': '1' }, 1],
  ])('that answers %i is asked twice at most (case 31)', async (status, headers, tries) => {
    double.forget();
    double.lie((response) => response.writeHead(status, { ...headers }).end('{"error":"ZZPHI"}'));
    const { code, prediction, error } = await ask(CHALLENGER);
    expect([code, prediction, double.infers()]).toEqual(['MODEL_UNAVAILABLE', null, tries]);
    expect(JSON.stringify(error)).not.toContain('ZZPHI');
  });
});

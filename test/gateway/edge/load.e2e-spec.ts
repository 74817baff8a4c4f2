import { afterEach, describe, expect, it } from 'vitest';
import { ReadinessChecks } from '#gateway/http';
import { ask, GOOD, outcome, raw, send, startEdge, type Edge } from './support.js';

let edge: Edge;
afterEach(async () => edge.close());

const slide = (id: string): Record<string, unknown> => ({
  query: 'query ($id: ID!) { slide(id: $id) { id } }',
  variables: { id },
});

// Other processes take the core away at times; a gateway that is late by itself is late every time.
describe('too many at once', () => {
  it('sheds at once what the queue cannot hold, and the others end by their time', { retry: 3 }, async () => {
    edge = await startEdge({ limits: { requestsInExecution: 2, requestsQueued: 3 } });
    const timeout = { headers: { 'tessera-timeout-ms': '2000' } };
    const held = Array.from({ length: 5 }, () => ask(edge, slide('slow'), timeout));
    await expect
      .poll(async () => (await send(edge, { method: 'GET', path: '/metrics' })).text)
      .toContain('tessera_requests_queued 3');
    const shed = await ask(edge, GOOD);
    expect(outcome(shed)).toBe('503 OVERLOADED');
    expect(shed.headers['retry-after']).toBe('1');
    const again = [shed, await ask(edge, GOOD), await ask(edge, GOOD), await ask(edge, GOOD)];
    expect(again.map(outcome)).toEqual(Array(4).fill('503 OVERLOADED'));
    expect(Math.min(...again.map(({ ms }) => ms))).toBeLessThan(50);
    const ended = await Promise.all(held);
    expect(ended.map(outcome)).toEqual(Array(5).fill('200 DEADLINE_EXCEEDED'));
    for (const answer of ended) expect(answer.ms).toBeLessThan(2_100);
    expect(outcome(await ask(edge, GOOD))).toBe('200 OK');
  });

  it('gives a place on to the one who waits, and takes it back from one who left', async () => {
    edge = await startEdge({ limits: { requestsInExecution: 1, requestsQueued: 2 } });
    const first = ask(edge, slide('gate'));
    await expect
      .poll(async () => (await send(edge, { method: 'GET', path: '/metrics' })).text)
      .toContain('tessera_requests_running 1');
    const gone = ask(edge, GOOD, { signal: AbortSignal.timeout(100) });
    await expect(gone).rejects.toThrow();
    const second = ask(edge, GOOD);
    const third = ask(edge, GOOD);
    await expect
      .poll(async () => (await send(edge, { method: 'GET', path: '/metrics' })).text)
      .toContain('tessera_requests_queued 2');
    edge.calls.release();
    expect((await Promise.all([first, second, third])).map(outcome)).toEqual(Array(3).fill('200 OK'));
  });
});

describe('a body that never ends', () => {
  it('is waited for no longer than the request’s time', { retry: 3 }, async () => {
    edge = await startEdge({ limits: { deadlineMs: 300 } });
    const head =
      'POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer reader-key-1\r\ncontent-type: application/json';
    const start = performance.now();
    const { text, isClosed } = await raw(edge, `${head}\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`);
    expect(text).toContain('DEADLINE_EXCEEDED');
    expect(isClosed).toBe(true);
    expect(performance.now() - start).toBeLessThan(900);
  });
});

describe('shutting down', () => {
  it('fails readiness first, refuses what is new, and finishes what runs', async () => {
    edge = await startEdge();
    const running = ask(edge, slide('gate'));
    await expect
      .poll(async () => (await send(edge, { method: 'GET', path: '/metrics' })).text)
      .toContain('tessera_requests_running 1');
    const closed = edge.gateway.close();
    const ready = await send(edge, { method: 'GET', path: '/health/ready', key: null });
    expect([ready.status, ready.text]).toEqual([503, '{"status":"shutting down","checks":{}}']);
    const refused = await ask(edge, GOOD);
    expect(outcome(refused)).toBe('503 SHUTTING_DOWN');
    expect(refused.headers['retry-after']).toBe('5');
    edge.calls.release();
    expect(outcome(await running)).toBe('200 OK');
    await closed;
    await expect(ask(edge, GOOD)).rejects.toThrow();
  });

  it('ends what runs when the drain time is over, with an answer', async () => {
    edge = await startEdge({ limits: { drainMs: 200 } });
    const running = ask(edge, slide('slow'));
    await expect
      .poll(async () => (await send(edge, { method: 'GET', path: '/metrics' })).text)
      .toContain('tessera_requests_running 1');
    await edge.gateway.close();
    expect(outcome(await running)).toBe('200 SHUTTING_DOWN');
  });
});

describe('readiness', () => {
  it('fails by the name of the check, and says nothing of why', async () => {
    edge = await startEdge();
    const checks = edge.gateway.app.get(ReadinessChecks);
    checks.register({ name: 'store', isRequired: true, check: () => Promise.resolve() });
    checks.register({ name: 'registry', isRequired: true, check: () => Promise.reject(new Error('/srv/secret')) });
    checks.register({ name: 'slow', isRequired: false, check: () => new Promise(() => {}) });
    const answer = await send(edge, { method: 'GET', path: '/health/ready', key: null });
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({ status: 'not ready', checks: { store: 'ok', registry: 'failed', slow: 'failed' } });
  });
});

describe('a gateway without keys', () => {
  it('takes everybody on this machine as its administrator', async () => {
    edge = await startEdge({ keys: false });
    const answer = await ask(edge, { query: '{ viewer { id tenant roles } }' }, { key: null });
    expect(answer.body.data['viewer']).toEqual({
      id: 'local',
      tenant: 'default',
      roles: ['READER', 'OPERATOR', 'DEVELOPER', 'ADMINISTRATOR'],
    });
  });

  it('refuses a web page that calls this machine by a name of its own', async () => {
    edge = await startEdge({ keys: false });
    const answer = await ask(edge, GOOD, { key: null, headers: { host: 'rebound.example' } });
    expect(outcome(answer)).toBe('403 FORBIDDEN');
  });
});

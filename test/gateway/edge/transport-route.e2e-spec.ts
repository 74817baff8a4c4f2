import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  canary,
  expectInvariants,
  expectRefusal,
  GOOD,
  outcome,
  raw,
  send,
  startEdge,
  type Edge,
} from './support.js';

let edge: Edge;
let good: string;
const zzphi = canary();
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  edge = await startEdge();
  const first = await ask(edge, GOOD);
  expect(outcome(first)).toBe('200 OK');
  good = first.text;
});

afterAll(async () => edge.close());
afterEach(async () => expectInvariants(edge, good));

describe('case 4: content types', () => {
  const body = JSON.stringify(GOOD);
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'message/rfc822',
    'application/jsonp',
    'not a type',
  ])('refuses %s', async (type) => {
    expectRefusal(await send(edge, { body, headers: { 'content-type': type } }), '400 BAD_REQUEST');
  });

  it('refuses a request without one', async () => {
    expectRefusal(await send(edge, { body }), '400 BAD_REQUEST');
  });

  it('refuses another character set', async () => {
    const answer = await send(edge, { body, headers: { 'content-type': 'application/json; charset=utf-16' } });
    expectRefusal(answer, '415 UNSUPPORTED_MEDIA_TYPE');
  });

  it('takes UTF-8 by name', async () => {
    const answer = await send(edge, { body, headers: { 'content-type': 'application/json;charset="UTF-8"' } });
    expect(answer.text).toBe(good);
  });
});

describe('case 5: methods', () => {
  const query = encodeURIComponent('{ viewer { id } }');
  const mutation = encodeURIComponent('mutation { cancelJob(id: "1") { id } }');

  it('refuses a query by GET without the header that no other site can send', async () => {
    expectRefusal(await send(edge, { method: 'GET', path: `/graphql?query=${query}` }), '400 BAD_REQUEST');
  });

  it('answers a query by GET with it', async () => {
    const headers = { 'apollo-require-preflight': '1' };
    const answer = await send(edge, { method: 'GET', path: `/graphql?query=${query}`, headers });
    expect(answer.body.data).toEqual({ viewer: { id: 'key-reader' } });
  });

  it('refuses a mutation by GET and runs nothing', async () => {
    const headers = { 'x-apollo-operation-name': 'x' };
    const answer = await send(edge, {
      method: 'GET',
      path: `/graphql?query=${mutation}`,
      headers,
      key: 'operator-key-1',
    });
    expectRefusal(answer, '405 METHOD_NOT_ALLOWED');
    expect(edge.calls.mutation).toBe(0);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const)('refuses %s', async (method) => {
    const answer = await send(edge, {
      method,
      ...(method === 'OPTIONS' ? {} : { body: JSON.stringify(GOOD), headers: json }),
    });
    expectRefusal(answer, '405 METHOD_NOT_ALLOWED');
    expect(answer.headers['allow']).toBe('GET, POST');
  });

  it.each([
    ['a parameter twice', `query=${query}&query=${query}`],
    ['broken variables', `query=${query}&variables=${zzphi}`],
    ['nested variables', `query=${query}&variables=${'['.repeat(200)}`],
    ['nothing', ''],
  ])('refuses a GET with %s', async (_name, parameters) => {
    const headers = { 'apollo-require-preflight': '1' };
    expectRefusal(await send(edge, { method: 'GET', path: `/graphql?${parameters}`, headers }), '400 BAD_REQUEST');
  });

  it('refuses an accept header that excludes JSON', async () => {
    expectRefusal(await ask(edge, GOOD, { headers: { accept: 'text/html' } }), '400 BAD_REQUEST');
  });
});

it('case 6: refuses a batch of ten', async () => {
  expectRefusal(await ask(edge, JSON.stringify(Array.from({ length: 10 }, () => GOOD))), '400 BAD_REQUEST');
});

describe('what is no route, and what is no HTTP', () => {
  it.each([`/${zzphi}`, `/graphql/${zzphi}`, '/favicon.ico'])('answers 404 in JSON for %s', async (path) => {
    expectRefusal(await send(edge, { method: 'GET', path }), '404 NOT_FOUND');
  });

  it('answers a URL that cannot be decoded in JSON', async () => {
    const { text } = await raw(edge, `GET /%zz${zzphi} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 400 [^]*"code":"BAD_REQUEST"/);
    expect(text).not.toContain('ZZPHI');
  });

  it.each([
    ['broken header lines', `GET / HTTP/1.1\r\n${zzphi}\r\n\r\n`, 400],
    ['headers over the limit', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'ZZPHI'.repeat(8_000)}\r\n\r\n`, 431],
  ])('answers %s in JSON', async (_name, bytes, status) => {
    const { text, isClosed } = await raw(edge, bytes);
    expect(text.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(text).toContain('"code":"BAD_REQUEST"');
    expect(text).not.toContain('ZZPHI');
    expect(isClosed).toBe(true);
  });

  // Written otherwise, the path still meets every check of `/graphql`.
  it.each(['http://127.0.0.1/graphql', '/%67raphql'])(
    'holds the same checks for the path written as %s',
    async (target) => {
      const head = 'host: 127.0.0.1\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: 29';
      const { text } = await raw(edge, `POST ${target} HTTP/1.1\r\n${head}\r\n\r\n{"query":"{ viewer { id } }"}`);
      expect(text).toMatch(/^HTTP\/1\.1 401 [^]*"code":"UNAUTHENTICATED"/);
    },
  );
});

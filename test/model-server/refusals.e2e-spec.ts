import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from 'undici';
import { goodModels, root, startServer, type ServerProcess } from './start-server.js';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer('--models', goodModels, '--max-body-mib', '1');
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  expect(server.stderr()).not.toContain('a bug');
});

type Headers = Readonly<Record<string, string>>;
interface Sent {
  readonly method?: 'POST' | 'GET' | 'PUT' | 'DELETE' | 'HEAD';
  readonly path?: string;
  readonly headers?: Headers;
  readonly body?: string | Uint8Array | Readable;
}

const canary = 'ZZPHI-4711';
const x = (more: object): string =>
  JSON.stringify({ inputs: [{ name: 'X', datatype: 'FP32', shape: [1, 2, 2], data: [1, 2, 3, 4], ...more }] });
const good = { body: x({}) };
const binary = (headerLength: string, body: string | Uint8Array = 'x'): Sent => ({
  headers: { 'content-type': 'application/octet-stream', 'inference-header-content-length': headerLength },
  body,
});
const withSize = (shape: unknown, size: number, tail: number): Sent => {
  const json = JSON.stringify({
    inputs: [{ name: 'X', datatype: 'FP32', shape, parameters: { binary_data_size: size } }],
  });
  return binary(String(json.length), Buffer.concat([Buffer.from(json), Buffer.alloc(tail)]));
};

async function send({
  method = 'POST',
  path = '/v2/models/mean/infer',
  headers = {},
  body,
}: Sent): Promise<{ status: number; text: string }> {
  const answer = await request(server.url + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.statusCode, text: await answer.body.text() };
}

describe('a request is refused with a status and a sentence, and the server goes on', () => {
  it.each<[string, number, Sent]>([
    ['broken JSON', 400, { body: `{"${canary}` }],
    ['an empty body', 400, { body: '' }],
    ['no inputs', 400, { body: '{}' }],
    ['an unknown input', 400, { body: x({ name: canary }) }],
    ['a missing input', 400, { body: '{"inputs":[]}' }],
    ['another datatype', 400, { body: x({ datatype: 'FP64' }) }],
    ['an unknown datatype', 400, { body: x({ datatype: canary }) }],
    ['another rank', 400, { body: x({ shape: [2, 2] }) }],
    ['too few values', 400, { body: x({ data: [1] }) }],
    ['40 GB in one value', 400, { body: x({ shape: [1, 100000, 100000], data: [1] }) }],
    ['sizes that overflow', 400, { body: x({ shape: [4294967296, 4294967296, 1], data: [] }) }],
    ['40 GB in no bytes', 400, withSize([1, 100000, 100000], 0, 0)],
    ['overflow in no bytes', 400, withSize([4294967296, 4294967296, 1], 0, 0)],
    ['a negative dimension', 400, { body: x({ shape: [-1, 2, 2] }) }],
    ['bytes beyond the body', 400, withSize([1, 2, 2], 16, 8)],
    ['bytes left over', 400, withSize([1, 1, 1], 4, 8)],
    ['a NaN in JSON', 400, { body: '{"inputs":[{"name":"X","datatype":"FP32","shape":[1,1,1],"data":[NaN]}]}' }],
    ['text for a number', 400, { body: x({ data: [canary, 2, 3, 4] }) }],
    ['an unknown output', 400, { body: JSON.stringify({ ...JSON.parse(x({})), outputs: [{ name: canary }] }) }],
    [
      'a timeout that is text',
      400,
      { body: JSON.stringify({ ...JSON.parse(x({})), parameters: { timeout: canary } }) },
    ],
    ['header length not a number', 400, binary(canary)],
    ['negative header length', 400, binary('-5')],
    ['header length beyond the body', 400, binary('500')],
    ['header length 0', 400, binary('0')],
    ['header length over a mebibyte', 400, binary('1048577')],
    ['an unknown model', 404, { ...good, path: `/v2/models/${canary}/infer` }],
    ['an unknown version', 404, { ...good, path: '/v2/models/mean/versions/2/infer' }],
    ['version -1', 404, { ...good, path: '/v2/models/mean/versions/-1/infer' }],
    ['a version by another spelling', 404, { ...good, path: '/v2/models/mean/versions/01/infer' }],
    ['a path outside', 404, { ...good, path: '/v2/models/..%2F..%2Fetc/infer' }],
    ['bad percent-encoding', 400, { ...good, path: '/v2/models/%ff/infer' }],
    ['a trailing slash', 404, { ...good, path: '/v2/models/mean/infer/' }],
    ['an unknown path', 404, { method: 'GET', path: '/' }],
    ['GET for infer', 405, { method: 'GET' }],
    ['PUT', 405, { ...good, method: 'PUT' }],
    ['POST for metadata', 405, { ...good, path: '/v2' }],
    ['a form', 415, { ...good, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['gzip', 415, { ...good, headers: { 'content-encoding': 'gzip' } }],
    ['a body over the limit', 413, { body: ' '.repeat(2 ** 20 + 1) }],
    ['a web page', 403, { ...good, headers: { origin: 'http://example.org' } }],
    ['another host name', 403, { ...good, headers: { host: 'rebound.example.org:80' } }],
    [
      'tensors that the model cannot take',
      400,
      { path: '/v2/models/to-2x2/infer', body: x({ shape: [3], data: [1, 2, 3] }) },
    ],
    [
      'two inputs whose common size differs',
      400,
      {
        path: '/v2/models/pair/infer',
        body: '{"inputs":[{"name":"A","datatype":"FP32","shape":[1],"data":[1]},{"name":"B","datatype":"FP32","shape":[2],"data":[1,2]}]}',
      },
    ],
  ])('%s: %i', async (_, status, sent) => {
    const before = await send(good);
    const answer = await send(sent);
    expect(answer.status).toBe(status);
    const document: unknown = JSON.parse(answer.text);
    expect(document).toEqual({ error: expect.stringMatching(/^[a-z`].{10,200}$/s) });
    expect(answer.text).not.toContain(canary);
    expect(answer.text).not.toMatch(/node:|\.js|\.ts|onnxruntime_src/);
    expect(answer.text).not.toContain(root);
    expect(await send(good)).toEqual(before);
    expect(before.status).toBe(200);
  });

  it('HEAD is 405', async () => {
    expect((await send({ method: 'HEAD', path: '/v2' })).status).toBe(405);
  });

  it('an endless chunked body is cut off at the limit', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write('POST /v2/models/mean/infer HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n');
    const pump = setInterval(() => socket.write(`10000\r\n${' '.repeat(65536)}\r\n`), 1);
    const [answer] = await once(socket, 'data');
    await once(socket, 'close');
    clearInterval(pump);
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    expect((await send(good)).status).toBe(200);
  });

  it('the answer reaches a client that is still sending', async () => {
    const tensor = new Uint8Array(4 * 2 ** 20);
    const headers = { 'content-type': 'application/octet-stream', 'inference-header-content-length': '10' };
    for (const [path, status] of [
      ['/v2/models/nobody/infer', 404],
      ['/v2/models/mean/infer', 413],
    ] as const) {
      // In pieces, as tensors are sent: the answer comes between them.
      const tries = Array.from({ length: 20 }, () => send({ path, headers, body: Readable.from([tensor, tensor]) }));
      const statuses = await Promise.all(tries.map((answer) => answer.then((one) => one.status)));
      expect(new Set(statuses)).toEqual(new Set([status]));
    }
  });

  it('a client that leaves in the middle of its body is forgotten', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('POST /v2/models/mean/infer HTTP/1.1\r\nhost: localhost\r\ncontent-length: 999\r\n\r\n{"inputs"');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await send(good)).status).toBe(200);
  });

  it('what is no HTTP at all gets a 400 in JSON', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write('SSH-2.0-OpenSSH_9\r\n\r\n');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 400 .*\{"error":/s);
  });
});

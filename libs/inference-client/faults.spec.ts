import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ModelServerError, type CallFault } from '#libs/errors';
import { call, clientOf, good, limits, reply, serve, x, y, type Handler } from './fake-server.spec-support.js';
import { InferenceClient, type InferenceClientOptions } from './index.js';
import { retryAfterOf } from './retry-after.js';

const BINARY = { transport: 'binary' } as const;

async function failureOf(client: InferenceClient): Promise<ModelServerError> {
  const failure: unknown = await client.infer(call, limits(1000)).catch((error: unknown) => error);
  if (failure instanceof ModelServerError) return failure;
  throw new Error('not a fault of a model server', { cause: failure });
}

async function faultOf(handler: Handler, options: Partial<InferenceClientOptions> = BINARY): Promise<CallFault> {
  const { url } = await serve(handler);
  return (await failureOf(clientOf(url, options))).fault;
}

const says =
  (status: number, body: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

describe('the fault of a failed call', () => {
  it('is unsent when nobody took the connection', async () => {
    const fault = { isServerFault: true, progress: 'unsent', retryAfterMs: null };
    const { url, server } = await serve(() => undefined);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    for (const address of [url, 'http://no-such-host.invalid:1'])
      expect((await failureOf(clientOf(address, BINARY))).fault).toEqual(fault);
  });

  it.each<[string, Handler, Partial<CallFault>]>([
    ['sent: a reset before the first byte', (request) => void request.socket.resetAndDestroy(), { progress: 'sent' }],
    ['sent: silence', () => undefined, { progress: 'sent' }],
    [
      'answered: a reset in the middle',
      (request, response) =>
        void response
          .writeHead(200, { 'content-length': '999' })
          .write('{', () => setTimeout(() => request.socket.resetAndDestroy(), 20)),
      { progress: 'answered' },
    ],
    ['answered: 500', says(500, 'oops'), { progress: 'answered' }],
    ['answered: what is no answer', says(200, '<html>'), { progress: 'answered' }],
    ['429 with seconds', says(429, '', { 'retry-after': '9' }), { retryAfterMs: 9000 }],
    ['503 with seconds', says(503, 'busy', { 'retry-after': '2' }), { retryAfterMs: 2000 }],
    ['503 with nonsense', says(503, 'busy', { 'retry-after': 'soon' }), { retryAfterMs: null }],
  ])("is the server's, %s", async (_, handler, fault) => {
    expect(await faultOf(handler)).toMatchObject({ isServerFault: true, ...fault });
  });

  it.each<[string, number, string]>([
    ['a request that Triton cannot parse, 500', 500, `{"error":"Unable to parse 'data': attempt to access JSON"}`],
    ['a request that Triton failed to parse, 500', 500, '{"error":"failed to parse the request JSON buffer"}'],
    ['a schema, 422', 422, '{"detail":[]}'],
    ['an unknown model, 400', 400, `{"error":"Request for unknown model: 'm' is not found"}`],
    ['an unknown model, 404', 404, '{"error":"x"}'],
    ['a version that is loading, 503', 503, '{"error":"model m is not ready"}'],
    ['what the server does not do, 501', 501, '{"error":"Model versioning not supported yet."}'],
  ])("is not the server's: %s", async (_, status, body) => {
    expect((await faultOf(says(status, body))).isServerFault).toBe(false);
  });

  it("is not MLServer's when its codec fails with a bare 500, and is any other server's", async () => {
    const codec = says(500, 'Internal Server Error', { 'content-type': 'text/plain; charset=utf-8' });
    for (const [name, code] of [
      ['mlserver', 'MODEL_REJECTED_INPUT'],
      ['own', 'MODEL_UNAVAILABLE'],
    ] as const)
      for (const transport of ['probe', 'json'] as const) {
        const { url } = await serve(codec, [], name);
        expect((await failureOf(clientOf(url, { transport }))).code).toBe(code);
      }
  });

  it('is ours when the time ran out in the queue', async () => {
    const { url } = await serve(() => undefined);
    const client = clientOf(url, { maxInFlight: 1, ...BINARY });
    const first = client.infer(call, limits(200)).catch((error: unknown) => error);
    await expect(client.infer(call, limits(50))).rejects.toMatchObject({
      code: 'MODEL_TIMEOUT',
      fault: { isServerFault: false, progress: 'unsent' },
    });
    expect(await first).toMatchObject({ code: 'MODEL_TIMEOUT', fault: { isServerFault: true, progress: 'sent' } });
  });

  it('tells the caller how long to wait', async () => {
    const { url } = await serve(says(429, '', { 'retry-after': '1.5' }));
    const { facts } = await failureOf(clientOf(url, BINARY));
    expect(facts).toEqual({ server: 'gpu-1', retryAfterSeconds: 2 });
    const now = Date.UTC(2026, 0, 1);
    expect(retryAfterOf('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000);
    expect(retryAfterOf('Wed, 31 Dec 2025 00:01:00 GMT', now)).toBe(0);
    for (const none of [undefined, '', '-1', '1e9', 'tomorrow', ['1']]) expect(retryAfterOf(none, now)).toBeNull();
  });
});

describe('odd answers', () => {
  const json = (data: string, shape = '[1,2]'): string =>
    `{"model_name":"m","model_version":"3","outputs":[{"name":"Y","datatype":"FP32","shape":${shape},"data":${data}}]}`;

  it('in chunks, without length and type, are read to the end', async () => {
    const { url } = await serve((_, response) => {
      response.setHeader('Inference-Header-Content-Length', '106');
      const head =
        '{"model_name":"m","outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"parameters":{"binary_data_size":8}}]}';
      response.setHeader('Inference-Header-Content-Length', String(head.length));
      const body = Buffer.concat([Buffer.from(head), Buffer.from(Float32Array.of(3, -4).buffer)]);
      const drip = (at: number, end: ServerResponse): void => {
        if (at >= body.length) return void end.end();
        end.write(body.subarray(at, at + 7), () => drip(at + 7, end));
      };
      drip(0, response);
    });
    expect((await clientOf(url, BINARY).infer(call, limits())).outputs.get('Y')).toEqual(y);
  });

  it.each(['[3,-4]', '[[3,-4]]'])('in JSON, %s, are the same', async (data) => {
    const { url } = await serve(says(200, json(data)));
    expect((await clientOf(url, BINARY).infer(call, limits())).outputs.get('Y')).toEqual(y);
  });

  it.each([
    ['NaN', json('[NaN,1]'), 'NaN or Infinity'],
    ['-Infinity', json('[1,-Infinity]'), 'NaN or Infinity'],
    ['binary without a header length', `${json('[3,-4]')}\u0001\u0002`, 'not valid JSON'],
    ['nested unlike its shape', json('[[3],[-4]]'), 'nested'],
  ])('are refused by name: %s', async (_, body, rule) => {
    const { url } = await serve(says(200, body));
    await expect(clientOf(url, BINARY).infer(call, limits())).rejects.toMatchObject({
      code: 'MODEL_BAD_RESPONSE',
      message: expect.stringContaining(rule),
    });
  });

  it('that are compressed unasked are refused, and a compressed error still counts by its status', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 2 ** 20));
    const zipped =
      (status: number): Handler =>
      (_, response) =>
        void response.writeHead(status, { 'content-encoding': 'gzip' }).end(bomb);
    const ok = await serve(zipped(200));
    expect((await failureOf(clientOf(ok.url, BINARY))).code).toBe('MODEL_BAD_RESPONSE');
    const bad = await serve(zipped(422));
    expect((await failureOf(clientOf(bad.url, BINARY))).code).toBe('MODEL_REJECTED_INPUT');
  });

  it('of half floats over JSON are refused before sending where the server takes them as bytes only', async () => {
    const half = { ...x, datatype: 'FP16' as const, data: Uint16Array.of(0x3c00, 0) };
    const binary = await serve(() => expect.fail('was sent'));
    await expect(
      clientOf(binary.url, { transport: 'json' }).infer({ ...call, inputs: [half] }, limits()),
    ).rejects.toMatchObject({ code: 'MODEL_REJECTED_INPUT', facts: { rule: expect.stringContaining('FP16') } });
    const loose = await serve((_, response) => reply(response, good, 'json'), []);
    await clientOf(loose.url).infer({ ...call, inputs: [half] }, limits());
    const brain = { ...half, datatype: 'BF16' as const };
    await expect(clientOf(loose.url).infer({ ...call, inputs: [brain] }, limits())).rejects.toMatchObject({
      code: 'MODEL_REJECTED_INPUT',
      facts: { rule: expect.stringContaining('BF16') },
    });
  });
});

describe('a connection that accepts and says nothing', () => {
  it('does not hold a probe or a health check longer than their time', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const caller = new AbortController();
    const client = clientOf(`http://127.0.0.1:${address.port}`);
    const ready = client.ready(caller.signal);
    const probe = client.probe(caller.signal);
    caller.abort();
    await expect(ready).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(probe).rejects.toMatchObject({ code: 'CANCELLED' });
    server.close();
  });
});

import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '#libs/inference-protocol';
import { serve, clientOf, y, call, good, limits, reply, type Handler } from './fake-server.spec-support.js';

describe('a bad answer', () => {
  const other =
    (outputs: readonly Tensor[]): Handler =>
    (_, response) =>
      reply(response, { ...good, outputs });
  const json =
    (text: string, type = 'application/json'): Handler =>
    (_, response) =>
      void response.writeHead(200, { 'content-type': type }).end(text);

  it.each<[string, Handler, string]>([
    ['HTML', json('<html>log in</html>', 'text/html'), 'MODEL_BAD_RESPONSE'],
    ['truncated JSON', json('{"model_name":"m","outputs":[{"na'), 'MODEL_BAD_RESPONSE'],
    ['an empty body', json(''), 'MODEL_BAD_RESPONSE'],
    [
      'a bare NaN',
      json('{"model_name":"m","outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"data":[1,NaN]}]}'),
      'MODEL_BAD_RESPONSE',
    ],
    [
      'null for a number',
      json('{"model_name":"m","outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"data":[1,null]}]}'),
      'MODEL_BAD_RESPONSE',
    ],
    [
      'a dropped element',
      json('{"model_name":"m","outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"data":[1]}]}'),
      'MODEL_BAD_RESPONSE',
    ],
    [
      'no model name',
      json('{"outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"data":[1,2]}]}'),
      'MODEL_BAD_RESPONSE',
    ],
    ['another datatype', other([{ ...y, datatype: 'FP64', data: Float64Array.of(1, 2) }]), 'MODEL_BAD_RESPONSE'],
    ['another shape', other([{ ...y, shape: [2, 1] }]), 'MODEL_BAD_RESPONSE'],
    ['another rank', other([{ ...y, shape: [2] }]), 'MODEL_BAD_RESPONSE'],
    ['a missing output', other([]), 'MODEL_BAD_RESPONSE'],
    ['an output of another name', other([{ ...y, name: 'Z' }]), 'MODEL_BAD_RESPONSE'],
    ['a surplus output', other([y, { ...y, name: 'Z' }]), 'MODEL_BAD_RESPONSE'],
    ['a NaN', other([{ ...y, data: Float32Array.of(1, NaN) }]), 'MODEL_BAD_RESPONSE'],
    ['an infinity', other([{ ...y, data: Float32Array.of(-Infinity, 1) }]), 'MODEL_BAD_RESPONSE'],
    ['another version', (_, response) => reply(response, { ...good, modelVersion: '4' }), 'MODEL_VERSION_MISMATCH'],
    ['another model', (_, response) => reply(response, { ...good, modelName: 'n' }), 'MODEL_BAD_RESPONSE'],
    ['another id', (_, response) => reply(response, { ...good, id: 'b' }), 'MODEL_BAD_RESPONSE'],
    [
      'compression',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      'MODEL_BAD_RESPONSE',
    ],
    ['a redirect', (_, response) => void response.writeHead(302, { location: '/login' }).end(), 'MODEL_BAD_RESPONSE'],
    [
      'a negative header length',
      (_, response) => void response.writeHead(200, { 'inference-header-content-length': '-1' }).end('{}'),
      'MODEL_BAD_RESPONSE',
    ],
    [
      'a header length beyond the body',
      (_, response) => void response.writeHead(200, { 'inference-header-content-length': '9' }).end('{}'),
      'MODEL_BAD_RESPONSE',
    ],
    ['no HTTP', (request) => void request.socket.end('SSH-2.0-OpenSSH_9\r\n\r\n'), 'MODEL_BAD_RESPONSE'],
    [
      'a reset in the middle',
      (request, response) =>
        void response
          .writeHead(200, { 'content-length': '999' })
          .write('{', () => setTimeout(() => request.socket.resetAndDestroy(), 20)),
      'MODEL_UNAVAILABLE',
    ],
    ['a reset at once', (request) => void request.socket.resetAndDestroy(), 'MODEL_UNAVAILABLE'],
    ['404', (_, response) => void response.writeHead(404).end('{"error":"x"}'), 'MODEL_NOT_READY'],
    [
      '400 of Triton for a model that is not there',
      (_, response) => void response.writeHead(400).end(`{"error":"Request for unknown model: 'm' is not found"}`),
      'MODEL_NOT_READY',
    ],
    [
      '503 for a model that is loading',
      (_, response) => void response.writeHead(503).end('{"error":"the model version is not ready: it is loading"}'),
      'MODEL_NOT_READY',
    ],
    ['503', (_, response) => void response.writeHead(503).end('busy'), 'MODEL_UNAVAILABLE'],
    ['502', (_, response) => void response.writeHead(502).end('<html>'), 'MODEL_UNAVAILABLE'],
    ['429', (_, response) => void response.writeHead(429, { 'retry-after': '9' }).end(), 'MODEL_UNAVAILABLE'],
    ['504', (_, response) => void response.writeHead(504).end(), 'MODEL_TIMEOUT'],
    [
      '400',
      (_, response) => void response.writeHead(400).end('{"error":"unexpected shape for input"}'),
      'MODEL_REJECTED_INPUT',
    ],
    ['422 of MLServer', (_, response) => void response.writeHead(422).end('{"detail":[]}'), 'MODEL_REJECTED_INPUT'],
    [
      '500 of Triton that it cannot parse',
      (_, response) => void response.writeHead(500).end(`{"error":"Unable to parse 'data'"}`),
      'MODEL_REJECTED_INPUT',
    ],
    ['another 500', (_, response) => void response.writeHead(500).end('Internal Server Error'), 'MODEL_UNAVAILABLE'],
  ])('is refused: %s', async (_, handler, code) => {
    let calls = 0;
    const { url } = await serve((request, response, body) => {
      calls += 1;
      handler(request, response, body);
    });
    await expect(clientOf(url).infer({ ...call, id: 'a' }, limits())).rejects.toMatchObject({ code });
    // The one stale-socket retry needs a socket that served before: here the probe's.
    expect(calls).toBeLessThanOrEqual(2);
  });

  it('is cut off at the size limit while it streams', async () => {
    let sent = 0;
    const { url } = await serve((_, response) => {
      const chunk = Buffer.alloc(2 ** 16);
      const pump = (): void => {
        if (response.destroyed) return;
        sent += chunk.byteLength;
        if (response.write(chunk)) setImmediate(pump);
        else response.once('drain', pump);
      };
      pump();
    });
    const client = clientOf(url, { maxResponseBytes: 2 ** 20 });
    await expect(client.infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_BAD_RESPONSE' });
    expect(sent).toBeLessThan(16 * 2 ** 20);
  });

  it('is not read at all when it announces too much', async () => {
    const { url } = await serve(
      (_, response) => void response.writeHead(200, { 'content-length': String(2 ** 40) }).flushHeaders(),
    );
    await expect(clientOf(url).infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_BAD_RESPONSE' });
  });
});

describe('no answer', () => {
  it('is MODEL_UNAVAILABLE within a second: refused, unknown name, no TLS', async () => {
    const { url, server } = await serve(() => undefined);
    const tls = url.replace('http:', 'https:');
    await expect(clientOf(tls).infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    for (const address of [url, 'http://no-such-host.invalid:1']) {
      const started = performance.now();
      await expect(clientOf(address).infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
      expect(performance.now() - started).toBeLessThan(1000);
      expect(await clientOf(address).ready()).toBe(false);
    }
  });

  it.each<[string, Handler]>([
    ['never answers', () => undefined],
    [
      'answers a byte at a time',
      (_, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('is MODEL_TIMEOUT on time when the server %s, and the server sees the connection close', async (_, handler) => {
    let closed: Promise<unknown> = Promise.resolve();
    const { url } = await serve((request, response, body) => {
      closed = once(response, 'close');
      handler(request, response, body);
    });
    const started = performance.now();
    await expect(clientOf(url).infer(call, limits(250))).rejects.toMatchObject({
      code: 'MODEL_TIMEOUT',
      facts: { server: 'gpu-1', timeoutMs: 250 },
    });
    expect(performance.now() - started).toBeGreaterThan(240);
    expect(performance.now() - started).toBeLessThan(350);
    await closed;
  });

  it('is CANCELLED when the caller goes away, and the server sees the connection close', async () => {
    const caller = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    const { url } = await serve((_, response) => {
      closed = once(response, 'close');
      caller.abort();
    });
    await expect(clientOf(url).infer(call, limits(3000, caller.signal))).rejects.toMatchObject({ code: 'CANCELLED' });
    await closed;
    await expect(clientOf(url).infer(call, limits(3000, caller.signal))).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

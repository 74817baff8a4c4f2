import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { InferenceRequest, Tensor } from '#libs/inference-protocol';
import { serve, clientOf, x, y, call, good, limits, reply, decode } from './fake-server.spec-support.js';

describe('a good answer', () => {
  it.each(['binary', 'json'] as const)('comes back in %s, and the request says what is needed', async (encoding) => {
    const seen: { request: InferenceRequest; url: string; encoding: unknown; length: unknown }[] = [];
    const { url } = await serve(
      (request, response, body) => {
        const { headers } = request;
        seen.push({
          request: decode(request, body),
          url: request.url ?? '',
          encoding: headers['accept-encoding'],
          length: headers['content-length'],
        });
        expect(Number(headers['content-length'])).toBe(body.byteLength);
        reply(response, { ...good, id: 'a-1' }, encoding);
      },
      encoding === 'binary' ? ['binary_tensor_data'] : [],
    );
    const answer = await clientOf(url).infer({ ...call, id: 'a-1' }, limits(2000));
    expect(answer).toEqual({ outputs: new Map([['Y', y]]), modelName: 'm', reportedVersion: '3' });
    expect(seen[0]?.url).toBe('/v2/models/m/versions/3/infer');
    expect(seen[0]?.encoding).toBe('identity');
    expect(seen[0]?.request.inputs).toEqual([x]);
    const timeout = seen[0]?.request.parameters['timeout'];
    expect(timeout).toBeGreaterThan(1_000_000);
    expect(timeout).toBeLessThanOrEqual(2_000_000);
    expect(seen[0]?.request.outputs[0]?.parameters).toEqual(encoding === 'binary' ? { binary_data: true } : {});
  });

  it('says null when the server does not report a version, and asks the server for none when there is none', async () => {
    const urls: unknown[] = [];
    const { url } = await serve((request, response) => {
      urls.push(request.url);
      reply(response, { ...good, modelVersion: null });
    });
    const client = clientOf(`${url}/`);
    expect((await client.infer(call, limits())).reportedVersion).toBeNull();
    await client.infer({ ...call, model: { name: 'm', version: null } }, limits());
    expect(urls).toEqual(['/v2/models/m/versions/3/infer', '/v2/models/m/infer']);
  });

  it('is read whatever the length of its JSON part', async () => {
    const { url } = await serve((request, response) => {
      const pad = ' '.repeat(Number(decodeURIComponent(request.url ?? '').split('/')[5]));
      const json = Buffer.from(
        `{"model_name":"m","outputs":[{"name":"Y","datatype":"FP32","shape":[1,2],"parameters":{"binary_data_size":8}}]}${pad}`,
      );
      response.setHeader('Inference-Header-Content-Length', json.byteLength);
      response.end(Buffer.concat([json, Buffer.from(Float32Array.of(3, -4).buffer)]));
    });
    for (let pad = 0; pad < 8; pad += 1) {
      const answer = await clientOf(url).infer({ ...call, model: { name: 'm', version: String(pad) } }, limits());
      expect(answer.outputs.get('Y')?.data).toEqual(Float32Array.of(3, -4));
    }
  });
});

describe('the connection pool', () => {
  it('sends a call once more when the server had closed the idle connection, and only then', async () => {
    const served = new Map<Socket, number>();
    let calls = 0;
    const { url } = await serve((request, response) => {
      calls += 1;
      const before = served.get(request.socket) ?? 0;
      served.set(request.socket, before + 1);
      if (before > 0) return void request.socket.resetAndDestroy();
      return reply(response, good);
    });
    const client = clientOf(url, { transport: 'binary' });
    await client.infer(call, limits());
    // The pool takes the connection back in a later turn of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await client.infer(call, limits())).modelName).toBe('m');
    expect(calls).toBe(3);
    const fresh = await serve((request) => {
      calls += 1;
      request.socket.resetAndDestroy();
    });
    calls = 0;
    await expect(clientOf(fresh.url, { transport: 'binary' }).infer(call, limits())).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
    });
    expect(calls).toBe(1);
  });

  it('holds back calls beyond the limit, refuses them beyond the queue, and lets the queue through in order', async () => {
    const waiting: ServerResponse[] = [];
    const { url } = await serve((_, response) => void waiting.push(response));
    const client = clientOf(url, { maxInFlight: 2, maxQueued: 2, transport: 'binary' });
    const order: number[] = [];
    const caller = new AbortController();
    const calls = [0, 1, 2].map((i) => client.infer(call, limits()).then(() => order.push(i)));
    const abandoned = client.infer(call, limits(3000, caller.signal));
    await expect(client.infer(call, limits())).rejects.toMatchObject({ code: 'OVERLOADED' });
    while (waiting.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    caller.abort();
    await expect(abandoned).rejects.toMatchObject({ code: 'CANCELLED' });
    for (let i = 0; i < 3; i += 1) {
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const response = waiting.shift();
      if (response) reply(response, good);
      await calls[i];
    }
    expect(order).toEqual([0, 1, 2]);
  });

  it('times out in the queue too', async () => {
    const { url } = await serve(() => undefined);
    const client = clientOf(url, { maxInFlight: 1, transport: 'binary' });
    const first = client.infer(call, limits(300));
    const started = performance.now();
    await expect(client.infer(call, limits(100))).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
    expect(performance.now() - started).toBeLessThan(200);
    await expect(first).rejects.toMatchObject({ code: 'MODEL_TIMEOUT' });
  });
});

describe('what a server says of itself', () => {
  it('is read: health with an empty body, metadata with members left out', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/v2/health/ready') return void response.writeHead(400).end();
      if (request.url?.endsWith('/ready')) return void response.end('{"name":"m","ready":false}');
      if (request.url === '/v2/models/m%2F..')
        return void response.end('{"name":"m","inputs":[{"name":"X","datatype":"BF16","shape":[-1,2]}]}');
      return void response.end();
    });
    const client = clientOf(url);
    expect(await client.live()).toBe(true);
    expect(await client.ready()).toBe(false);
    expect(await client.modelReady('m', '1')).toBe(false);
    expect((await client.serverMetadata()).extensions).toEqual(['binary_tensor_data']);
    expect(await client.modelMetadata('m/..', null)).toEqual({
      name: 'm',
      versions: [],
      platform: '',
      inputs: [{ name: 'X', datatype: 'BF16', shape: [-1, 2] }],
      outputs: [],
      sha256: null,
    });
    await expect(client.modelMetadata('other', '1')).rejects.toMatchObject({ code: 'MODEL_BAD_RESPONSE' });
  });

  it('refuses to send values that the server has no way to take', async () => {
    const { url } = await serve(() => expect.fail('was sent'), []);
    const nan: Tensor = { ...x, data: Float32Array.of(NaN, 1) };
    await expect(clientOf(url).infer({ ...call, inputs: [nan] }, limits())).rejects.toMatchObject({
      code: 'MODEL_REJECTED_INPUT',
    });
    await expect(clientOf(url).infer({ ...call, id: 'ä' }, limits())).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

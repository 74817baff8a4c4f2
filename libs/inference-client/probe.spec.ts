import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { serveGrpc } from './fake-grpc-server.spec-support.js';
import { call, clientOf, closeAfterTest, good, limits, reply, serve } from './fake-server.spec-support.js';
import { InferenceClient } from './index.js';

type Routes = Readonly<Record<string, readonly [status: number, body: string]>>;

const answerBy =
  (routes: Routes) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const [status, body] = routes[`${request.method} ${request.url}`] ?? [404, '{"error":"Not Found"}'];
    response.writeHead(status).end(body);
  };

const ABSENT = '/v2/models/tessera-probe-of-no-model/ready';

// Paths, statuses and words as seen on the running servers.
const TRITON: Routes = {
  'GET /v2/health/live': [200, ''],
  'GET /v2/health/ready': [200, ''],
  'POST /v2/repository/index': [
    200,
    '[{"name":"echo","version":"1","state":"READY"},{"name":"old","version":"2","state":"UNAVAILABLE","reason":"unloaded"},{"name":"never"}]',
  ],
  'GET /v2/models/stats': [
    200,
    '{"model_stats":[{"name":"echo","version":"1","last_inference":1700000000000,"inference_count":8,"execution_count":2,"inference_stats":{"success":{"count":2,"ns":5000000}},"batch_stats":[{"batch_size":4,"compute_infer":{"count":2,"ns":1000000}}],"memory_usage":[{"type":"GPU","id":0,"byte_size":42}]}]}',
  ],
  'GET /v2/models/echo/config': [
    200,
    '{"name":"echo","backend":"python","max_batch_size":8,"dynamic_batching":{},"version_policy":{"specific":{"versions":[1,3]}},"parameters":{"sha256":{"string_value":"ab"}}}',
  ],
  [`GET ${ABSENT}`]: [400, ''],
  'GET /v2/models/echo/versions/999999999/ready': [400, ''],
  'POST /v2/repository/models/echo/load': [200, ''],
  // MLServer's way.
  'POST /v2/repository/models/none/load': [404, '{"error":"Model none not found"}'],
  'POST /v2/repository/models/bad/load': [500, `{"error":"failed to load 'bad', no version is available"}`],
};

const KSERVE: Routes = {
  'GET /v2/health/live': [200, '{"live":true}'],
  'GET /v2/health/ready': [200, '{"ready":true}'],
  'GET /v2/models': [200, '{"models":["echo"]}'],
  'GET /v2/models/echo/versions/999999999/ready': [501, '{"error":"Model versioning not supported yet."}'],
};

describe('a probe', () => {
  it('describes a Triton', async () => {
    const { url } = await serve(answerBy(TRITON), ['binary_tensor_data', 'statistics'], 'triton');
    const client = clientOf(url);
    const { probedAt, ...description } = await client.probe();
    expect(probedAt).toBeInstanceOf(Date);
    expect(description).toMatchObject({
      isLive: true,
      isReady: true,
      name: 'triton',
      transports: { binary: 'yes', json: 'yes', grpc: 'unknown' },
      way: 'binary',
      takesVersions: 'yes',
      isReadinessBelievable: 'yes',
      repository: [
        { name: 'echo', version: '1', state: 'READY', reason: '' },
        { name: 'old', version: '2', state: 'UNAVAILABLE', reason: 'unloaded' },
        { name: 'never', version: null, state: 'UNKNOWN', reason: '' },
      ],
      statistics: [
        {
          name: 'echo',
          lastInferenceAt: new Date(1700000000000),
          inferenceCount: 8,
          success: { count: 2, totalMs: 5 },
          fail: { count: 0, totalMs: 0 },
          batches: [{ size: 4, computeInfer: { count: 2, totalMs: 1 } }],
          memory: [{ type: 'GPU', id: 0, bytes: 42 }],
        },
      ],
    });
    expect(await client.modelConfig('echo', null)).toEqual({
      name: 'echo',
      platform: '',
      backend: 'python',
      maxBatchSize: 8,
      isBatchedByServer: true,
      preferredBatchSizes: [],
      versionPolicy: { kind: 'specific', versions: ['1', '3'] },
      parameters: new Map([['sha256', 'ab']]),
    });
    expect(await client.loadModel('echo', limits())).toBe(true);
    expect(await client.unloadModel('echo', limits())).toBe(false);
    await expect(client.loadModel('none', limits())).rejects.toMatchObject({ code: 'MODEL_NOT_READY' });
    await expect(client.loadModel('bad', limits())).rejects.toMatchObject({ code: 'MODEL_NOT_READY' });
  });

  it('describes a KServe: binary though not listed, no versions in paths', async () => {
    const { url } = await serve(answerBy(KSERVE), [], 'kserve', '0.21.0');
    expect(await clientOf(url).probe()).toMatchObject({
      transports: { binary: 'yes', json: 'yes' },
      way: 'binary',
      takesVersions: 'no',
      isReadinessBelievable: 'yes',
      repository: null,
      statistics: null,
    });
  });

  it('does not believe a server that is ready for what does not exist', async () => {
    const { url } = await serve((_, response) => void response.end('{"ready":true}'), [], 'eager');
    expect(await clientOf(url).probe()).toMatchObject({
      isReadinessBelievable: 'no',
      takesVersions: 'yes',
      way: 'json',
    });
  });

  it('finds gRPC beside REST without binary tensors, and alone', async () => {
    const grpc = await serveGrpc({
      ServerLive: () => ({ live: true }),
      ServerMetadata: () => ({ name: 'mlserver', version: '1.7.1', extensions: [] }),
      ModelReady: () => ({ ready: true }),
    });
    const { url } = await serve(answerBy({}), [], 'mlserver');
    expect(await clientOf(url, { grpc }).probe()).toMatchObject({
      transports: { binary: 'no', json: 'yes', grpc: 'yes' },
      way: 'grpc',
    });
    const alone = closeAfterTest(new InferenceClient({ id: 'gpu-1', grpc }));
    expect(await alone.probe()).toMatchObject({
      isLive: true,
      isReady: false,
      name: 'mlserver',
      transports: { binary: 'no', json: 'no', grpc: 'yes' },
      way: 'grpc',
      isReadinessBelievable: 'no',
    });
  });

  it('describes a server that is away', async () => {
    expect(await clientOf('http://127.0.0.1:1', { grpc: '127.0.0.1:1' }).probe()).toMatchObject({
      isLive: false,
      isReady: false,
      transports: { binary: 'unknown', json: 'unknown', grpc: 'no' },
      way: null,
      takesVersions: 'unknown',
      isReadinessBelievable: 'unknown',
    });
  });
});

describe('what is remembered of a server', () => {
  it('is read once for all callers that come together, and not again after each failure', async () => {
    let reads = 0;
    let status = 200;
    const { url } = await serve(
      (_, response) => {
        if (status === 200) return reply(response, good);
        return void response.writeHead(status).end();
      },
      ['binary_tensor_data'],
      'fake',
      '1',
      () => (reads += 1),
    );
    const client = clientOf(url);
    await Promise.all([1, 2, 3, 4].map(() => client.infer(call, limits())));
    expect(reads).toBe(1);
    status = 500;
    for (let i = 0; i < 5; i += 1) await client.infer(call, limits()).catch(() => undefined);
    expect(reads).toBe(1);
  });

  it('of a guess is taken back: a KServe that refuses binary tensors is asked in JSON', async () => {
    const types: unknown[] = [];
    const { url } = await serve(
      (request, response) => {
        types.push(request.headers['content-type']);
        if (request.headers['content-type'] !== 'application/json')
          return void response.writeHead(400).end('{"error":"?"}');
        return reply(response, good, 'json');
      },
      [],
      'kserve',
      '0.15.0',
    );
    const client = clientOf(url);
    await expect(client.infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_REJECTED_INPUT' });
    await client.infer(call, limits());
    expect(types).toEqual(['application/octet-stream', 'application/json']);
  });

  it('is not needed to see that a way has no address', () => {
    expect(() => new InferenceClient({ id: 'a' })).toThrow('needs an address');
    expect(() => new InferenceClient({ id: 'a', url: 'http://127.0.0.1:1', transport: 'grpc' })).toThrow('grpc');
  });
});

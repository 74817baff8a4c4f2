import { once } from 'node:events';
import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { ModelServerError } from '#libs/errors';
import type { Outgoing, Tensor, WireInferRequest, WireInferResponse } from '#libs/inference-protocol';
import { GrpcStatus, serveGrpc, type GrpcInfer } from './fake-grpc-server.spec-support.js';
import { call, limits, x, y, closeAfterTest } from './fake-server.spec-support.js';
import { InferenceClient, type InferenceClientOptions } from './index.js';

const bytes = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
const answer: Outgoing<WireInferResponse> = {
  model_name: 'm',
  model_version: '3',
  outputs: [{ name: 'Y', datatype: 'FP32', shape: [1, 2] }],
  raw_output_contents: [bytes(y.data)],
};

function clientOf(grpc: string, options: Partial<InferenceClientOptions> = {}): InferenceClient {
  return closeAfterTest(new InferenceClient({ id: 'gpu-1', grpc, ...options }));
}

async function failureOf(infer: GrpcInfer, options: Partial<InferenceClientOptions> = {}): Promise<ModelServerError> {
  const client = clientOf(await serveGrpc({ ModelInfer: infer }), { transport: 'grpc', ...options });
  const failure: unknown = await client.infer(call, limits()).catch((error: unknown) => error);
  if (failure instanceof ModelServerError) return failure;
  throw failure;
}

describe('an answer over gRPC', () => {
  it('comes back from raw contents; the request is raw, has the deadline, the id and the headers', async () => {
    const seen: { request: WireInferRequest; metadata: Metadata; remainingMs: number }[] = [];
    const grpc = await serveGrpc({
      ServerMetadata: () => ({ name: 'triton', version: '2.51.0', extensions: [] }),
      ModelInfer: (request, serverCall) => {
        const remainingMs = Number(serverCall.getDeadline()) - Date.now();
        seen.push({ request, metadata: serverCall.metadata, remainingMs });
        return { ...answer, id: request.id };
      },
    });
    const client = clientOf(grpc, { headers: { 'triton-grpc-protocol-key': 'secret' } });
    const result = await client.infer({ ...call, id: 'a-1' }, limits(2000));
    expect(result).toEqual({ outputs: new Map([['Y', y]]), modelName: 'm', reportedVersion: '3' });
    const [{ request, metadata, remainingMs } = { request: null, metadata: null, remainingMs: 0 }] = seen;
    expect(remainingMs).toBeGreaterThan(1000);
    expect(remainingMs).toBeLessThanOrEqual(2000);
    expect(request).toMatchObject({
      model_name: 'm',
      model_version: '3',
      id: 'a-1',
      inputs: [{ name: 'X', datatype: 'FP32', shape: ['1', '2'], contents: null }],
      outputs: [{ name: 'Y' }],
      raw_input_contents: [bytes(x.data)],
    });
    const timeout = Number(request?.parameters['timeout']?.int64_param);
    expect(timeout).toBeGreaterThan(1_000_000);
    expect(timeout).toBeLessThanOrEqual(2_000_000);
    expect(metadata?.get('triton-grpc-protocol-key')).toEqual(['secret']);
  });

  it('comes back from typed contents, and says null when the server reports no version', async () => {
    const outputs = [{ name: 'Y', datatype: 'FP32', shape: [1, 2], contents: { fp32_contents: [3, -4] } }];
    const client = clientOf(await serveGrpc({ ModelInfer: () => ({ model_name: 'm', outputs }) }), {
      transport: 'grpc',
    });
    const { outputs: read, reportedVersion } = await client.infer(call, limits());
    expect(read.get('Y')).toEqual(y);
    expect(reportedVersion).toBeNull();
  });

  it('may be 20 MB, when the limit allows it; past the limit it is refused', async () => {
    const data = new Float32Array(5_000_000).fill(1.5);
    const big: GrpcInfer = ({ raw_input_contents }) => ({
      ...answer,
      outputs: [{ name: 'Y', datatype: 'FP32', shape: [1, 5_000_000] }],
      raw_output_contents: raw_input_contents,
    });
    const bigCall = {
      ...call,
      inputs: [{ ...x, shape: [1, 5_000_000], data }],
      outputs: [{ name: 'Y', datatype: 'FP32' as const, shape: [1, -1] }],
    };
    const grpc = await serveGrpc({ ModelInfer: big });
    const { outputs } = await clientOf(grpc, { transport: 'grpc' }).infer(bigCall, limits(10_000));
    const read = outputs.get('Y')?.data;
    // The runner's own comparison takes a minute for so many numbers.
    expect(read instanceof Float32Array && bytes(read).equals(bytes(data))).toBe(true);
    const small = clientOf(grpc, { transport: 'grpc', maxResponseBytes: 2 ** 20 });
    await expect(small.infer(bigCall, limits(10_000))).rejects.toMatchObject({
      code: 'MODEL_BAD_RESPONSE',
      message: expect.stringContaining('over 1048576 bytes'),
    });
  });
});

describe('a bad answer over gRPC', () => {
  it.each<[string, Outgoing<WireInferResponse>, string]>([
    ['another version', { ...answer, model_version: '4' }, 'MODEL_VERSION_MISMATCH'],
    ['another model', { ...answer, model_name: 'n' }, 'MODEL_BAD_RESPONSE'],
    ['a NaN', { ...answer, raw_output_contents: [bytes(Float32Array.of(1, NaN))] }, 'MODEL_BAD_RESPONSE'],
    ['a surplus output', { ...answer, outputs: [...(answer.outputs ?? []), { name: 'Z' }] }, 'MODEL_BAD_RESPONSE'],
    ['no output', { ...answer, outputs: [], raw_output_contents: [] }, 'MODEL_BAD_RESPONSE'],
    ['another shape', { ...answer, outputs: [{ name: 'Y', datatype: 'FP32', shape: [2, 1] }] }, 'MODEL_BAD_RESPONSE'],
    ['fewer bytes than its shape', { ...answer, raw_output_contents: [Buffer.alloc(4)] }, 'MODEL_BAD_RESPONSE'],
  ])('is refused: %s', async (_, wrong, code) => {
    const { code: refused, fault } = await failureOf(() => wrong);
    expect([refused, fault.isServerFault]).toEqual([code, true]);
  });

  it.each<[string, number, string, string, boolean]>([
    [
      'Triton, unknown model',
      status.NOT_FOUND,
      "Request for unknown model: 'm' is not found",
      'MODEL_NOT_READY',
      false,
    ],
    [
      'Triton, not ready',
      status.UNAVAILABLE,
      "Request for unknown model: 'm' has no available versions",
      'MODEL_NOT_READY',
      false,
    ],
    ['MLServer, unknown model', status.UNKNOWN, 'Model m not found', 'MODEL_NOT_READY', false],
    ['a wrong shape', status.INVALID_ARGUMENT, 'unexpected shape for input', 'MODEL_REJECTED_INPUT', false],
    ['a request that cannot be read', status.INTERNAL, 'failed to parse input', 'MODEL_REJECTED_INPUT', false],
    ["MLServer's NaN", status.INTERNAL, 'required argument is not a float', 'MODEL_REJECTED_INPUT', false],
    [
      'a larger message than the server takes',
      status.RESOURCE_EXHAUSTED,
      'Received message larger than max (99 vs. 4194304)',
      'MODEL_REJECTED_INPUT',
      false,
    ],
    ['a full queue', status.RESOURCE_EXHAUSTED, 'Exceeds maximum queue size', 'MODEL_UNAVAILABLE', true],
    ['no such method', status.UNIMPLEMENTED, 'Unknown method', 'MODEL_REJECTED_INPUT', false],
    ['its deadline', status.DEADLINE_EXCEEDED, 'Request timeout expired', 'MODEL_TIMEOUT', true],
    ['a crash', status.INTERNAL, "Stub process 'm' is not healthy.", 'MODEL_UNAVAILABLE', true],
    ['an exception', status.UNKNOWN, 'Exception calling application', 'MODEL_UNAVAILABLE', true],
    ['a cancellation of its own', status.CANCELLED, 'Cancelled', 'MODEL_UNAVAILABLE', true],
  ])('is translated: %s', async (_, code, details, expected, isServerFault) => {
    const failure = await failureOf(() => {
      throw new GrpcStatus(code, details);
    });
    expect([failure.code, failure.fault.isServerFault]).toEqual([expected, isServerFault]);
    expect(failure.message).not.toContain(details);
  });

  it('carries the time that the server asks to be left alone', async () => {
    const metadata = new Metadata();
    metadata.set('retry-after', '7');
    const failure = await failureOf(() => {
      throw new GrpcStatus(status.UNAVAILABLE, 'busy', metadata);
    });
    expect(failure.fault.retryAfterMs).toBe(7000);
    expect(failure.facts).toEqual({ server: 'gpu-1', retryAfterSeconds: 7 });
  });
});

describe('no answer over gRPC', () => {
  it('is MODEL_UNAVAILABLE within a second, unsent: refused, unknown name, TLS to a server without', async () => {
    const grpc = await serveGrpc({});
    for (const address of ['127.0.0.1:1', 'no-such-host.invalid:1', `grpcs://${grpc}`]) {
      const client = clientOf(address, { transport: 'grpc' });
      const started = performance.now();
      await expect(client.infer(call, limits())).rejects.toMatchObject({
        code: 'MODEL_UNAVAILABLE',
        fault: { progress: 'unsent', isServerFault: true },
      });
      expect(performance.now() - started).toBeLessThan(1000);
      expect(await client.ready()).toBe(false);
    }
  });

  it('is MODEL_TIMEOUT on time, and the server sees the call cancelled', async () => {
    let cancelled: Promise<unknown> = Promise.resolve();
    const grpc = await serveGrpc({
      ModelInfer: (_, serverCall) => {
        cancelled = once(serverCall, 'cancelled');
        return new Promise(() => undefined);
      },
    });
    const started = performance.now();
    await expect(clientOf(grpc, { transport: 'grpc' }).infer(call, limits(250))).rejects.toMatchObject({
      code: 'MODEL_TIMEOUT',
      fault: { isServerFault: true },
    });
    expect(performance.now() - started).toBeLessThan(350);
    await cancelled;
  });

  it('is CANCELLED when the caller goes away, and the server sees the call cancelled', async () => {
    const caller = new AbortController();
    let cancelled: Promise<unknown> = Promise.resolve();
    const grpc = await serveGrpc({
      ModelInfer: (_, serverCall) => {
        cancelled = once(serverCall, 'cancelled');
        caller.abort();
        return new Promise(() => undefined);
      },
    });
    const client = clientOf(grpc, { transport: 'grpc' });
    await expect(client.infer(call, limits(3000, caller.signal))).rejects.toMatchObject({ code: 'CANCELLED' });
    await cancelled;
    await client.close();
    await expect(client.infer(call, limits())).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });
});

describe('what a server says of itself over gRPC', () => {
  it('is read; an extension that it does not have is null', async () => {
    const grpc = await serveGrpc({
      ServerLive: () => ({ live: true }),
      ServerReady: () => ({ ready: false }),
      ModelReady: ({ version }: { version: string }) => ({ ready: version === '3' }),
      ServerMetadata: () => ({ name: 'mlserver', version: '1.7.1', extensions: [] }),
      ModelMetadata: () => ({
        name: 'm',
        versions: ['3'],
        inputs: [{ name: 'X', datatype: 'BF16', shape: [-1, 2] }],
        properties: { sha256: 'a'.repeat(64) },
      }),
      RepositoryIndex: () => ({ models: [{ name: 'm', version: '3', state: 'State.READY' }, { name: 'n' }] }),
    });
    const client = clientOf(grpc);
    expect([await client.live(), await client.ready(), await client.modelReady('m', '3')]).toEqual([true, false, true]);
    expect(await client.modelReady('m', '4')).toBe(false);
    expect((await client.serverMetadata()).name).toBe('mlserver');
    expect(await client.modelMetadata('m', null)).toEqual({
      name: 'm',
      versions: ['3'],
      platform: '',
      inputs: [{ name: 'X', datatype: 'BF16', shape: [-1, 2] }],
      outputs: [],
      sha256: 'a'.repeat(64),
    });
    expect(await client.repositoryIndex()).toEqual([
      { name: 'm', version: '3', state: 'READY', reason: '' },
      { name: 'n', version: null, state: 'UNKNOWN', reason: '' },
    ]);
    expect(await client.statistics()).toBeNull();
    expect(await client.modelConfig('m', '3')).toBeNull();
    expect(await client.loadModel('m', limits())).toBe(false);
  });

  it('carries every datatype there and back', async () => {
    const grpc = await serveGrpc({
      ModelInfer: ({ inputs, raw_input_contents }) => ({
        model_name: 'm',
        outputs: inputs.map(({ name, datatype, shape }) => ({ name, datatype, shape })),
        raw_output_contents: raw_input_contents,
      }),
    });
    const tensors: readonly Tensor[] = [
      { name: 'a', datatype: 'BOOL', shape: [2], data: Uint8Array.of(0, 1) },
      { name: 'b', datatype: 'UINT64', shape: [1], data: BigUint64Array.of(2n ** 64n - 1n) },
      { name: 'c', datatype: 'INT64', shape: [1], data: BigInt64Array.of(-(2n ** 63n)) },
      { name: 'd', datatype: 'FP16', shape: [1], data: Uint16Array.of(0x3c00) },
      { name: 'e', datatype: 'BF16', shape: [1], data: Uint16Array.of(0x3f80) },
      { name: 'f', datatype: 'FP64', shape: [0, 3], data: new Float64Array() },
      { name: 'g', datatype: 'INT8', shape: [], data: Int8Array.of(-1) },
    ];
    const outputs = tensors.map(({ name, datatype, shape }) => ({ name, datatype, shape }));
    const client = clientOf(grpc, { transport: 'grpc' });
    const { outputs: read } = await client.infer({ model: call.model, inputs: tensors, outputs }, limits());
    expect([...read.values()]).toEqual(tensors);
  });
});

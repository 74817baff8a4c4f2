import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InferenceClient, type OutputExpectation } from '#libs/inference-client';
import { decodeInferenceRequest, type Tensor } from '#libs/inference-protocol';
import { badModels, goodModels, root, startServer, type ServerProcess } from './start-server.js';

interface Case {
  readonly model: string;
  readonly version: string;
  readonly inputs: readonly unknown[];
  readonly outputs: readonly unknown[];
}

// Inputs and answers by NumPy: see test/fixtures/models/make_models.py.
const { cases }: { cases: readonly Case[] } = JSON.parse(
  readFileSync(`${root}test/fixtures/models/expected.json`, 'utf8'),
);
const tensorsOf = (list: readonly unknown[]): readonly Tensor[] =>
  decodeInferenceRequest(new TextEncoder().encode(JSON.stringify({ inputs: list })), null).inputs;

let server: ServerProcess;
let binary: InferenceClient;
let json: InferenceClient;
beforeAll(async () => {
  server = await startServer('--models', goodModels, '--models', badModels);
  binary = new InferenceClient({ id: 'local', url: server.url });
  json = new InferenceClient({ id: 'local', url: server.url, transport: 'json' });
});
afterAll(async () => {
  await binary.close();
  await json.close();
  expect(await server.stop()).toBe(0);
});

const limits = { signal: new AbortController().signal, timeoutMs: 10_000 };
const expectationsOf = (tensors: readonly Tensor[]): readonly OutputExpectation[] =>
  tensors.map(({ name, datatype, shape }) => ({
    name,
    datatype,
    shape: shape.map((size, i) => (i === 0 ? -1 : size)),
  }));

describe('a model', () => {
  it.each(cases)(
    '$model/$version answers what NumPy computes, in binary and in JSON',
    async ({ model, version, inputs, outputs }) => {
      const expected = tensorsOf(outputs);
      for (const client of [binary, json]) {
        const call = { model: { name: model, version }, inputs: tensorsOf(inputs), outputs: expectationsOf(expected) };
        const answer = await client.infer(call, limits);
        expect(answer.reportedVersion).toBe(version);
        for (const tensor of expected) compare(answer.outputs.get(tensor.name), tensor);
      }
    },
  );

  function compare(found: Tensor | undefined, expected: Tensor): void {
    expect(found).toMatchObject({ name: expected.name, datatype: expected.datatype, shape: expected.shape });
    expected.data.forEach((value, i) => expect(Math.abs(Number(found?.data[i]) - Number(value))).toBeLessThan(1e-6));
  }

  it('carries every datatype through ONNX Runtime and back, bit by bit', async () => {
    const inputs: readonly Tensor[] = [
      { name: 'BOOL', datatype: 'BOOL', shape: [2], data: Uint8Array.of(1, 0) },
      { name: 'UINT8', datatype: 'UINT8', shape: [2], data: Uint8Array.of(1, 255) },
      { name: 'UINT16', datatype: 'UINT16', shape: [2], data: Uint16Array.of(1, 65535) },
      { name: 'UINT32', datatype: 'UINT32', shape: [2], data: Uint32Array.of(1, 4294967295) },
      { name: 'UINT64', datatype: 'UINT64', shape: [2], data: BigUint64Array.of(1n, 2n ** 64n - 1n) },
      { name: 'INT8', datatype: 'INT8', shape: [2], data: Int8Array.of(-128, 127) },
      { name: 'INT16', datatype: 'INT16', shape: [2], data: Int16Array.of(-32768, 5) },
      { name: 'INT32', datatype: 'INT32', shape: [2], data: Int32Array.of(-2147483648, 5) },
      { name: 'INT64', datatype: 'INT64', shape: [2], data: BigInt64Array.of(-(2n ** 63n), 5n) },
      { name: 'FP16', datatype: 'FP16', shape: [2], data: Uint16Array.of(0x3c01, 0x8000) },
      { name: 'FP32', datatype: 'FP32', shape: [2], data: Float32Array.of(0.1, -0) },
      { name: 'FP64', datatype: 'FP64', shape: [2], data: Float64Array.of(0.1, 5e-324) },
      { name: 'BYTES', datatype: 'BYTES', shape: [2], data: [new TextEncoder().encode('ä'), new Uint8Array()] },
    ];
    const outputs = inputs.map(({ name, datatype }) => ({ name: `${name}_OUT`, datatype, shape: [-1] }));
    const sent = structuredClone(inputs);
    const answer = await binary.infer({ model: { name: 'every-datatype', version: '1' }, inputs, outputs }, limits);
    for (const { name, datatype, data } of sent) {
      const found = answer.outputs.get(`${name}_OUT`);
      expect(found?.datatype).toBe(datatype);
      expect(found?.data).toEqual(data);
    }
  });

  it('that makes NaN is refused by the client in binary, and by the server in JSON', async () => {
    const call = {
      model: { name: 'log', version: '1' },
      inputs: tensorsOf([{ name: 'X', datatype: 'FP32', shape: [2], data: [1, -1] }]),
      outputs: [{ name: 'Y', datatype: 'FP32', shape: [-1] }],
    } as const;
    await expect(binary.infer(call, limits)).rejects.toMatchObject({ code: 'MODEL_BAD_RESPONSE' });
    const response = await fetch(`${server.url}/v2/models/log/infer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"inputs":[{"name":"X","datatype":"FP32","shape":[2],"data":[1,-1]}]}',
    });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/outputs\[0\].*not finite.*binary/) });
  });

  it('takes zero tiles, and JSON outputs beside binary ones', async () => {
    const empty: Tensor = { name: 'X', datatype: 'FP32', shape: [0, 3], data: new Float32Array() };
    const outputs = [{ name: 'Y', datatype: 'FP32', shape: [-1, 3] }] as const;
    for (const client of [binary, json]) {
      const answer = await client.infer(
        { model: { name: 'echo-fp32', version: '1' }, inputs: [empty], outputs },
        limits,
      );
      expect(answer.outputs.get('Y')).toEqual({ ...empty, name: 'Y' });
    }
  });
});

describe('versions', () => {
  it('without a number the highest answers, by number and not by text, and says so', async () => {
    const inputs = tensorsOf([{ name: 'X', datatype: 'FP32', shape: [1], data: [1] }]);
    const outputs = [{ name: 'Y', datatype: 'FP32', shape: [1] }] as const;
    const answer = await binary.infer({ model: { name: 'two-versions', version: null }, inputs, outputs }, limits);
    expect(answer.reportedVersion).toBe('10');
    expect(answer.outputs.get('Y')?.data).toEqual(Float32Array.of(4));
    expect((await binary.modelMetadata('two-versions', null)).versions).toEqual(['9', '10']);
  });

  it('that are not there or cannot be loaded are MODEL_NOT_READY, and the rest serves', async () => {
    const inputs = tensorsOf([{ name: 'X', datatype: 'FP32', shape: [1], data: [1] }]);
    for (const [name, version] of [
      ['two-versions', '1'],
      ['nope', '1'],
      ['external', '1'],
      ['broken', '1'],
      ['no-file', '1'],
    ] as const) {
      const call = { model: { name, version }, inputs, outputs: [] };
      await expect(binary.infer(call, limits)).rejects.toMatchObject({ code: 'MODEL_NOT_READY' });
      expect(await binary.modelReady(name, version)).toBe(false);
    }
    expect(await binary.modelReady('two-versions', '9')).toBe(true);
  });
});

describe('the server says of itself', () => {
  it('what it is, in one line and by protocol', async () => {
    expect(server.line).toBe(`tessera-model-server listening on ${server.url} (16 models, 17 versions)`);
    expect(await binary.live()).toBe(true);
    expect(await binary.ready()).toBe(true);
    expect(await binary.serverMetadata()).toMatchObject({
      name: 'tessera-model-server',
      extensions: ['binary_tensor_data', 'model_repository', 'model_configuration', 'statistics', 'parameters'],
    });
  });

  it('a signature as the model file has it, and the digest of that file', async () => {
    const file = readFileSync(`${goodModels}/tiles/1/model.onnx`);
    expect(await binary.modelMetadata('tiles', '1')).toEqual({
      name: 'tiles',
      versions: ['1'],
      platform: 'onnxruntime_onnx',
      inputs: [{ name: 'image', datatype: 'UINT8', shape: [-1, 8, 8, 3] }],
      outputs: [{ name: 'features', datatype: 'FP32', shape: [-1, 3] }],
      sha256: createHash('sha256').update(file).digest('hex'),
    });
  });

  it('which models are broken and why, without a path', async () => {
    const index = async (body: string): Promise<readonly { name: string; state: string; reason?: string }[]> => {
      const response = await fetch(`${server.url}/v2/repository/index`, { method: 'POST', body });
      return JSON.parse(await response.text());
    };
    const all = await index('{}');
    const reasons = Object.fromEntries(
      all.filter(({ state }) => state !== 'READY').map(({ name, reason }) => [name, reason]),
    );
    expect(reasons).toEqual({
      broken: 'model.onnx is not an ONNX model, or is truncated',
      external: expect.stringContaining('external data'),
      'external-nested': expect.stringContaining('external data'),
      'no-file': 'there is no file model.onnx',
      truncated: 'model.onnx is not an ONNX model, or is truncated',
    });
    expect((await index('{"ready":true}')).length).toBe(all.length - 5);
    expect(JSON.stringify(all)).not.toContain(root);
  });
});

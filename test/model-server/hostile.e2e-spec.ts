import { Client, credentials, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Pool } from 'undici';
import { loadInferenceService, type InferenceService } from '#libs/inference-protocol';
import {
  chance,
  GOOD_BODY,
  GOOD_MESSAGE,
  hostileGrpc,
  hostileRest,
  mutated,
  type RestRequest,
} from './hostile-requests.js';
import { goodModels, startServer, type ServerProcess } from './start-server.js';

let server: ServerProcess;
let pool: Pool;
let grpc: Client;
let grpcAddress = '';
let service: InferenceService;
beforeAll(async () => {
  server = await startServer('--models', goodModels, '--grpc-port', '0', '--max-body-mib', '8');
  pool = new Pool(server.url, { connections: 16 });
  grpcAddress = /gRPC on (\S+)/.exec(server.line)?.[1] ?? '';
  grpc = new Client(grpcAddress, credentials.createInsecure());
  service = await loadInferenceService();
});
afterAll(async () => {
  grpc.close();
  await pool.close();
  expect(await server.stop()).toBe(0);
  expect(server.stderr()).not.toContain('a bug');
});

interface Answer {
  readonly what: string;
  readonly status: number;
  readonly text: string;
}

async function rest({ what, path, headers, body }: RestRequest): Promise<Answer> {
  const answer = await pool.request({ method: 'POST', path, headers, body });
  return { what, status: answer.statusCode, text: await answer.body.text() };
}

function call(what: string, message: Buffer, client = grpc): Promise<Answer> {
  const same = (bytes: Buffer): Buffer => bytes;
  return new Promise((resolve) => {
    client.makeUnaryRequest(service.ModelInfer.path, same, same, message, (error, reply) =>
      resolve({ what, status: error?.code ?? status.OK, text: error?.details ?? String(reply?.byteLength) }),
    );
  });
}

/** All of them, sixteen at a time. */
async function ask<T>(items: Iterable<T>, act: (item: T) => Promise<Answer>): Promise<readonly Answer[]> {
  const queue = items[Symbol.iterator]();
  const answers: Answer[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) answers.push(await act(next.value));
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return answers;
}

const goodRest: RestRequest = {
  what: 'good',
  path: '/v2/models/mean/infer',
  headers: { 'content-type': 'application/json' },
  body: GOOD_BODY,
};
const serialize = (message: typeof GOOD_MESSAGE | Buffer): Buffer =>
  Buffer.isBuffer(message) ? message : service.ModelInfer.requestSerialize(message);
async function residentMiB(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/_resident_memory_bytes (\d+)/.exec(text)?.[1]) / 2 ** 20;
}

it('2,000 hostile requests over REST and gRPC get an error each, and the server answers as before', async () => {
  const before = await rest(goodRest);
  expect(before.status).toBe(200);
  const goodCall = await call('good', serialize(GOOD_MESSAGE));
  expect(goodCall.status).toBe(status.OK);
  const memory = await residentMiB();
  const startedAt = performance.now();

  const restAnswers = await ask(hostileRest(1_000, chance(1)), rest);
  const wrong = restAnswers.filter((answer) => answer.status < 400 || answer.status >= 500);
  expect(wrong).toEqual([]);
  for (const { text } of restAnswers) expect(JSON.parse(text)).toEqual({ error: expect.any(String) });

  const grpcAnswers = await ask(hostileGrpc(500, chance(2)), ({ what, message }) => call(what, serialize(message)));
  const allowed = new Set([status.INVALID_ARGUMENT, status.NOT_FOUND, status.RESOURCE_EXHAUSTED]);
  expect(grpcAnswers.filter((answer) => !allowed.has(answer.status))).toEqual([]);

  // Some of these are still good requests; none is the server's fault.
  const random = chance(3);
  const restMutants = Array.from({ length: 250 }, () => ({
    ...goodRest,
    body: mutated(Buffer.from(GOOD_BODY), random),
  }));
  const mutants = await ask(restMutants, rest);
  expect(mutants.filter((answer) => answer.status >= 500)).toEqual([]);
  const grpcMutants = Array.from({ length: 250 }, () => mutated(serialize(GOOD_MESSAGE), random));
  const faults = new Set([status.INTERNAL, status.UNKNOWN, status.UNAVAILABLE]);
  expect((await ask(grpcMutants, (bytes) => call('mutant', bytes))).filter((one) => faults.has(one.status))).toEqual(
    [],
  );

  console.log(`2,000 hostile requests in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  expect(server.child.exitCode).toBeNull();
  expect(await rest(goodRest)).toEqual(before);
  expect(await call('good', serialize(GOOD_MESSAGE))).toEqual(goodCall);
  expect((await residentMiB()) - memory).toBeLessThan(128);
});

it('large ones too: brackets, empty texts, typed values, a bomb in gzip', async () => {
  const before = await rest(goodRest);
  const megabytes = 7 * 2 ** 20;
  const bodies = [
    '['.repeat(megabytes),
    `{"inputs":[${'{},'.repeat(megabytes / 3 - 10)}{}]}`,
    `{"inputs":[{"name":"BYTES","datatype":"BYTES","shape":[${megabytes / 4}],"data":[${'"",'.repeat(megabytes / 4)}""]}]}`,
    `{"inputs":[{"name":"X","datatype":"FP32","shape":[1,1,1],"data":[${'1,'.repeat(megabytes / 3)}1]}]}`,
  ];
  const head = JSON.stringify({
    inputs: [{ name: 'BYTES', datatype: 'BYTES', shape: [megabytes / 4], parameters: { binary_data_size: megabytes } }],
  });
  const texts = {
    ...goodRest,
    path: '/v2/models/every-datatype/infer',
    body: Buffer.concat([Buffer.from(head), Buffer.alloc(megabytes)]),
  };
  const answers = await Promise.all([
    ...bodies.map((body) => rest({ ...goodRest, body })),
    rest({ ...texts, headers: { 'inference-header-content-length': String(head.length) } }),
  ]);
  expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 400]);
  const floats = new Array<number>(2 ** 20).fill(1);
  const typed = {
    model_name: 'mean',
    inputs: [{ name: 'X', datatype: 'FP32', shape: [1], contents: { fp32_contents: floats } }],
  };
  expect((await call('typed', serialize(typed))).status).toBe(status.INVALID_ARGUMENT);
  expect((await call('too large', Buffer.alloc(9 * 2 ** 20))).status).toBe(status.RESOURCE_EXHAUSTED);
  // 32 MiB of zeros in some 32 KiB.
  const zipped = new Client(grpcAddress, credentials.createInsecure(), { 'grpc.default_compression_algorithm': 2 });
  expect((await call('bomb', Buffer.alloc(32 * 2 ** 20), zipped)).status).toBe(status.RESOURCE_EXHAUSTED);
  expect((await call('zipped', serialize(GOOD_MESSAGE), zipped)).status).toBe(status.OK);
  zipped.close();
  expect(await rest(goodRest)).toEqual(before);
});

it('a port for gRPC that is taken stops the start, by name', async () => {
  const second = startServer('--models', goodModels, '--grpc-port', new URL(server.url).port);
  await expect(second).rejects.toThrow('tessera-model-server: --grpc-port names a port that cannot be listened on');
});

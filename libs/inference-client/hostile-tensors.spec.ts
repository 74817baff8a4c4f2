import { describe, expect, it } from 'vitest';
import { countElements, ITEM_SIZES, isDatatype } from '#libs/inference-protocol';
import { serveGrpc } from './fake-grpc-server.spec-support.js';
import { call, clientOf, closeAfterTest, decode, good, limits, reply, serve, x } from './fake-server.spec-support.js';
import { InferenceClient, type InferenceCall } from './index.js';

/** Numbers that come out the same in every run. */
function dice(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed;
  return <T>(choices: readonly T[]) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    // Null and undefined are among what is chosen.
    return choices[((mixed ^ (mixed >>> 14)) >>> 0) % choices.length] as T;
  };
}

const DIMENSIONS: readonly unknown[] = [
  0,
  1,
  2,
  3,
  -1,
  -0,
  0.5,
  1e300,
  NaN,
  Infinity,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  100_000,
  '2',
  null,
  2n,
  [2],
  {},
  true,
];
const DATATYPES: readonly unknown[] = [
  ...Object.keys(ITEM_SIZES),
  'FP8',
  'fp32',
  'constructor',
  '__proto__',
  '',
  null,
  7,
  { toString: () => 'FP32' },
];
const ARRAYS: readonly (() => unknown)[] = [
  () => Float32Array.of(1, 2),
  () => new Float32Array(0),
  () => new Float64Array(4),
  () => Uint8Array.of(0, 1),
  () => Uint8Array.of(2, 3),
  () => new Uint16Array(6),
  () => new BigInt64Array(2),
  () => new BigUint64Array(1),
  () => Int32Array.of(1),
  () => [1, 2],
  () => [Uint8Array.of(1), new Uint8Array(0)],
  () => [Uint8Array.of(1), 'x'],
  () => ({ length: 2, byteLength: 8, buffer: new ArrayBuffer(8), byteOffset: 0 }),
  () => new DataView(new ArrayBuffer(8)),
  () => new Uint8ClampedArray(2),
  () => null,
  () => 'text',
  () => detached(),
  () => new Boaster(2),
  () => new Float32Array(resizable()),
];
const NAMES: readonly unknown[] = ['X', 'ä', 'X"},{"name":"Y', '', '\u0000', '\ud800', 'x'.repeat(2000), 7, null, {}];

function detached(): Float32Array {
  const data = Float32Array.of(1, 2);
  structuredClone(data.buffer, { transfer: [data.buffer] });
  return data;
}

/** A buffer that can grow; the library's types are older than it. */
function resizable(): ArrayBuffer {
  return Reflect.construct(ArrayBuffer, [16, { maxByteLength: 64 }]);
}

/** Says that it is longer than it is. */
class Boaster extends Float32Array {
  override get length(): number {
    return 1000;
  }
  override get byteLength(): number {
    return 4000;
  }
}

/** A tensor of which each part may be wrong; about one in a hundred is right. */
function madeTensor(pick: <T>(choices: readonly T[]) => T): unknown {
  const shape = pick([
    () => Array.from({ length: pick([0, 1, 2, 3]) }, () => pick(DIMENSIONS)),
    () => Array.from({ length: pick([0, 1, 2]) }, () => pick([0, 1, 2, 4])),
    () => pick<unknown>([null, 'shape', { length: 1, 0: 2 }, new Array(40).fill(1), [100_000, 100_000]]),
  ])();
  const data = pick(ARRAYS)();
  const datatype = pick(DATATYPES);
  const name = pick([pick(NAMES), 'X', 'X', 'X']);
  return pick<() => unknown>([
    () => ({ name, datatype, shape, data }),
    () => ({ name, datatype, shape, data }),
    () => pick<unknown>([null, undefined, 7, [], { name }, { name, datatype, shape }]),
    () => lying({ name, datatype: pick(['FP32', datatype]), shape, data }),
  ])();
}

/** Says something else each time it is asked for its shape. */
function lying(tensor: object): unknown {
  const shapes = [[2], [1, 2], [100_000, 100_000], [-1]];
  let asked = 0;
  return Object.defineProperty({ ...tensor }, 'shape', { get: () => shapes[asked++ % shapes.length] });
}

const hostileCall = (inputs: unknown): InferenceCall => Object.assign({ ...call, outputs: call.outputs }, { inputs });

/** What arrived, held against itself by this spec's own arithmetic. */
function requireSound(tensor: { datatype: string; shape: readonly number[]; byteLength: number }): void {
  if (!isDatatype(tensor.datatype)) throw new Error('an unknown datatype arrived');
  expect(tensor.shape.every((size) => Number.isSafeInteger(size) && size >= 0)).toBe(true);
  const itemSize = ITEM_SIZES[tensor.datatype];
  const count = countElements(tensor.shape);
  if (itemSize !== null) expect(BigInt(tensor.byteLength)).toBe(count * BigInt(itemSize));
  else expect(BigInt(tensor.byteLength)).toBeGreaterThanOrEqual(count * 4n);
}

const CALLS = 2000;

describe('hostile tensors', () => {
  it.each(['binary', 'json', 'grpc'] as const)(
    'reach no server over %s: what arrives is sound',
    async (transport) => {
      let arrived = 0;
      const { url } = await serve((request, response, body) => {
        arrived += 1;
        for (const { datatype, shape, data } of decode(request, body).inputs) {
          const elements = [...(Array.isArray(data) ? data : [])];
          const joined = elements.reduce((sum, element) => sum + 4 + element.byteLength, 0);
          requireSound({ datatype, shape, byteLength: ArrayBuffer.isView(data) ? data.byteLength : joined });
        }
        reply(response, good);
      });
      const grpc = await serveGrpc({
        ModelInfer: ({ inputs, raw_input_contents: raw }) => {
          arrived += 1;
          inputs.forEach(({ datatype, shape }, i) =>
            requireSound({ datatype, shape: shape.map(Number), byteLength: raw[i]?.byteLength ?? -1 }),
          );
          return {
            model_name: 'm',
            outputs: [{ name: 'Y', datatype: 'FP32', shape: [1, 2] }],
            raw_output_contents: [Buffer.alloc(8)],
          };
        },
      });
      const client = closeAfterTest(new InferenceClient({ id: 'gpu-1', url, grpc, transport, maxInFlight: 16 }));
      const pick = dice(20_261_121);
      let refused = 0;
      for (let i = 0; i < CALLS; i += 1) {
        const tensors = Array.from({ length: pick([1, 1, 1, 2, 0]) }, () => madeTensor(pick));
        const inputs = i % 50 === 0 ? [x] : pick<unknown>([tensors, tensors, tensors, i % 20 === 1 ? null : tensors]);
        await client.infer(hostileCall(inputs), limits()).catch((error: unknown) => {
          expect(error).toMatchObject({
            code: 'MODEL_REJECTED_INPUT',
            fault: { isServerFault: false, progress: 'unsent' },
          });
          refused += 1;
        });
      }
      expect(refused + arrived).toBe(CALLS);
      expect(refused).toBeGreaterThan(CALLS * 0.8);
      expect(arrived).toBeGreaterThanOrEqual(CALLS / 50);
      expect((await client.infer(call, limits())).modelName).toBe('m');
    },
    60_000,
  );

  it('are refused for the false shape that ends a Triton, and for what is over the limit', async () => {
    const { url } = await serve(() => expect.fail('was sent'));
    const client = clientOf(url, { maxRequestBytes: 1000 });
    const one = Float32Array.of(1);
    for (const [shape, data] of [
      [[100_000, 100_000], one],
      [[2 ** 32, 2 ** 32], new Float32Array()],
      [[2 ** 31, 2 ** 31], one],
      [[0, 2 ** 40], new Float32Array()],
      [[-1, -1], one],
      [[251], new Float32Array(251)],
    ] as const)
      await expect(client.infer({ ...call, inputs: [{ ...x, shape, data }] }, limits())).rejects.toMatchObject({
        code: 'MODEL_REJECTED_INPUT',
        facts: { server: 'gpu-1', status: 'not sent', rule: expect.stringMatching(/inputs|1000 bytes/) },
      });
  });

  it.each(['.', '..', '', 'a\u0000b', '\ud800', 'x'.repeat(2000)])('have no model named %j', async (name) => {
    const { url } = await serve(() => expect.fail('was sent'));
    const client = clientOf(url, { transport: 'binary' });
    const badName = { code: 'BAD_USER_INPUT' };
    await expect(client.infer({ ...call, model: { name, version: '1' } }, limits())).rejects.toMatchObject(badName);
    await expect(client.infer({ ...call, model: { name: 'm', version: name } }, limits())).rejects.toMatchObject(
      badName,
    );
    await expect(client.modelReady(name, null)).rejects.toMatchObject(badName);
  });

  it('that lose their data while they wait to be sent are not sent', async () => {
    const { url } = await serve((_, response) => setTimeout(() => reply(response, good), 50));
    const client = clientOf(url, { transport: 'binary', maxInFlight: 1 });
    const data = Float32Array.of(1, 2);
    const first = client.infer(call, limits());
    const second = client.infer({ ...call, inputs: [{ ...x, data }] }, limits());
    structuredClone(data.buffer, { transfer: [data.buffer] });
    await first;
    await expect(second).rejects.toMatchObject({ code: 'MODEL_REJECTED_INPUT', facts: { status: 'not sent' } });
  });
});

import { describe, expect, it } from 'vitest';
import { InvalidInferenceMessage } from '#libs/errors';
import {
  decodeInferenceRequest,
  decodeInferenceResponse,
  encodeInferenceRequest,
  encodeInferenceResponse,
  parseHeaderLength,
  type EncodedMessage,
  type InferenceRequest,
  type Tensor,
} from './index.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const everyDatatype: readonly Tensor[] = [
  { name: 'a', datatype: 'BOOL', shape: [2], data: Uint8Array.of(0, 1) },
  { name: 'b', datatype: 'UINT8', shape: [3], data: Uint8Array.of(0, 7, 255) },
  { name: 'c', datatype: 'UINT16', shape: [2], data: Uint16Array.of(0, 65535) },
  { name: 'd', datatype: 'UINT32', shape: [2], data: Uint32Array.of(0, 4294967295) },
  { name: 'e', datatype: 'UINT64', shape: [2], data: BigUint64Array.of(0n, 9007199254740991n) },
  { name: 'f', datatype: 'INT8', shape: [2], data: Int8Array.of(-128, 127) },
  { name: 'g', datatype: 'INT16', shape: [2], data: Int16Array.of(-32768, 32767) },
  { name: 'h', datatype: 'INT32', shape: [2], data: Int32Array.of(-2147483648, 2147483647) },
  { name: 'i', datatype: 'INT64', shape: [2], data: BigInt64Array.of(-9007199254740991n, 5n) },
  { name: 'j', datatype: 'FP16', shape: [3], data: Uint16Array.of(0x3c00, 0x8000, 0x0001) },
  { name: 'k', datatype: 'FP32', shape: [1, 4], data: Float32Array.of(0.1, -0, 3.4028234663852886e38, 1e-45) },
  { name: 'l', datatype: 'FP64', shape: [2, 1], data: Float64Array.of(0.1, 5e-324) },
  { name: 'm', datatype: 'BYTES', shape: [3], data: [text('ä'), text(''), text('two')] },
  { name: 'n', datatype: 'FP32', shape: [0, 5], data: new Float32Array() },
  { name: 'o', datatype: 'FP64', shape: [], data: Float64Array.of(2) },
];

const request: InferenceRequest = { id: 'r-1', parameters: { timeout: 5 }, inputs: everyDatatype, outputs: [] };

function join(message: EncodedMessage, shift = 0): Uint8Array {
  const bytes = Buffer.concat(message.pieces);
  expect(bytes.byteLength).toBe(message.contentLength);
  const room = new Uint8Array(bytes.byteLength + shift);
  room.set(bytes, shift);
  return room.subarray(shift);
}

const headerLength = (message: EncodedMessage): number | null =>
  parseHeaderLength(message.headers['inference-header-content-length']);

describe('a message', () => {
  it.each(['json', 'binary'] as const)('carries every datatype in %s and back', (encoding) => {
    const message = encodeInferenceRequest(request, encoding);
    const decoded = decodeInferenceRequest(join(message), headerLength(message));
    expect(decoded.inputs).toEqual(everyDatatype);
    expect(decoded.id).toBe('r-1');
    expect(decoded.parameters['timeout']).toBe(5);
    const minusZero = decoded.inputs.find((tensor) => tensor.name === 'k')?.data[1];
    expect(Object.is(minusZero, -0)).toBe(true);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('is read rightly when its address is off by %i bytes', (shift) => {
    const message = encodeInferenceRequest(request, 'binary');
    expect(decodeInferenceRequest(join(message, shift), headerLength(message)).inputs).toEqual(everyDatatype);
  });

  it('puts tensors at multiples of 8 bytes and sends views, not copies', () => {
    const input: Tensor = { name: 'ünïcode', datatype: 'FP32', shape: [2], data: Float32Array.of(1, 2) };
    const message = encodeInferenceRequest({ ...request, inputs: [input] }, 'binary');
    expect(Number(message.headers['inference-header-content-length']) % 8).toBe(0);
    expect(message.pieces[1]?.buffer).toBe(input.data.buffer);
    const decoded = decodeInferenceRequest(join(message), headerLength(message));
    expect(decoded.inputs).toEqual([input]);
  });

  it('carries NaN and infinity, and 64-bit integers beyond 2^53, in binary', () => {
    const inputs: readonly Tensor[] = [
      { name: 'x', datatype: 'FP32', shape: [3], data: Float32Array.of(NaN, Infinity, -Infinity) },
      { name: 'y', datatype: 'INT64', shape: [1], data: BigInt64Array.of(-(2n ** 63n)) },
    ];
    const message = encodeInferenceRequest({ ...request, inputs }, 'binary');
    expect(decodeInferenceRequest(join(message), headerLength(message)).inputs).toEqual(inputs);
  });

  it.each<Tensor>([
    { name: 'x', datatype: 'FP32', shape: [1], data: Float32Array.of(NaN) },
    { name: 'x', datatype: 'FP64', shape: [1], data: Float64Array.of(Infinity) },
    { name: 'x', datatype: 'FP16', shape: [1], data: Uint16Array.of(0x7c00) },
    { name: 'x', datatype: 'BYTES', shape: [1], data: [Uint8Array.of(0xff)] },
  ])('refuses to write $datatype that JSON cannot carry', (tensor) => {
    expect(() => encodeInferenceRequest({ ...request, inputs: [tensor] }, 'json')).toThrow(InvalidInferenceMessage);
  });

  it('mixes JSON and binary outputs as asked', () => {
    const response = { modelName: 'm', modelVersion: '3', id: null, outputs: everyDatatype };
    const message = encodeInferenceResponse(response, (name) => (name === 'k' || name === 'm' ? 'json' : 'binary'));
    expect(decodeInferenceResponse(join(message), headerLength(message))).toEqual(response);
  });
});

describe('JSON data', () => {
  const decode = (shape: unknown, data: unknown, datatype = 'FP32'): unknown =>
    decodeInferenceRequest(text(JSON.stringify({ inputs: [{ name: 'x', datatype, shape, data }] })), null).inputs[0]
      ?.data;

  it('is taken nested or flat', () => {
    expect(
      decode(
        [2, 2],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(decode([2, 2], [1, 2, 3, 4])).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(decode([2, 0], [[], []])).toEqual(new Float32Array());
    expect(decode([], [7])).toEqual(Float32Array.of(7));
  });

  it.each<[string, unknown, unknown, string]>([
    ['ragged', [2, 2], [[1, 2, 3], [4]], 'FP32'],
    [
      'nested unlike the shape',
      [4],
      [
        [1, 2],
        [3, 4],
      ],
      'FP32',
    ],
    ['mixed', [2], [1, [2]], 'FP32'],
    ['too few', [100000, 100000], [1], 'FP32'],
    ['product beyond 2^53', [2 ** 31, 2 ** 31], [1], 'FP32'],
    ['product that overflows to one', [2 ** 32, 2 ** 32], [], 'FP32'],
    ['negative dimension', [-1, 2], [1, 2], 'FP32'],
    ['two negative dimensions', [-1, -2], [1, 2], 'FP32'],
    ['fractional dimension', [1.5], [1], 'FP32'],
    ['dimension beyond 2^53', [2 ** 53], [1], 'FP32'],
    ['dimension as text', ['1'], [1], 'FP32'],
    ['no shape', undefined, [1], 'FP32'],
    ['40 dimensions', new Array(40).fill(1), [1], 'FP32'],
    ['null for a number', [1], [null], 'FP32'],
    ['text for a number', [1], ['1'], 'FP32'],
    ['a number too large for FP32', [1], [1e300], 'FP32'],
    ['a number too large for FP16', [1], [65520], 'FP16'],
    ['256 as UINT8', [1], [256], 'UINT8'],
    ['a fraction as INT32', [1], [0.5], 'INT32'],
    ['an integer past the range of INT64', [1], [2 ** 64], 'INT64'],
    ['2 as BOOL', [1], [2], 'BOOL'],
    ['a number as BYTES', [1], [1], 'BYTES'],
    ['a lone surrogate as BYTES', [1], ['\ud800'], 'BYTES'],
    ['no data', [1], undefined, 'FP32'],
    ['data that is an object', [1], { 0: 1 }, 'FP32'],
    ['an unknown datatype', [1], [1], 'BF16'],
    ['a datatype that is a member of Object', [1], [1], 'constructor'],
  ])('is refused: %s', (_, shape, data, datatype) => {
    expect(() => decode(shape, data, datatype)).toThrow(InvalidInferenceMessage);
  });
});

describe('a hostile body', () => {
  const body = (json: unknown, tail = new Uint8Array()): [Uint8Array, number] => {
    const head = text(JSON.stringify(json));
    return [Buffer.concat([head, tail]), head.byteLength];
  };
  const input = (shape: unknown, size: unknown, datatype = 'FP32', name = 'x'): unknown => ({
    name,
    datatype,
    shape,
    parameters: { binary_data_size: size },
  });

  it.each<[string, unknown, number]>([
    ['size that disagrees with the shape', [input([3], 8)], 8],
    ['size beyond the body', [input([4], 16)], 8],
    ['bytes left over', [input([1], 4)], 8],
    ['negative size', [input([1], -4)], 4],
    ['fractional size', [input([1], 3.5)], 4],
    ['size as text', [input([1], '4')], 4],
    ['overflowing shape with size 0', [input([4294967296, 4294967296], 0)], 0],
    ['huge shape with one value', [input([100000, 100000], 4)], 4],
    ['[2^31, 2^31]', [input([2 ** 31, 2 ** 31], 4)], 4],
    ['the same name twice', [input([1], 4), input([1], 4)], 8],
    ['a BOOL of 2', [input([4], 4, 'BOOL')], 4],
    ['BYTES length beyond the tensor', [input([1], 4, 'BYTES')], 4],
    ['BYTES count beyond the tensor', [input([2 ** 40], 4, 'BYTES')], 4],
    ['data and a size', [{ ...Object(input([1], 4)), data: [1] }], 4],
    ['inputs that are an object', { 0: input([1], 4) }, 4],
    ['no inputs', undefined, 0],
    ['a null input', [null], 0],
    ['an empty name', [input([1], 4, 'FP32', '')], 4],
    ['2000 inputs', Array.from({ length: 2000 }, (_, i) => input([0], 0, 'FP32', String(i))), 0],
  ])('is refused: %s', (_, inputs, tail) => {
    const [bytes, length] = body({ inputs }, new Uint8Array(tail).fill(2));
    expect(() => decodeInferenceRequest(bytes, length)).toThrow(InvalidInferenceMessage);
  });

  it.each(['-1', 'ten', '1.5', '0x10', '', ' 5', '99999999999', '2000000', '0', '+5'])(
    'is refused with header length "%s"',
    (length) => {
      expect(() => parseHeaderLength(length)).toThrow(InvalidInferenceMessage);
    },
  );

  it('is refused when the header length is beyond the body, or cuts the JSON', () => {
    const [bytes, length] = body({ inputs: [] });
    expect(() => decodeInferenceRequest(bytes, length + 1)).toThrow(InvalidInferenceMessage);
    expect(() => decodeInferenceRequest(bytes, length - 1)).toThrow(InvalidInferenceMessage);
  });

  it.each(['', 'null', '5', '[]', '{"inputs":', '{"inputs":[NaN]}', '\u00ff\u0000'])('is refused: %j', (json) => {
    expect(() => decodeInferenceRequest(text(json), null)).toThrow(InvalidInferenceMessage);
  });

  it('is refused with an output asked for twice, or parameters that nest', () => {
    const twice = { inputs: [], outputs: [{ name: 'y' }, { name: 'y' }] };
    const nested = { inputs: [], parameters: { a: { b: 1 } } };
    expect(() => decodeInferenceRequest(text(JSON.stringify(twice)), null)).toThrow(/twice/);
    expect(() => decodeInferenceRequest(text(JSON.stringify(nested)), null)).toThrow(/parameters/);
  });

  it('never has its text repeated', () => {
    const canary = 'ZZPHI-4711';
    const cases = [`{"inputs":[{"name":"${canary}","datatype":"${canary}"}]}`, `{"${canary}`, `{"inputs":"${canary}"}`];
    for (const json of cases) {
      const refuse = (): unknown => decodeInferenceRequest(text(json), null);
      expect(refuse).toThrow(InvalidInferenceMessage);
      expect(refuse).not.toThrow(new RegExp(canary));
    }
  });

  it('does not reach the prototype of objects', () => {
    const json = '{"inputs":[],"parameters":{"__proto__":"x","constructor":1}}';
    decodeInferenceRequest(text(json), null);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

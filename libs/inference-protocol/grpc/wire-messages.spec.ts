import { describe, expect, it } from 'vitest';
import { InvalidInferenceMessage } from '#libs/errors';
import {
  loadInferenceService,
  requestFromWire,
  requestToWire,
  responseFromWire,
  responseToWire,
  type Outgoing,
  type Tensor,
  type WireInferResponse,
} from '../index.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

const EVERY_DATATYPE: readonly Tensor[] = [
  { name: 'a', datatype: 'BOOL', shape: [2], data: Uint8Array.of(0, 1) },
  { name: 'b', datatype: 'UINT8', shape: [3], data: Uint8Array.of(0, 7, 255) },
  { name: 'c', datatype: 'UINT16', shape: [2], data: Uint16Array.of(0, 65535) },
  { name: 'd', datatype: 'UINT32', shape: [2], data: Uint32Array.of(0, 4294967295) },
  { name: 'e', datatype: 'UINT64', shape: [2], data: BigUint64Array.of(0n, 2n ** 64n - 1n) },
  { name: 'f', datatype: 'INT8', shape: [2], data: Int8Array.of(-128, 127) },
  { name: 'g', datatype: 'INT16', shape: [2], data: Int16Array.of(-32768, 32767) },
  { name: 'h', datatype: 'INT32', shape: [2], data: Int32Array.of(-2147483648, 2147483647) },
  { name: 'i', datatype: 'INT64', shape: [2], data: BigInt64Array.of(-(2n ** 63n), 2n ** 53n + 1n) },
  { name: 'j', datatype: 'FP16', shape: [3], data: Uint16Array.of(0x3c00, 0x8000, 0x0001) },
  { name: 'k', datatype: 'BF16', shape: [2], data: Uint16Array.of(0x3f80, 0x8000) },
  { name: 'l', datatype: 'FP32', shape: [1, 4], data: Float32Array.of(0.1, -0, 3.4028234663852886e38, 1e-45) },
  { name: 'm', datatype: 'FP64', shape: [2, 1], data: Float64Array.of(0.1, 5e-324) },
  { name: 'n', datatype: 'BYTES', shape: [3], data: [text('ä'), text(''), Uint8Array.of(255, 0)] },
  { name: 'o', datatype: 'FP32', shape: [0, 5], data: new Float32Array() },
  { name: 'p', datatype: 'FP64', shape: [], data: Float64Array.of(2) },
];
const plain = (tensors: readonly Tensor[]): unknown =>
  tensors.map((tensor) => (tensor.datatype === 'BYTES' ? { ...tensor, data: tensor.data.map((e) => [...e]) } : tensor));

const { ModelInfer } = await loadInferenceService();
const received = (answer: Outgoing<WireInferResponse>): WireInferResponse =>
  ModelInfer.responseDeserialize(ModelInfer.responseSerialize({ model_name: 'm', ...answer }));

describe('raw contents', () => {
  it('carry every datatype there and back, with id, version and parameters', () => {
    const request = {
      id: 'a-1',
      parameters: { timeout: 2_000_000, ratio: 0.5, flag: true, word: 'x' },
      inputs: EVERY_DATATYPE,
      outputs: [{ name: 'Y', parameters: {} }],
    };
    const bytes = ModelInfer.requestSerialize(requestToWire('m', '3', request));
    const read = requestFromWire(ModelInfer.requestDeserialize(bytes));
    expect({ ...read, request: { ...read.request, inputs: plain(read.request.inputs) } }).toEqual({
      modelName: 'm',
      modelVersion: '3',
      request: { ...request, inputs: plain(EVERY_DATATYPE) },
    });
    const answer = { modelName: 'm', modelVersion: null, id: null, outputs: EVERY_DATATYPE };
    const { outputs, ...rest } = responseFromWire(received(responseToWire(answer)));
    expect({ ...rest, outputs: plain(outputs) }).toEqual({ ...answer, outputs: plain(EVERY_DATATYPE) });
  });
});

describe('typed contents', () => {
  it.each<[Tensor['datatype'], object, unknown]>([
    ['BOOL', { bool_contents: [true, false] }, Uint8Array.of(1, 0)],
    ['INT8', { int_contents: [-128, 127] }, Int8Array.of(-128, 127)],
    ['INT16', { int_contents: [-32768, 5] }, Int16Array.of(-32768, 5)],
    ['INT32', { int_contents: [-2147483648, 5] }, Int32Array.of(-2147483648, 5)],
    ['INT64', { int64_contents: ['-9223372036854775808', '5'] }, BigInt64Array.of(-(2n ** 63n), 5n)],
    ['UINT8', { uint_contents: [0, 255] }, Uint8Array.of(0, 255)],
    ['UINT16', { uint_contents: [0, 65535] }, Uint16Array.of(0, 65535)],
    ['UINT32', { uint_contents: [0, 4294967295] }, Uint32Array.of(0, 4294967295)],
    ['UINT64', { uint64_contents: ['18446744073709551615', '0'] }, BigUint64Array.of(2n ** 64n - 1n, 0n)],
    ['FP32', { fp32_contents: [0.1, -0] }, Float32Array.of(0.1, -0)],
    ['FP64', { fp64_contents: [0.1, 5e-324] }, Float64Array.of(0.1, 5e-324)],
  ])('of %s are read', (datatype, contents, data) => {
    const wire = received({ outputs: [{ name: 'Y', datatype, shape: [2], contents }] });
    expect(responseFromWire(wire).outputs).toEqual([{ name: 'Y', datatype, shape: [2], data }]);
  });

  it('of BYTES are read without a length before each', () => {
    const contents = { bytes_contents: [text('ab'), text('')] };
    const wire = received({ outputs: [{ name: 'Y', datatype: 'BYTES', shape: [2], contents }] });
    expect(plain(responseFromWire(wire).outputs)).toEqual([
      { name: 'Y', datatype: 'BYTES', shape: [2], data: [[97, 98], []] },
    ]);
  });
});

describe('a gRPC answer', () => {
  const y = { name: 'Y', datatype: 'FP32', shape: [2] };
  it.each<[string, Outgoing<WireInferResponse>]>([
    ['fewer raw contents than outputs', { outputs: [y, { ...y, name: 'Z' }], raw_output_contents: [Buffer.alloc(8)] }],
    ['raw contents of another size', { outputs: [y], raw_output_contents: [Buffer.alloc(4)] }],
    [
      'raw and typed contents of one output',
      { outputs: [{ ...y, contents: { fp32_contents: [1, 2] } }], raw_output_contents: [Buffer.alloc(8)] },
    ],
    ['fewer values than its shape', { outputs: [{ ...y, contents: { fp32_contents: [1] } }] }],
    ['values in the list of another datatype', { outputs: [{ ...y, contents: { fp64_contents: [1, 2] } }] }],
    ['no contents at all', { outputs: [y] }],
    [
      'an INT8 out of range',
      { outputs: [{ name: 'Y', datatype: 'INT8', shape: [1], contents: { int_contents: [128] } }] },
    ],
    ['typed FP16', { outputs: [{ name: 'Y', datatype: 'FP16', shape: [1], contents: { fp32_contents: [1] } }] }],
    ['a negative dimension', { outputs: [{ ...y, shape: [-2] }], raw_output_contents: [Buffer.alloc(8)] }],
    [
      'a dimension beyond 2^53',
      { outputs: [{ ...y, shape: ['9223372036854775807', 0] }], raw_output_contents: [Buffer.alloc(0)] },
    ],
    ['an unknown datatype', { outputs: [{ ...y, datatype: 'FP8' }], raw_output_contents: [Buffer.alloc(8)] }],
    ['an output twice', { outputs: [y, y], raw_output_contents: [Buffer.alloc(8), Buffer.alloc(8)] }],
    ['an output without a name', { outputs: [{ ...y, name: '' }], raw_output_contents: [Buffer.alloc(8)] }],
  ])('is refused: %s', (_, answer) => {
    expect(() => responseFromWire(received(answer))).toThrow(InvalidInferenceMessage);
  });
});

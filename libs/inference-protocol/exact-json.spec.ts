import { describe, expect, it } from 'vitest';
import { decodeInferenceRequest, decodeInferenceResponse, encodeInferenceResponse } from './index.js';

const answerOf = (data: string, datatype = 'INT64', shape = '[1]'): Uint8Array =>
  new TextEncoder().encode(
    `{"model_name":"m 1234567890123456789","outputs":[{"name":"Y","datatype":"${datatype}","shape":${shape},"data":${data}}]}`,
  );
const valuesOf = (...args: Parameters<typeof answerOf>): unknown =>
  decodeInferenceResponse(answerOf(...args), null).outputs[0]?.data;

describe('64-bit integers in JSON', () => {
  it('are read with all their digits, flat or nested, beside text that holds digits', () => {
    expect(valuesOf('[9007199254740993]')).toEqual(BigInt64Array.of(9007199254740993n));
    expect(valuesOf('[[-9223372036854775808],[9223372036854775807]]', 'INT64', '[2,1]')).toEqual(
      BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n),
    );
    expect(valuesOf('[18446744073709551615]', 'UINT64')).toEqual(BigUint64Array.of(2n ** 64n - 1n));
    expect(decodeInferenceResponse(answerOf('[9007199254740993]'), null).modelName).toBe('m 1234567890123456789');
  });

  it('are written with all their digits', () => {
    const outputs = [{ name: 'Y', datatype: 'UINT64', shape: [1], data: BigUint64Array.of(2n ** 64n - 1n) }] as const;
    const message = encodeInferenceResponse({ modelName: 'm', modelVersion: null, id: null, outputs }, () => 'json');
    const body = Buffer.concat(message.pieces);
    expect(body.toString()).toContain('[18446744073709551615]');
    expect(decodeInferenceResponse(body, null).outputs).toEqual(outputs);
  });

  it.each([
    ['past the range', '[9223372036854775808]', 'INT64'],
    ['below the range', '[-1]', 'UINT64'],
    ['with an exponent that hides rounding', '[9.007199254740993e15]', 'INT64'],
    ['with a fraction', '[9007199254740993.0]', 'INT64'],
    ['as text', '["9007199254740993"]', 'INT64'],
    ['for BYTES', '[9007199254740993, {"a":"INT64"}]', 'BYTES'],
    ['for BYTES, alone', '[9007199254740993]', 'BYTES'],
  ])('are refused: %s', (_, data, datatype) => {
    expect(() => valuesOf(data, datatype, '[1]')).toThrow('The inference message was refused');
  });

  it('do not turn into text in parameters and shapes', () => {
    const request = (shape: string): Uint8Array =>
      new TextEncoder().encode(
        `{"parameters":{"sequence_id":9007199254740992},"inputs":[{"name":"X","datatype":"INT64","shape":${shape},"data":[1]}]}`,
      );
    expect(decodeInferenceRequest(request('[1]'), null).parameters).toEqual({ sequence_id: 9007199254740992 });
    expect(() => decodeInferenceRequest(request('[9007199254740993]'), null)).toThrow('dimension');
  });
});

describe('JSON of servers that write what JSON has no word for', () => {
  it.each(['[NaN]', '[-Infinity]', '[ Infinity ]'])('%s is refused by name', (data) => {
    expect(() => valuesOf(data, 'FP32')).toThrow('NaN or Infinity');
  });

  it('a scalar may stand bare or in lists', () => {
    for (const data of ['2.5', '[2.5]']) expect(valuesOf(data, 'FP32', '[]')).toEqual(Float32Array.of(2.5));
    expect(() => valuesOf('2.5', 'FP32', '[1]')).toThrow('no list');
    expect(() => valuesOf('null', 'FP32', '[]')).toThrow('no list');
  });

  it('BF16 is refused by name', () => {
    expect(() => valuesOf('[1]', 'BF16')).toThrow('BF16, which JSON cannot carry');
  });
});

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasExternalData, MalformedModel } from './external-data.js';

const models = new URL('../../../../test/fixtures/models/', import.meta.url);
const read = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, models)));

/** A length-delimited protobuf field (fields and lengths below 16 and 128 in these tests). */
const field = (number: number, ...content: readonly number[]): number[] => [
  (number << 3) | 2,
  content.length,
  ...content,
];
const external = field(13, ...field(1, 0x61));
const graph = (...content: readonly number[]): Uint8Array => Uint8Array.from(field(7, ...content));

describe('external data in an ONNX file', () => {
  it('is found where the onnx package put it: an initializer, a constant in the body of a loop', () => {
    expect(hasExternalData(read('bad/external/1/model.onnx'))).toBe(true);
    expect(hasExternalData(read('bad/external-nested/1/model.onnx'))).toBe(true);
  });

  it('is not seen in models that have none', () => {
    const files = readdirSync(new URL('good/', models), { recursive: true }).map(String);
    const onnx = files.filter((file) => file.endsWith('.onnx'));
    expect(onnx.length).toBeGreaterThan(8);
    for (const file of onnx) expect(hasExternalData(read(`good/${file}`))).toBe(false);
  });

  it.each<[string, readonly number[]]>([
    ['initializer', field(5, ...external)],
    ['initializer by data_location alone', field(5, 14 << 3, 1)],
    ['data_location in an overlong varint', field(5, 14 << 3, 0x81, 0x80, 0x00)],
    ['sparse initializer, values', [(15 << 3) | 2, external.length + 2, ...field(1, ...external)]],
    ['attribute tensor', field(1, ...field(5, ...field(5, ...external)))],
    ['attribute list of tensors', field(1, ...field(5, ...field(10, ...external)))],
    ['attribute subgraph', field(1, ...field(5, ...field(6, ...field(5, ...external))))],
    ['attribute list of subgraphs', field(1, ...field(5, ...field(11, ...field(5, ...external))))],
    ['a second graph', [...field(5), ...field(5, ...external)]],
  ])('is found in: %s', (_, content) => {
    expect(hasExternalData(graph(...content))).toBe(true);
  });

  it('is found in a function of the model, and behind unknown fields', () => {
    // Field 25 has a tag of two bytes: 25 << 3 | 2 = 202.
    const body = field(7, ...field(5, ...field(5, ...external)));
    expect(hasExternalData(Uint8Array.of(0xca, 0x01, body.length, ...body))).toBe(true);
    expect(hasExternalData(Uint8Array.from([0x7d, 1, 2, 3, 4, ...graph(...field(5, ...external))]))).toBe(true);
  });

  it('is not confused with the same bytes elsewhere', () => {
    expect(hasExternalData(graph(...field(5, ...field(9, ...external))))).toBe(false);
    expect(hasExternalData(graph(...field(5, 14 << 3, 0)))).toBe(false);
  });

  it.each<[string, readonly number[]]>([
    ['text', [...Buffer.from('this is not a model')]],
    ['a length beyond the file', [0x3a, 0x7f, 0x00]],
    ['a length of 2^63', [0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]],
    ['a number without an end', new Array<number>(20).fill(0xff)],
    ['a group', [0x3b, 0x3c]],
  ])('a file is refused that is %s', (_, bytes) => {
    expect(() => hasExternalData(Uint8Array.from(bytes))).toThrow(MalformedModel);
  });

  it('a file is refused that nests without end', () => {
    let nested: number[] = [];
    // node.attribute.graph, again and again, with lengths of up to three bytes.
    for (let i = 0; i < 40; i += 1) nested = wrap(1, wrap(5, wrap(6, nested)));
    expect(() => hasExternalData(Uint8Array.from(wrap(7, nested)))).toThrow(MalformedModel);
  });

  it('every cut of a model is refused or read without a fault', () => {
    const model = read('good/slow/1/model.onnx');
    for (let length = 0; length < model.byteLength; length += 1) {
      try {
        expect(hasExternalData(model.subarray(0, length))).toBe(false);
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedModel);
      }
    }
  });
});

function wrap(number: number, content: readonly number[]): number[] {
  const { length } = content;
  return [(number << 3) | 2, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14, ...content];
}

import { readFileSync } from 'node:fs';
import { ArtifactInvalid } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { arrayOfBytes } from './array-datatypes.js';
import {
  decodeNpy,
  encodeNpy,
  encodeNpyHeader,
  readSafetensors,
  writeSafetensors,
  type ArrayDatatype,
  type DenseArray,
} from './index.js';

interface Stored {
  readonly datatype: ArrayDatatype;
  readonly shape: readonly number[];
  readonly raw: string;
}
interface Expected {
  readonly npy: readonly (Stored & { readonly npy: string })[];
  readonly safetensors: { readonly file: string; readonly tensors: Readonly<Record<string, Stored>> };
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../../test/fixtures/numerics/arrays.json', import.meta.url), 'utf8'),
);
const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, 'base64'));
const arrayOf = ({ datatype, shape, raw }: Stored): DenseArray => arrayOfBytes(datatype, shape, bytesOf(raw));
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('npy', () => {
  it.each(expected.npy)('writes $datatype $shape byte for byte as numpy does, and reads it back', (stored) => {
    const array = arrayOf(stored);
    expect(encodeNpy(array)).toEqual(bytesOf(stored.npy));
    expect(decodeNpy(bytesOf(stored.npy))).toEqual(array);
  });

  it('gives a header that goes before raw bytes', () => {
    const header = encodeNpyHeader('FP32', [1000, 20_820]);
    expect(header.length % 64).toBe(0);
    expect(Buffer.from(header).toString('latin1')).toContain("'shape': (1000, 20820), ");
    expect(() => encodeNpyHeader('FP32', [-1])).toThrow();
    expect(() => encodeNpyHeader('FP32', [2 ** 40, 2 ** 40])).toThrow();
  });

  it('reads an array at an odd offset', () => {
    const file = bytesOf(expected.npy[0]?.npy ?? '');
    const shifted = new Uint8Array(file.length + 1);
    shifted.set(file, 1);
    expect(decodeNpy(shifted.subarray(1))).toEqual(decodeNpy(file));
  });

  const withHeader = (dict: string, body = '', major = 1): Uint8Array =>
    latin(
      `\x93NUMPY${String.fromCharCode(major)}\0${String.fromCharCode(dict.length & 255, dict.length >> 8)}${dict}${body}`,
    );
  const dictOf = (descr: string, shape = '(2,)', order = 'False'): string =>
    `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`;

  it('reads one dimension in Fortran order and one-byte data of any order', () => {
    expect(decodeNpy(withHeader(dictOf('<u1', '(2,)', 'True'), 'ab'))).toMatchObject({ datatype: 'UINT8', shape: [2] });
  });

  it.each([
    ['another magic', latin('\x93NUMPZ\x01\0')],
    ['nothing', new Uint8Array()],
    ['a cut header', bytesOf(expected.npy[0]?.npy ?? '').subarray(0, 40)],
    ['a cut length', bytesOf(expected.npy[0]?.npy ?? '').subarray(0, 9)],
    ['version 4', withHeader(dictOf('<f4'), '12345678', 4)],
    ['a header over 64 KiB', latin('\x93NUMPY\x02\0\xff\xff\xff\x7f')],
    ['one byte too few', withHeader(dictOf('<f4'), '1234567')],
    ['one byte too many', withHeader(dictOf('<f4'), '123456789')],
    ['objects', withHeader(dictOf('|O'), '12345678')],
    [
      'a structured type',
      withHeader(`{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }\n`, '12345678'),
    ],
    ['big-endian data', withHeader(dictOf('>f4'), '12345678')],
    ['complex numbers', withHeader(dictOf('<c8', '(1,)'), '12345678')],
    ['Fortran order', withHeader(dictOf('<f4', '(2, 1)', 'True'), '12345678')],
    ['a negative dimension', withHeader(dictOf('<f4', '(-2,)'), '12345678')],
    ['an overflowing shape', withHeader(dictOf('<f4', '(9007199254740991, 2)'), '12345678')],
    ['a hole in the shape', withHeader(dictOf('<f4', '(2, , 1)'), '12345678')],
    ['code instead of a dictionary', withHeader(`__import__('os') or ${dictOf('<f4')}`, '12345678')],
    ['a missing key', withHeader(`{'descr': '<f4', 'shape': (2,), }\n`, '12345678')],
  ])('refuses %s', (_, bytes) => expect(() => decodeNpy(bytes)).toThrow(ArtifactInvalid));
});

describe('safetensors', () => {
  const file = bytesOf(expected.safetensors.file);

  it('reads what the reference implementation wrote', () => {
    const { tensors, metadata } = readSafetensors(file);
    const wanted = Object.entries(expected.safetensors.tensors).map(
      ([name, stored]) => [name, arrayOf(stored)] as const,
    );
    expect(new Map(tensors)).toEqual(new Map(wanted));
    expect([...metadata]).toEqual([['encoder', 'example \u00b5']]);
  });

  it('writes byte for byte what the reference implementation wrote', () => {
    const tensors = new Map(
      Object.entries(expected.safetensors.tensors).map(([name, stored]) => [name, arrayOf(stored)]),
    );
    expect(writeSafetensors(tensors, new Map([['encoder', 'example \u00b5']]))).toEqual(file);
  });

  it('keeps names that are special in JavaScript', () => {
    const one: DenseArray = { datatype: 'UINT8', shape: [1], data: Uint8Array.of(1) };
    const { tensors } = readSafetensors(
      writeSafetensors(
        new Map([
          ['__proto__', one],
          ['1', one],
          ['constructor', one],
        ]),
      ),
    );
    expect([...tensors.keys()].sort()).toEqual(['1', '__proto__', 'constructor']);
  });

  const made = (header: unknown, body: number, length?: bigint): Uint8Array => {
    const json = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
    const start = Buffer.alloc(8);
    start.writeBigUInt64LE(length ?? BigInt(json.length));
    return Uint8Array.from(Buffer.concat([start, json, Buffer.alloc(body)]));
  };
  const tensor = (begin: number, end: number, more: object = {}): object => ({
    dtype: 'U8',
    shape: [end - begin],
    data_offsets: [begin, end],
    ...more,
  });

  it('accepts the smallest files', () => {
    expect(readSafetensors(made({}, 0)).tensors.size).toBe(0);
    expect(readSafetensors(made({ a: tensor(0, 4) }, 4)).tensors.get('a')?.shape).toEqual([4]);
  });

  it.each([
    ['nothing', new Uint8Array(7)],
    ['a header beyond the file', made({}, 0, 100n)],
    ['a header of 2^63 bytes', made({}, 0, 2n ** 63n)],
    ['text', made('patient', 0)],
    ['a list', made([], 0)],
    ['overlap', made({ a: tensor(0, 4), b: tensor(2, 6) }, 6)],
    ['the same bytes twice', made({ a: tensor(0, 4), b: tensor(0, 4) }, 4)],
    ['a hole', made({ a: tensor(0, 4), b: tensor(5, 6) }, 6)],
    ['bytes left over', made({ a: tensor(0, 4) }, 5)],
    ['offsets beyond the end', made({ a: tensor(0, 4) }, 3)],
    ['offsets that go backwards', made({ a: { dtype: 'U8', shape: [0], data_offsets: [4, 0] } }, 4)],
    ['a shape that disagrees', made({ a: tensor(0, 4, { shape: [3] }) }, 4)],
    ['a shape that overflows', made({ a: tensor(0, 0, { shape: [0, 2 ** 53] }) }, 0)],
    ['a negative shape', made({ a: tensor(0, 4, { shape: [-2, -2] }) }, 4)],
    ['bfloat16', made({ a: tensor(0, 4, { dtype: 'BF16', shape: [2] }) }, 4)],
    ['metadata that is not text', made({ __metadata__: { a: 1 } }, 0)],
    ['a tensor that is not an object', made({ a: 4 }, 0)],
  ])('refuses %s', (_, bytes) => expect(() => readSafetensors(bytes)).toThrow(ArtifactInvalid));
});

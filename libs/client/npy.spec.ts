import { describe, expect, it } from 'vitest';
import { decodeNpy } from './npy.js';

// Written by NumPy 2.4.6 (numpy.lib.format.write_array): hexadecimal, with the header's run of blanks as its length.
const files = {
  float32: [
    '934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028322c2033292c207d',
    58,
    '0a0000c03f000000c00000803effff7f7f0100000000000080',
  ],
  int32InVersion2: [
    '934e554d50590200740000007b276465736372273a20273c6934272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028322c2032292c207d',
    56,
    '0a00000000a300000000000080ffffff7f',
  ],
  noRows: [
    '934e554d5059010076007b276465736372273a20273c6934272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028302c2032292c207d',
    58,
    '0a',
  ],
  scalar: [
    '934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028292c207d',
    62,
    '0a00002040',
  ],
  float64: [
    '934e554d5059010076007b276465736372273a20273c6638272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028312c292c207d',
    60,
    '0a000000000000f03f',
  ],
  columnMajor: [
    '934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a20547275652c20277368617065273a2028322c2033292c207d',
    59,
    '0a0000803f00008040000000400000a040000040400000c040',
  ],
  bigEndian: [
    '934e554d5059010076007b276465736372273a20273e6634272c2027666f727472616e5f6f72646572273a2046616c73652c20277368617065273a2028312c292c207d',
    60,
    '0a3f800000',
  ],
} as const;

function bytesOf(name: keyof typeof files): Uint8Array {
  const [head, blanks, tail] = files[name];
  return Uint8Array.from(Buffer.from(head + '20'.repeat(blanks) + tail, 'hex'));
}

describe('decodeNpy', () => {
  it('reads float32 with its largest, its smallest and its negative zero', () => {
    const { shape, datatype, data } = decodeNpy(bytesOf('float32'));
    expect({ shape, datatype }).toEqual({ shape: [2, 3], datatype: 'FP32' });
    expect([...data]).toEqual([1.5, -2, 0.25, 3.4028234663852886e38, 1.401298464324817e-45, -0]);
  });

  it('reads int32 in a file of version 2.0', () => {
    const { shape, datatype, data } = decodeNpy(bytesOf('int32InVersion2'));
    expect({ shape, datatype }).toEqual({ shape: [2, 2], datatype: 'INT32' });
    expect([...data]).toEqual([0, 163, -2147483648, 2147483647]);
  });

  it('reads an array without rows, and one without dimensions', () => {
    expect(decodeNpy(bytesOf('noRows'))).toMatchObject({ shape: [0, 2], data: new Int32Array(0) });
    expect(decodeNpy(bytesOf('scalar'))).toMatchObject({ shape: [], data: Float32Array.of(2.5) });
  });

  it('reads from the middle of a larger buffer', () => {
    const file = bytesOf('float32');
    const larger = new Uint8Array(file.length + 7);
    larger.set(file, 3);
    expect(decodeNpy(larger.subarray(3, 3 + file.length)).data[1]).toBe(-2);
  });

  it.each(['float64', 'columnMajor', 'bigEndian'] as const)('refuses %s, which it would misread', (name) => {
    expect(() => decodeNpy(bytesOf(name))).toThrow(expect.objectContaining({ code: 'GATEWAY_BAD_ANSWER' }));
  });

  it.each([
    ['cut off in the data', (file: Uint8Array) => file.subarray(0, -1)],
    ['cut off in the header', (file: Uint8Array) => file.subarray(0, 60)],
    ['with a byte too many', (file: Uint8Array) => Uint8Array.from([...file, 0])],
    ['of another kind', () => new TextEncoder().encode('<!doctype html><html></html>')],
    ['that is empty', () => new Uint8Array()],
  ])('refuses a file %s', (_what, change) => {
    expect(() => decodeNpy(change(bytesOf('float32')))).toThrow(
      expect.objectContaining({ code: 'GATEWAY_BAD_ANSWER' }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { exactJson, float32Vector, optionalExactJson, safeInteger } from './columns.js';

describe('exactJson', () => {
  it('spells -0 out and reads it back, at any depth', () => {
    const value = { a: [-0, 0, 1.5], b: { c: -0 } };
    const stored: unknown = JSON.parse(JSON.stringify(exactJson.to(value)));
    expect(stored).toEqual({ a: [{ $number: '-0' }, 0, 1.5], b: { c: { $number: '-0' } } });
    expect(exactJson.from(stored)).toEqual(value);
  });

  it.each([[Number.NaN], [{ a: [Number.NEGATIVE_INFINITY] }], ['a\0'], [{ '\udc00': 1 }], [{ $number: '-0' }]])(
    'refuses %j',
    (value) => {
      expect(() => exactJson.to(value)).toThrow(RangeError);
    },
  );

  it('keeps whole surrogate pairs and leaves out what is undefined', () => {
    expect(exactJson.to({ a: '\u{1f52c}', b: undefined })).toEqual({ a: '\u{1f52c}' });
  });

  it('optional: null stays null', () => {
    expect([optionalExactJson.to(null), optionalExactJson.to(undefined), optionalExactJson.from(null)]).toEqual(
      Array(3).fill(null),
    );
  });
});

describe('safeInteger', () => {
  it('reads what PostgreSQL sends as text, up to 2^53 - 1', () => {
    expect(safeInteger.from('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(() => safeInteger.from('9007199254740992')).toThrow(RangeError);
  });
});

describe('float32Vector', () => {
  it('is little-endian float32: 1 is 00 00 80 3f', () => {
    const window = new Float32Array([9, 1, -2, 9]).subarray(1, 3);
    expect(float32Vector.to(window)).toEqual(Buffer.from('0000803f000000c0', 'hex'));
    // An odd offset, as a driver's buffer may have it.
    const bytes = Buffer.from('ff0000803f000000c0', 'hex').subarray(1);
    expect(float32Vector.from(bytes)).toEqual(Float32Array.of(1, -2));
  });
});

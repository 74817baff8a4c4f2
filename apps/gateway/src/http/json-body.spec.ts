import { describe, expect, it } from 'vitest';
import { BadRequest } from '#libs/errors';
import { nesting, parseJsonObject } from './json-body.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('nesting', () => {
  it.each([
    ['', 0],
    ['5', 0],
    ['{}', 1],
    ['[[],[[]]]', 3],
    ['{"a":[{"b":1}]}', 3],
    ['"[[[[["', 0],
    ['{"a":"\\"[[["}', 1],
    ['{"a":"\\\\","b":[[]]}', 3],
    ['{"é[":"][{"}', 1],
  ])('of %s is %i', (text, depth) => {
    expect(nesting(bytes(text))).toBe(depth);
  });

  it('is found in a few million brackets without recursion', () => {
    expect(nesting(bytes('['.repeat(4_000_000)))).toBe(4_000_000);
  });
});

describe('a body', () => {
  it('may be nested up to the limit and no further', () => {
    const nested = (depth: number): Uint8Array => bytes(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    expect(() => parseJsonObject(nested(64), 64)).not.toThrow();
    expect(() => parseJsonObject(nested(65), 64)).toThrow(BadRequest);
  });

  it('keeps `__proto__` as a plain property and changes no prototype', () => {
    const body = parseJsonObject(bytes('{"__proto__":{"polluted":1},"a":1,"a":2}'), 64);
    expect(Object.keys(body)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype);
    expect(body['a']).toBe(2);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['', ' ', '5', 'null', '[]', '"x"', '{', '{"a":}', '{"a":1}x'])('is refused when it is %s', (text) => {
    expect(() => parseJsonObject(bytes(text), 64)).toThrow(BadRequest);
  });
});

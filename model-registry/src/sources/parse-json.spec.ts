import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './parse-json.js';

const parse = (text: string): unknown => parseStrictJson(Buffer.from(text, 'utf8'));

describe('parseStrictJson', () => {
  it.each([
    ['{}'],
    ['null'],
    ['{"a":{"a":[{"a":1},{"a":2}]},"b":"a","c":["a","a"]}'],
    ['{"a":"\\"a\\":{[,","b\\\\":1}'],
    ['["x","x",{"x":"x"}]'],
  ])('reads %s as JSON.parse does', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['{"a":1,"a":1}'],
    ['{"a":1,"b":{},"a":2}'],
    ['{"a":[1,{"x":{"b":1 , "b":2}}]}'],
    ['{"a":1,"\\u0061":2}'],
    ['{"":1,"":2}'],
  ])('refuses the doubled member of %s', (text) => {
    expect(() => parse(text)).toThrow('an object of the file has the same member twice');
  });

  it('refuses nesting beyond 64 levels, also where a recursive reader would run out of stack', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parse(nested(64))).not.toThrow();
    expect(() => parse(nested(65))).toThrow('nested');
    expect(() => parse(nested(400_000))).toThrow('nested');
  });

  it('refuses more tokens than any card has, before it builds anything of them', () => {
    const zeros = (count: number): string => `[${'0,'.repeat(count - 1)}0]`;
    expect(() => parse(zeros(19_999))).not.toThrow();
    expect(() => parse(zeros(20_001))).toThrow('the file has more than 20000 names');
    expect(() => parse(`{${'""'.repeat(250_000)}`)).toThrow('the file has more than 20000 names');
  });

  it.each([
    ['an open text of escapes', `{"a":"${'\\"'.repeat(250_000)}`],
    ['escaped marks', '"\\'.repeat(250_000)],
    ['one long text', `"${'a'.repeat(1_000_000)}`],
  ])('refuses %s in time that grows with its length alone', (_what, text) => {
    const startedMs = performance.now();
    expect(() => parse(text)).toThrow('the file is not JSON');
    // Quadratic work takes minutes here.
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });

  it.each([
    ['<!doctype html><title>Log in</title>', 'not JSON'],
    ['{"cardVersion": 1, "identity": {"name": "ZZPHI-47', 'not JSON'],
    ['', 'not JSON'],
    ['\ufeff{}', 'not JSON'],
    ['{"a": NaN}', 'not JSON'],
  ])('refuses %j without repeating it', (text, reason) => {
    expect(() => parse(text)).toThrow(`the file is ${reason}`);
  });

  it('refuses what is not UTF-8', () => {
    expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow('the file is not UTF-8');
  });
});

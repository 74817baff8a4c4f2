import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scalars, ScalarRefused } from './scalars.js';

const accepted: Readonly<Record<string, readonly unknown[]>> = {
  DateTime: ['2026-03-01T12:00:00.000Z', '2026-03-01T12:00:00Z'],
  Digest: ['0123456789abcdef'.repeat(4)],
  ModelRef: ['local:demo-dense-focus/2', 'demo@champion', 'site-a:Titan_v2.1/12'],
  NumericValues: ['AACAPw==', [1, 2.5, -3], ''],
};

const refused: Readonly<Record<string, readonly unknown[]>> = {
  DateTime: ['2026-03-01', '2026-13-01T00:00:00Z', '2026-03-01T12:00:00+02:00', 5],
  Digest: ['0123', 'G'.repeat(64), 'A'.repeat(64), 5],
  ModelRef: ['demo', 'demo/0', 'demo/x', 'a:b:c/1', 'demo/1 ', '/1', `${'a'.repeat(130)}/1`, 5, ['demo/1']],
  NumericValues: ['not base64!', [1, 'x'], {}, 5],
};

// A GraphQL literal of a JSON value: the same text for all that stands above, but for an object.
const literal = (value: unknown): string => JSON.stringify(value);

describe.each(Object.keys(accepted))('%s', (name) => {
  const scalar = scalars[name];
  it.each(accepted[name] ?? [])('takes %j as a variable and as a literal', (value) => {
    expect(scalar?.parseValue(value)).toEqual(value);
    expect(scalar?.parseLiteral(parseValue(JSON.stringify(value)))).toEqual(value);
  });

  it.each(refused[name] ?? [])('refuses %j as both', (value) => {
    expect(() => scalar?.parseValue(value)).toThrow(ScalarRefused);
    expect(() => scalar?.parseLiteral(parseValue(literal(value)))).toThrow(ScalarRefused);
  });
});

describe('NumericValues', () => {
  it('refuses a number that is not finite', () => {
    expect(() => scalars['NumericValues']?.parseValue([1, Infinity])).toThrow(ScalarRefused);
  });
});

describe('what is written', () => {
  it('is checked too: a date becomes text, and a wrong digest never leaves', () => {
    expect(scalars['DateTime']?.serialize(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(() => scalars['Digest']?.serialize('short')).toThrow();
  });
});

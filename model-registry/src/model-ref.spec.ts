import { BadUserInput } from '#libs/errors';
import { describe, expect, it } from 'vitest';
import { formatModelRef, isAlias, parseModelRef } from './model-ref.js';

const refuse = (text: string): BadUserInput => {
  try {
    parseModelRef(text);
  } catch (error) {
    if (error instanceof BadUserInput) return error;
    throw error;
  }
  throw new Error('The reference was accepted.');
};

describe('parseModelRef', () => {
  it.each([
    ['local:demo/3', { source: 'local', name: 'demo', selector: { kind: 'VERSION', version: '3' } }],
    ['site-a:titan@prod', { source: 'site-a', name: 'titan', selector: { kind: 'ALIAS', alias: 'prod' } }],
    [
      'ros1-two-step@Champion_2',
      { source: null, name: 'ros1-two-step', selector: { kind: 'ALIAS', alias: 'Champion_2' } },
    ],
    ['a.b_c/999999999', { source: null, name: 'a.b_c', selector: { kind: 'VERSION', version: '999999999' } }],
  ])('reads %s, and writes it back', (text, expected) => {
    expect(parseModelRef(text)).toEqual(expected);
    expect(formatModelRef(parseModelRef(text))).toBe(text);
  });

  it.each([['demo'], ['local:demo']])('asks for a version or an alias when told %s', (text) => {
    expect(refuse(text).message).toBe(
      'The argument `model` must name a version or an alias, as in name/3 or name@champion.',
    );
  });

  it.each([
    [''],
    [':'],
    [':demo/1'],
    ['Local:demo/1'],
    ['a:b:c/1'],
    ['demo/'],
    ['demo@'],
    ['/1'],
    ['@prod'],
    ['demo/0'],
    ['demo/01'],
    ['demo/1.5'],
    ['demo/-1'],
    ['demo/1/2'],
    ['demo@a@b'],
    ['demo@prod/1'],
    ['demo/1\n'],
    [' demo/1'],
    ['demo /1'],
    ['../etc/passwd'],
    ['Demo/1'],
    ['demo@\u202eprod'],
    ['demo/1\0'],
    ['ZZPHI-4711@x'],
    [`${'a'.repeat(1_000_000)}/1`],
  ])('refuses %j without repeating it', (text) => {
    const error = refuse(text);
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.facts).toEqual({ argument: 'model' });
    expect(error.message).not.toContain('ZZPHI');
  });
});

describe('isAlias', () => {
  it.each([['latest'], ['LATEST'], ['3'], ['v3'], ['V12'], ['a b'], [''], ['@x']])('refuses %j', (text) => {
    expect(isAlias(text)).toBe(false);
  });
  it.each([['champion'], ['prod'], ['v3-candidate']])('accepts %j', (text) => {
    expect(isAlias(text)).toBe(true);
  });
});

import { BadUserInput, Conflict, StoreDamaged, StoreReadOnly, StoreUnavailable } from '#libs/errors';
import { QueryFailedError } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { redactUrl } from './redact-url.js';
import { codeOf, translateStoreError } from './translate-store-error.js';

const withCode = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('translateStoreError', () => {
  // Codes: PostgreSQL 18, appendix A; the others are Node's and the driver's own.
  it.each([
    ['57P01', StoreUnavailable],
    ['57P03', StoreUnavailable],
    ['08006', StoreUnavailable],
    ['53300', StoreUnavailable],
    ['57014', StoreUnavailable],
    ['40P01', StoreUnavailable],
    ['ECONNREFUSED', StoreUnavailable],
    ['ENOTFOUND', StoreUnavailable],
    ['25006', StoreReadOnly],
    ['53100', StoreReadOnly],
    ['XX001', StoreDamaged],
    ['XX002', StoreDamaged],
    ['22021', BadUserInput],
    ['22P05', BadUserInput],
  ])('%s becomes its error, bare and as TypeORM wraps it', (code, expected) => {
    expect(translateStoreError(withCode(code))).toBeInstanceOf(expected);
    expect(translateStoreError(new QueryFailedError('SELECT 1', [], withCode(code)))).toBeInstanceOf(expected);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Query read timeout',
  ])('"%s" of the driver is a store that cannot be reached', (message) => {
    expect(translateStoreError(new Error(message))).toBeInstanceOf(StoreUnavailable);
  });

  it('knows a full disk of the embedded server by its words', () => {
    const error = withCode('XX000', 'could not extend file "base/5/16724": File too large');
    expect(translateStoreError(error)).toBeInstanceOf(StoreReadOnly);
  });

  it.each([withCode('23505'), withCode('23503'), withCode('42601'), new TypeError('bug'), new Conflict('x'), 'text'])(
    'leaves %s as it is',
    (error) => {
      expect(translateStoreError(error)).toBe(error);
    },
  );

  it('says the code of a wrapped error', () => {
    expect(codeOf(new QueryFailedError('SELECT 1', [], withCode('23503')))).toBe('23503');
    expect(codeOf(new Error('x'))).toBe('');
  });
});

describe('redactUrl', () => {
  it.each([
    ['postgres://user:ZZPHI@db:5432/tessera?sslmode=require&password=ZZPHI', 'postgres://db:5432/tessera'],
    ['ZZPHI', '(an address that cannot be parsed)'],
  ])('%s', (url, shown) => {
    expect(redactUrl(url)).toBe(shown);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Forbidden, Unauthenticated } from '#libs/errors';
import type { Role } from '#graphql/generated/schema-types';
import { Authenticator } from './authenticator.js';
import { hasRole, requireRole } from './caller.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('keys', () => {
  const authenticator = new Authenticator([
    { id: 'one', sha256: sha256('key-one'), tenant: 'a', roles: ['READER'] },
    { id: 'two', sha256: sha256('key-two'), tenant: 'b', roles: ['OPERATOR'] },
  ]);

  it('are told apart', () => {
    expect(authenticator.authenticate('Bearer key-one')).toMatchObject({ id: 'one', tenant: 'a' });
    expect(authenticator.authenticate('bearer key-two')).toMatchObject({ id: 'two', tenant: 'b' });
  });

  it.each([
    undefined,
    '',
    'key-one',
    'Bearer',
    'Bearer ',
    'Bearer key-three',
    'Basic key-one',
    'Bearer key-one x',
    `Bearer ${sha256('key-one')}`,
  ])('that are wrong are all refused in the same words (%s)', (header) => {
    expect(() => authenticator.authenticate(header)).toThrow(new Unauthenticated());
  });

  it('are not needed where none are configured', () => {
    const open = new Authenticator([]);
    expect(open.isOpen).toBe(true);
    expect(open.authenticate(undefined)).toMatchObject({ id: 'local', tenant: 'default' });
  });
});

describe('roles', () => {
  const all: readonly Role[] = ['READER', 'OPERATOR', 'DEVELOPER', 'ADMINISTRATOR'];
  it.each([
    ['READER', ['READER']],
    ['OPERATOR', ['READER', 'OPERATOR']],
    ['DEVELOPER', ['DEVELOPER']],
    ['ADMINISTRATOR', all],
  ] as const)('%s may what %s may', (role, expected) => {
    const caller = { id: 'x', tenant: 'a', roles: new Set<Role>([role]) };
    expect(all.filter((needed) => hasRole(caller, needed))).toEqual(expected);
  });

  it('that are missing are refused by name', () => {
    const caller = { id: 'x', tenant: 'a', roles: new Set<Role>(['READER']) };
    expect(() => requireRole({ caller }, 'OPERATOR')).toThrow(new Forbidden('OPERATOR'));
  });
});

import { createHash, timingSafeEqual } from 'node:crypto';
import { Unauthenticated } from '#libs/errors';
import type { Role } from '#graphql/generated/schema-types';
import type { Caller } from './caller.js';

/** A key as configured: never the key itself, only its digest. */
export interface KeyEntry {
  readonly id: string;
  /** SHA-256 of the key, hexadecimal. */
  readonly sha256: string;
  readonly tenant: string;
  readonly roles: readonly Role[];
}

const LOCAL_CALLER: Caller = {
  id: 'local',
  tenant: 'default',
  roles: new Set<Role>(['READER', 'OPERATOR', 'DEVELOPER', 'ADMINISTRATOR']),
};

const LONGEST_HEADER = 1_024;

/** Knows the API keys. Without any, everybody is the one administrator of this machine. */
export class Authenticator {
  private readonly keys: readonly { readonly digest: Buffer; readonly caller: Caller }[];

  constructor(keys: readonly KeyEntry[]) {
    this.keys = keys.map((key) => ({
      digest: Buffer.from(key.sha256, 'hex'),
      caller: { id: key.id, tenant: key.tenant, roles: new Set(key.roles) },
    }));
  }

  get isOpen(): boolean {
    return this.keys.length === 0;
  }

  /**
   * @param authorization the header of that name
   * @throws Unauthenticated with one message for every reason
   */
  authenticate(authorization: string | undefined): Caller {
    if (this.isOpen) return LOCAL_CALLER;
    const caller = this.find(bearerToken(authorization));
    if (!caller) throw new Unauthenticated();
    return caller;
  }

  // All keys are compared, each in constant time: how long it takes says nothing about which one was nearly right.
  private find(token: string): Caller | undefined {
    const digest = createHash('sha256').update(token).digest();
    let found: Caller | undefined;
    for (const key of this.keys) if (timingSafeEqual(key.digest, digest)) found = key.caller;
    return found;
  }
}

function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined || authorization.length > LONGEST_HEADER) throw new Unauthenticated();
  const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new Unauthenticated();
  return token;
}

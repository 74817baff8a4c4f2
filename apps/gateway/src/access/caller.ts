import { Forbidden } from '#libs/errors';
import type { Role } from '#graphql/generated/schema-types';

/** Who asks, as established once at the edge. */
export interface Caller {
  readonly id: string;
  readonly tenant: string;
  readonly roles: ReadonlySet<Role>;
}

// A role on the left brings those on the right.
const IMPLIED: Readonly<Record<Role, readonly Role[]>> = {
  ADMINISTRATOR: ['ADMINISTRATOR', 'DEVELOPER', 'OPERATOR', 'READER'],
  DEVELOPER: ['DEVELOPER'],
  OPERATOR: ['OPERATOR', 'READER'],
  READER: ['READER'],
};

export function hasRole(caller: Caller, role: Role): boolean {
  return [...caller.roles].some((held) => IMPLIED[held].includes(role));
}

/** @throws Forbidden when the caller has neither the role nor one that implies it */
export function requireRole(context: { readonly caller: Caller }, role: Role): void {
  if (!hasRole(context.caller, role)) throw new Forbidden(role);
}

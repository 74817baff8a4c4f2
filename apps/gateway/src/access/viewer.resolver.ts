import { Context, Query, Resolver } from '@nestjs/graphql';
import type { Role } from '#graphql/generated/schema-types';
import type { Caller } from './caller.js';

/** `Query.viewer`: who you are to this gateway. */
@Resolver('Viewer')
export class ViewerResolver {
  @Query('viewer')
  viewer(@Context() context: { readonly caller: Caller }): { id: string; tenant: string; roles: readonly Role[] } {
    const { id, tenant, roles } = context.caller;
    return { id, tenant, roles: [...roles] };
  }
}

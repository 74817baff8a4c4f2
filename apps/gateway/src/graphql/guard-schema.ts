import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { requireRole } from '#gateway/access';
import type { Role } from '#graphql/generated/schema-types';
import type { RequestContext } from './request-context.js';

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

const READ: Role = 'READER';
const CHANGE: Role = 'OPERATOR';

/**
 * Puts two rules around every field, in this one place: root fields of Query and Subscription need READER, those of Mutation
 * OPERATOR; and no field is waited for beyond the request's time, however its resolver works.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const roles = new Map([
    [schema.getQueryType(), READ],
    [schema.getSubscriptionType(), READ],
    [schema.getMutationType(), CHANGE],
  ]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const role = roles.get(type);
    for (const field of Object.values(type.getFields())) {
      if (role) field.resolve = withRole(role, withDeadline(field.resolve ?? defaultFieldResolver));
      else if (field.resolve) field.resolve = withDeadline(field.resolve);
    }
  }
  return schema;
}

/** For fields without a resolver of their own: plain properties pass at once, promises are waited for within the request's time. */
export const boundedDefaultResolver: Resolver = (source, args, context, info) =>
  bounded(defaultFieldResolver(source, args, context, info), context);

function withRole(role: Role, resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    requireRole(context, role);
    return resolve(source, args, context, info);
  };
}

// After the end of the time no new work begins; what runs already is no longer waited for.
function withDeadline(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    context.signal.throwIfAborted();
    return bounded(resolve(source, args, context, info), context);
  };
}

function bounded(value: unknown, context: RequestContext): unknown {
  if (isPromise(value)) {
    return Promise.race([value, context.expired]).then((settled) => boundedItems(settled, context));
  }
  return boundedItems(value, context);
}

/** A list may hold promises too: each item meets the deadline by itself, so that those which are done keep their data. */
function boundedItems(value: unknown, context: RequestContext): unknown {
  if (!Array.isArray(value) || !value.some(isPromise)) return value;
  return value.map((item) => (isPromise(item) ? Promise.race([item, context.expired]) : item));
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { Kind, type GraphQLError, type OperationDefinitionNode } from 'graphql';
import { CostLimitExceeded, type ErrorCode } from '#libs/errors';
import { hasRole } from '#gateway/access';
import type { AuditLog } from '#gateway/audit';
import type { GatewayConfig } from '#gateway/config';
import { describeError, refusalStatus, retryAfter, type ErrorEntry } from '#gateway/http';
import type { Log } from '#gateway/logging';
import type { CallerLimits } from '#gateway/shared-state';
import { auditOperation } from './audit-operation.js';
import { checkDocument, refuseIntrospection } from './check-operation.js';
import { describeErrors } from './describe-errors.js';
import { operationCost } from './operation-cost.js';
import type { RequestContext } from './request-context.js';

/** What the plugin needs. */
export interface EdgeServices {
  readonly config: GatewayConfig;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly callerLimits: CallerLimits;
}

type Operation = GraphQLRequestContext<RequestContext>;

/** What every operation meets inside Apollo: the limits, the standard rules, introspection and cost before it; its errors' form, its audit row and its status after. */
export function edgePlugin(services: EdgeServices): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => Promise.resolve(new OperationListener(services)),
  };
}

class OperationListener implements GraphQLRequestListener<RequestContext> {
  private hasReachedAuthorisation = false;

  constructor(private readonly services: EdgeServices) {}

  // Apollo's own validation is switched off: here, the limits can come first. Errors thrown here refuse the operation.
  async didResolveOperation(operation: Operation): Promise<void> {
    const { contextValue, schema, document } = operation;
    const { limits } = this.services.config;
    if (!document) return;
    checkDocument(schema, document, limits);
    if (!operation.operation) return;
    contextValue.outcome.kind = operation.operation.operation;
    this.hasReachedAuthorisation = true;
    if (!hasRole(contextValue.caller, 'DEVELOPER')) refuseIntrospection(schema, document);
    const cost = operationCost(schema, document, operation.operation, operation.request.variables ?? {});
    if (cost > limits.cost) throw new CostLimitExceeded(cost, limits.cost);
    await this.services.callerLimits.takeCost(contextValue.caller, cost);
  }

  async willSendResponse(operation: Operation): Promise<void> {
    const { body, http } = operation.response;
    if (body?.kind !== 'single') return;
    const errors = operation.errors ? this.describe(operation, operation.errors) : [];
    const { contextValue } = operation;
    let code: ErrorCode | undefined = errors[0]?.extensions.code;
    contextValue.outcome.code = code ?? 'OK';
    const result = { ...body.singleResult, ...(errors.length > 0 ? { errors } : {}) };
    body.singleResult = result;
    const fault = this.hasReachedAuthorisation ? await this.audit(operation, rootFields(operation)) : undefined;
    if (fault) {
      body.singleResult = { errors: [fault] };
      contextValue.outcome.code = code = fault.extensions.code;
    }
    http.status = 'data' in body.singleResult || code === undefined ? 200 : refusalStatus(code);
    const seconds = errors[0] && !('data' in body.singleResult) ? retryAfter(errors[0]) : undefined;
    if (seconds !== undefined) http.headers.set('retry-after', String(seconds));
  }

  private describe(operation: Operation, errors: readonly GraphQLError[]): readonly ErrorEntry[] {
    const { caller, requestId, outcome } = operation.contextValue;
    return describeErrors(errors, {
      requestId,
      showsSchema: hasRole(caller, 'DEVELOPER'),
      document: operation.document,
      maxTokens: this.services.config.limits.tokens,
      onUnexpected: (error) => this.services.log.error('unexpected error', { requestId, kind: outcome.kind }, error),
    });
  }

  /** @returns what the client gets instead of the answer when the row could not be written */
  private async audit(operation: Operation, fields: readonly string[]): Promise<ErrorEntry | undefined> {
    const { contextValue } = operation;
    try {
      await auditOperation(this.services.audit, contextValue, fields);
      return undefined;
    } catch (error) {
      this.services.log.error('audit row not written', { requestId: contextValue.requestId }, error);
      return describeError(error, contextValue.requestId);
    }
  }
}

/** Names of the root fields as the schema has them, fragments followed; each once. Aliases and the operation's name are the caller's text and stay out. */
function rootFields({ operation, document, schema }: Operation): readonly string[] {
  const type = operation && schema.getRootType(operation.operation);
  if (!operation || !document || !type) return [];
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set<string>();
  const seen = new Set<string>();
  const collect = (set: OperationDefinitionNode['selectionSet']): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!seen.has(selection.name.value)) {
        seen.add(selection.name.value);
        const fragment = fragments.find(({ name }) => name.value === selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return [...names].filter((name) => name in type.getFields() || name.startsWith('__')).sort();
}

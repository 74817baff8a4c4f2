import { GraphQLError, Kind, type DocumentNode } from 'graphql';
import {
  BadRequest,
  BadUserInput,
  isDomainError,
  MethodNotAllowed,
  OperationLimitExceeded,
  type DomainError,
} from '#libs/errors';
import { describeError, entry, type ErrorEntry } from '#gateway/http';
import { argumentNames } from './argument-names.js';
import { DocumentRefused } from './check-operation.js';
import { ScalarRefused } from './scalars.js';
import { validationSentence } from './validation-sentences.js';

/** What is known of the operation whose errors are described. */
export interface ErrorScope {
  readonly requestId: string;
  /** Whether the caller may see names of the schema and hints at misspelt ones. */
  readonly showsSchema: boolean;
  readonly document: DocumentNode | undefined;
  readonly maxTokens: number;
  /** Called for everything that is nobody's refusal but a fault of ours. */
  readonly onUnexpected: (error: unknown) => void;
}

/** The one formatter: every error of a GraphQL answer as its client sees it. */
export function describeErrors(errors: readonly GraphQLError[], scope: ErrorScope): readonly ErrorEntry[] {
  return errors.flatMap((error) => {
    const cause = innermost(error);
    if (cause instanceof DocumentRefused) return cause.errors.map((refusal) => describeRefusal(refusal, scope));
    return [{ ...describe(error, cause, scope), ...place(error) }];
  });
}

function describe(error: GraphQLError, cause: unknown, scope: ErrorScope): ErrorEntry {
  if (isDomainError(cause)) return describeError(cause, scope.requestId);
  const known = describeByCode(error, cause, scope);
  if (known) return known;
  scope.onUnexpected(cause);
  return describeError(cause, scope.requestId);
}

function describeByCode(error: GraphQLError, cause: unknown, scope: ErrorScope): ErrorEntry | undefined {
  switch (error.extensions['code']) {
    case 'GRAPHQL_PARSE_FAILED':
      return describeSyntax(error, scope);
    case 'BAD_USER_INPUT':
      return describeError(badInput(error, cause, scope), scope.requestId);
    case 'PERSISTED_QUERY_NOT_FOUND':
      return entry('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', scope.requestId); // clients look for this word
    case 'OPERATION_RESOLUTION_FAILURE':
      return entry(
        'The document holds no operation of that name, or several and none was named.',
        'OPERATION_RESOLUTION_FAILURE',
        scope.requestId,
      );
  }
  if (isArgumentRefusal(error)) return describeError(badInput(error, cause, scope), scope.requestId);
  return describeByStatus(error, scope);
}

/** What the server library refuses by itself carries a status and sometimes no code. */
function describeByStatus(error: GraphQLError, scope: ErrorScope): ErrorEntry | undefined {
  const http = error.extensions['http'];
  const status = typeof http === 'object' && http !== null && 'status' in http ? http.status : undefined;
  if (status === 405) return describeError(new MethodNotAllowed(['POST']), scope.requestId);
  if (status !== 400) return undefined;
  const reason =
    'The request is not one that this gateway understands. Does the hash of a persisted query fit its document?';
  return describeError(new BadRequest(reason), scope.requestId);
}

function describeSyntax(error: GraphQLError, scope: ErrorScope): ErrorEntry {
  if (/contains more than? \d+ tokens|more that \d+ tokens/.test(error.message)) {
    return describeError(new OperationLimitExceeded('tokens', scope.maxTokens), scope.requestId);
  }
  return entry(
    'The document is not GraphQL; `locations` says where it breaks.',
    'GRAPHQL_PARSE_FAILED',
    scope.requestId,
  );
}

function describeRefusal(error: GraphQLError, scope: ErrorScope): ErrorEntry {
  const described = isLiteralRefusal(error)
    ? describeError(badInput(error, innermost(error), scope), scope.requestId)
    : entry(
        scope.showsSchema ? error.message : validationSentence(error.message),
        'GRAPHQL_VALIDATION_FAILED',
        scope.requestId,
      );
  return { ...described, ...place(error) };
}

/** A literal of the wrong type: the rule points at the value itself. Its message would repeat the value. */
function isLiteralRefusal(error: GraphQLError): boolean {
  const kind = error.nodes?.[0]?.kind;
  return kind !== undefined && kind !== Kind.VARIABLE && (/Value$/.test(kind) || kind === Kind.OBJECT_FIELD);
}

// Found only when a field is about to run: null for an argument that must not be null, by way of a variable.
function isArgumentRefusal(error: GraphQLError): boolean {
  return (
    error.extensions['code'] === undefined && error.originalError === undefined && /^Argument "/.test(error.message)
  );
}

function badInput(error: GraphQLError, cause: unknown, { document }: ErrorScope): DomainError {
  const [node] = error.nodes ?? [];
  const names = document && node ? argumentNames(document, node) : [];
  const rule =
    cause instanceof ScalarRefused ? cause.rule : 'has a value that is not of the type that the schema asks for';
  return new BadUserInput(names.join(', ') || 'variables', rule);
}

function innermost(error: GraphQLError): unknown {
  let cause: unknown = error;
  for (let depth = 0; depth < 8 && cause instanceof GraphQLError && cause.originalError; depth += 1) {
    cause = cause.originalError;
  }
  return cause;
}

function place(error: GraphQLError): Pick<ErrorEntry, 'locations' | 'path'> {
  return {
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
}

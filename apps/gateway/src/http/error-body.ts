import { ERROR_CODES, isDomainError, type ErrorCode, type ErrorFacts } from '#libs/errors';

/** One entry of `errors` in an answer. */
export interface ErrorEntry {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly retryable: boolean;
    readonly requestId: string;
    readonly [fact: string]: unknown;
  };
}

const INTERNAL_MESSAGE =
  'Something went wrong inside the gateway. Tell whoever runs it the request id; the log has the details.';

/** Stands for an error of the server library that no formatter of ours has seen; the front puts our words in its place. */
export const UNDESCRIBED = 'undescribed';

/** What a client may know of an error: a domain error's own words, and of anything else only that it happened. */
export function describeError(error: unknown, requestId: string): ErrorEntry {
  if (!isDomainError(error)) return entry(INTERNAL_MESSAGE, 'INTERNAL_SERVER_ERROR', requestId);
  return entry(error.message, error.code, requestId, error.facts);
}

/** An entry in fixed words. */
export function entry(message: string, code: ErrorCode, requestId: string, facts: ErrorFacts = {}): ErrorEntry {
  return { message, extensions: { ...facts, code, retryable: ERROR_CODES[code].retryable, requestId } };
}

/** Status of a GraphQL answer without data: refused before anything was executed. Codes that are not named answer 200. */
const REFUSAL_STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  BAD_REQUEST: 400,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA_TYPE: 415,
  PAYLOAD_TOO_LARGE: 413,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  OPERATION_LIMIT_EXCEEDED: 400,
  COST_LIMIT_EXCEEDED: 400,
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  SHUTTING_DOWN: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** On routes that are not GraphQL the status says what GraphQL says in a field. */
const ROUTE_STATUS: Partial<Readonly<Record<ErrorCode, number>>> = {
  ...REFUSAL_STATUS,
  NOT_FOUND: 404,
  MODEL_NOT_FOUND: 404,
  LICENCE_REFUSED: 403,
  CONFLICT: 409,
  DEADLINE_EXCEEDED: 504,
  MODEL_TIMEOUT: 504,
  MODEL_UNAVAILABLE: 503,
  MODEL_NOT_READY: 503,
  STORE_UNAVAILABLE: 503,
  STORE_READ_ONLY: 503,
  MODEL_BAD_RESPONSE: 502,
  MODEL_VERSION_MISMATCH: 502,
  CANCELLED: 499,
};

export function refusalStatus(code: ErrorCode): number {
  return REFUSAL_STATUS[code] ?? 200;
}

export function routeStatus(code: ErrorCode): number {
  return ROUTE_STATUS[code] ?? 422;
}

/** Seconds for the header `retry-after`, where the error says them. */
export function retryAfter(error: ErrorEntry): number | undefined {
  const seconds = error.extensions['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds : undefined;
}

import { errors } from 'undici';
import {
  Cancelled,
  DomainError,
  InvalidInferenceMessage,
  ModelBadResponse,
  ModelNotReady,
  ModelRejectedInput,
  ModelTimeout,
  ModelUnavailable,
} from '#libs/errors';
import { BodyTooLarge, isJsonObject } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import type { HttpAnswer } from './http-transport.js';

/** Failures of undici that mean "this is not HTTP as announced", as opposed to "there is no connection". */
const NOT_HTTP = new Set([
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);

/**
 * The domain's error for whatever broke an exchange with a model server. An error of our own making comes back unchanged: a bug must not
 * look like a server that is away.
 */
export function translateFailure(error: unknown, server: string, deadline: Deadline): unknown {
  if (deadline.state() === 'cancelled') return new Cancelled({ cause: error });
  if (deadline.state() === 'expired') return new ModelTimeout(server, deadline.timeoutMs, { cause: error });
  if (error instanceof InvalidInferenceMessage) return new ModelBadResponse(server, error.rule, { cause: error });
  if (error instanceof BodyTooLarge) {
    return new ModelBadResponse(server, `it is over ${error.maxBytes} bytes`, { cause: error });
  }
  if (error instanceof DomainError) return error;
  const code = codeOf(error);
  if (error instanceof errors.HTTPParserError || NOT_HTTP.has(code ?? '')) {
    return new ModelBadResponse(server, 'it is not valid HTTP', { cause: error });
  }
  if (code === null) return error;
  return new ModelUnavailable(server, { cause: error });
}

/**
 * The domain's error for an answer's HTTP status, or null for 200. Servers differ: Triton says 400 for a model that is not ready and 500
 * for a request that it cannot parse, so the error's text is looked at where the status alone misleads; it is never passed on.
 */
export function refuseStatus(
  answer: HttpAnswer,
  server: string,
  model: string,
  deadline: Deadline,
): DomainError | null {
  const { status } = answer;
  if (status === 200) return null;
  const text = errorText(answer.body);
  if (status === 404) return new ModelNotReady(model, 'the model server does not have it');
  if ((status === 400 || status === 503) && SAYS_NOT_READY.test(text)) {
    return new ModelNotReady(model, NOT_LOADED);
  }
  if (status === 408 || status === 504) return new ModelTimeout(server, deadline.timeoutMs);
  if (status === 429) return new ModelUnavailable(server);
  if (status === 501 || (status >= 400 && status < 500)) return new ModelRejectedInput(server, status);
  if (status === 500 && /(unable|failed) to parse/i.test(text)) return new ModelRejectedInput(server, status);
  if (status >= 500) return new ModelUnavailable(server);
  return new ModelBadResponse(server, 'its status is neither success nor failure');
}

const NOT_LOADED = "the model server has not loaded it; if that does not pass, the server's log says why";
const SAYS_NOT_READY = /unknown model|model\b.{0,200}\b(not ready|not found|not loaded|unavailable|at ready state)/is;
const MAX_ERROR_BYTES = 4096;

function errorText(body: Uint8Array): string {
  const text = new TextDecoder().decode(body.subarray(0, MAX_ERROR_BYTES));
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) && typeof parsed['error'] === 'string' ? parsed['error'] : text;
  } catch {
    return text;
  }
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

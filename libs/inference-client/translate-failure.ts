import { errors } from 'undici';
import {
  Cancelled,
  DomainError,
  InvalidInferenceMessage,
  ModelBadResponse,
  ModelRejectedInput,
  ModelTimeout,
  ModelUnavailable,
  type CallFault,
} from '#libs/errors';
import { BodyTooLarge } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import { ExchangeFailed } from './exchange-failed.js';

/** Failures of undici that mean "this is not HTTP as announced", as opposed to "there is no connection". */
const NOT_HTTP = new Set([
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
]);

/** What broke before there was a connection to write to. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The domain's error for whatever broke an exchange with a model server. An error of our own making comes back unchanged: a bug must not
 * look like a server that is away.
 */
export function translateFailure(thrown: unknown, server: string, deadline: Deadline): unknown {
  const error = thrown instanceof ExchangeFailed ? thrown.cause : thrown;
  const code = codeOf(error);
  const fault = { cause: error, progress: progressOf(thrown, code) };
  if (deadline.state() === 'cancelled') return new Cancelled({ cause: error });
  if (error instanceof DomainError && !(error instanceof InvalidInferenceMessage)) return error;
  if (deadline.state() === 'expired') {
    // Time that ran out in our own queue says nothing of the server.
    const isServerFault = thrown instanceof ExchangeFailed;
    return new ModelTimeout(server, deadline.timeoutMs, { ...fault, isServerFault });
  }
  if (error instanceof InvalidInferenceMessage) return new ModelBadResponse(server, error.rule, { cause: error });
  if (error instanceof BodyTooLarge) {
    return new ModelBadResponse(server, `it is over ${error.maxBytes} bytes`, { cause: error });
  }
  if (error instanceof errors.HTTPParserError || NOT_HTTP.has(code ?? '')) {
    return new ModelBadResponse(server, 'it is not valid HTTP', { cause: error });
  }
  if (code === 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH') {
    const rule = 'its data changed while it was sent';
    return new ModelRejectedInput(server, 'not sent', { cause: error, progress: 'sent', rule });
  }
  if (code === null) return error;
  return new ModelUnavailable(server, fault);
}

function progressOf(thrown: unknown, code: string | null): CallFault['progress'] {
  if (!(thrown instanceof ExchangeFailed) || NO_CONNECTION.has(code ?? '')) return 'unsent';
  return thrown.progress;
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

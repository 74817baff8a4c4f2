import {
  ModelBadResponse,
  ModelNotReady,
  ModelRejectedInput,
  ModelTimeout,
  ModelUnavailable,
  type DomainError,
} from '#libs/errors';
import { isJsonObject } from '#libs/inference-protocol';
import type { Deadline } from './deadline.js';
import type { HttpAnswer } from './http-transport.js';

/** Words by which servers say that a model is not loaded, whatever status they put on it. */
export const SAYS_NOT_READY =
  /unknown model|model\b.{0,200}\b(not ready|not found|not loaded|unavailable|at ready state)|failed to load/is;

/** Words by which a server says that it could not read the request, even where it calls that its own error. */
export const SAYS_UNREADABLE = /(unable|failed) to parse/i;

export const NOT_LOADED = "the model server has not loaded it; if that does not pass, the server's log says why";
const MAX_ERROR_BYTES = 4096;

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
  const { status, retryAfterMs } = answer;
  if (status === 200) return null;
  const text = errorText(answer.body);
  const wait = { progress: 'answered', retryAfterMs } as const;
  if (status === 404) return new ModelNotReady(model, 'the model server does not have it');
  if ((status === 400 || status === 503) && SAYS_NOT_READY.test(text))
    return new ModelNotReady(model, NOT_LOADED, wait);
  if (status === 408 || status === 504) return new ModelTimeout(server, deadline.timeoutMs, wait);
  if (status === 429) return new ModelUnavailable(server, wait);
  if (status === 501) return new ModelRejectedInput(server, status, { rule: NOT_IMPLEMENTED });
  if (status >= 400 && status < 500) return new ModelRejectedInput(server, status);
  if (status === 500 && /failed to load/i.test(text)) return new ModelNotReady(model, NOT_LOADED, wait);
  if (status === 500 && SAYS_UNREADABLE.test(text)) return new ModelRejectedInput(server, status);
  if (status >= 500) return new ModelUnavailable(server, wait);
  return new ModelBadResponse(server, 'its status is neither success nor failure');
}

const NOT_IMPLEMENTED =
  'the model server does not do this; one that does not take versions in paths has to be placed without a version';

/** Whether it is what Python's web framework says of any exception: MLServer does so when its codecs cannot read a tensor. */
export function isBareServerError({ status, contentType, body }: HttpAnswer): boolean {
  return status === 500 && contentType.startsWith('text/plain') && errorText(body) === 'Internal Server Error';
}

/** Whether a 404 is about the model, and not about a route that the server does not have. */
export function isAboutModel({ status, body }: HttpAnswer): boolean {
  return status === 404 && SAYS_NOT_READY.test(errorText(body));
}

function errorText(body: Uint8Array): string {
  const text = new TextDecoder().decode(body.subarray(0, MAX_ERROR_BYTES));
  try {
    const parsed: unknown = JSON.parse(text);
    return isJsonObject(parsed) && typeof parsed['error'] === 'string' ? parsed['error'] : text;
  } catch {
    return text;
  }
}

import { RegistryBadResponse, RegistryUnavailable } from '#libs/errors';
import type { HttpAnswer } from './mlflow-http.js';

/**
 * The body of an answer to a reading. A login page comes with status 200 as often as with 302 or 401.
 * @throws RegistryUnavailable, RegistryBadResponse
 */
export function bodyOf(answer: HttpAnswer): Buffer {
  const { status, body } = answer;
  if (status === 401 || status === 403) throw new RegistryUnavailable('it does not accept the credentials');
  if (status >= 300 && status < 400) throw new RegistryBadResponse('it sends to another address, as a login page does');
  if (status >= 500 || status === 429) throw new RegistryUnavailable(`it answered with status ${status}`);
  if (!isJson(answer))
    throw new RegistryBadResponse(`it answered ${status} with a page that is not JSON, as a login does`);
  if (status !== 200) throw new RegistryBadResponse(`it answered with status ${status}`);
  return body;
}

/** Whether the server calls its answer JSON. */
export function isJson({ mediaType }: HttpAnswer): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}

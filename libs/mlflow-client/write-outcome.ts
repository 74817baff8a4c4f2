import { isUnsent } from './http-faults.js';
import type { HttpAnswer } from './mlflow-http.js';
import { isJson } from './listed-answer.js';

/** What became of one write that was sent once. The reasons are sentences without the server's own text. */
export type MlflowWriteOutcome =
  /** The server says that it is done. */
  | { readonly kind: 'DONE' }
  /** The server says no: nothing was changed. The status is null where it was not asked. */
  | { readonly kind: 'REFUSED'; readonly status: number | null; readonly reason: string }
  /** It never left: nothing was changed. */
  | { readonly kind: 'NOT_SENT'; readonly reason: string }
  /** Nobody can know without looking: no answer came, or none that says yes or no. */
  | { readonly kind: 'UNKNOWN'; readonly reason: string };

/** What an answer to a write says. A page with status 200 is a login's, and says nothing of the write. */
export function outcomeOf(answer: HttpAnswer): MlflowWriteOutcome {
  const { status } = answer;
  if (status >= 200 && status < 300 && isJson(answer)) return { kind: 'DONE' };
  if (status === 401 || status === 403) return { kind: 'REFUSED', status, reason: 'it does not allow it' };
  if (status >= 300 && status < 400) {
    return { kind: 'REFUSED', status, reason: 'it sends to another address, as a login page does' };
  }
  if (status >= 400 && status < 500 && status !== 408) {
    return { kind: 'REFUSED', status, reason: `it answered with status ${status}` };
  }
  if (status < 300) return { kind: 'UNKNOWN', reason: 'it answered with a page that is not JSON, as a login does' };
  return { kind: 'UNKNOWN', reason: `it answered with status ${status}` };
}

/** What a request without an answer says of the write. */
export function outcomeOfFault(error: unknown): MlflowWriteOutcome {
  if (isUnsent(error)) return { kind: 'NOT_SENT', reason: 'there is no connection to it' };
  return { kind: 'UNKNOWN', reason: 'it did not answer' };
}

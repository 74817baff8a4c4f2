import { InvalidInferenceMessage } from '#libs/errors';
import { BodyTooLarge } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import type { FailureReason } from '../statistics/statistics-book.js';

/** The one place where errors become refusals with a status. */
export function refusalOf(error: unknown, log: (line: string) => void): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidInferenceMessage) return new Refusal('bad-request', error.rule);
  if (error instanceof BodyTooLarge) return new Refusal('too-large', `the body is over ${error.maxBytes} bytes`);
  log(`a bug: ${error instanceof Error ? (error.stack ?? error.message) : 'not an error'}`);
  return new Refusal('model-failed', 'the server failed; its log says how');
}

/** The same for the statistics. */
export function reasonOfFailure(error: unknown): FailureReason {
  if (!(error instanceof Refusal)) return 'OTHER';
  switch (error.kind) {
    case 'queue-full':
    case 'timed-out':
      return 'REJECTED';
    case 'client-gone':
      return 'CANCELED';
    case 'model-failed':
      return 'BACKEND';
    default:
      return 'OTHER';
  }
}

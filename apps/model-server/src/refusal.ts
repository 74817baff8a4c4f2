/** Why the server does not answer a request with numbers; each has one HTTP status. */
export const REFUSALS = {
  'bad-request': 400,
  'foreign-origin': 403,
  'not-found': 404,
  'wrong-method': 405,
  'too-large': 413,
  'unsupported-media': 415,
  'client-gone': 499,
  'load-failed': 400,
  'model-failed': 500,
  unsupported: 501,
  'not-ready': 503,
  'queue-full': 503,
  draining: 503,
  'timed-out': 504,
} as const;

export type RefusalKind = keyof typeof REFUSALS;

/** A refusal with a sentence for whoever sent the request: what is wrong, never a path, a stack or the request's own text. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get status(): number {
    return REFUSALS[this.kind];
  }
}

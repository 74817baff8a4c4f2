import { DomainError } from './domain-error.js';

/** An argument is wrong. Names the argument, never its value. */
export class BadUserInput extends DomainError {
  readonly code = 'BAD_USER_INPUT';
  constructor(
    readonly argument: string,
    readonly rule: string,
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`The argument \`${argument}\` ${rule}.`, { argument, ...facts });
  }
}

/** The thing does not exist, or belongs to another tenant: the two cannot be told apart. */
export class NotFound extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor(
    readonly noun:
      | 'slide'
      | 'job'
      | 'answer'
      | 'features'
      | 'array'
      | 'registry source'
      | 'gene panel'
      | 'gene-set collection'
      | 'signature'
      | 'cohort'
      | 'imported predictions'
      | 'expression matrix'
      | 'pathway scores'
      | 'spatial map'
      | 'spatial measurement'
      | 'layer'
      | 'embedding index'
      | 'upload'
      | 'model file'
      | 'route',
  ) {
    super(`There is no such ${noun}, or it is not yours.`, { noun });
  }
}

/** No API key was sent, or one that is not known. Which of the two is not said. */
export class Unauthenticated extends DomainError {
  readonly code = 'UNAUTHENTICATED';
  constructor() {
    super('Send a valid API key in the header `authorization: Bearer <key>`.');
  }
}

/** The caller is known, and its key does not have this role. */
export class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN';
  constructor(readonly role: string) {
    super(`This needs the role ${role}. Ask whoever runs this gateway for it.`, { role });
  }
}

/** The request's own time ran out. */
export class DeadlineExceeded extends DomainError {
  readonly code = 'DEADLINE_EXCEEDED';
  constructor(readonly timeoutMs: number) {
    super('The time of the request ran out before the answer was complete. Ask for less at once, or allow more time.', {
      timeoutMs,
    });
  }
}

/** The caller went away or cancelled. Nobody is listening; it exists so that work stops with a name. */
export class Cancelled extends DomainError {
  readonly code = 'CANCELLED';
  constructor(options?: ErrorOptions) {
    super('The work was cancelled before it was done.', {}, options);
  }
}

/** The caller has used up what it may ask for in a while: requests, or the estimated cost of its operations. */
export class RateLimited extends DomainError {
  readonly code = 'RATE_LIMITED';
  constructor(
    readonly budget: 'requests' | 'cost',
    readonly retryAfterSeconds: number,
  ) {
    super('You have used up what you may ask for in a while. Try again after the stated time.', {
      budget,
      retryAfterSeconds,
    });
  }
}

/** Shed early: too many requests are waiting already. */
export class Overloaded extends DomainError {
  readonly code = 'OVERLOADED';
  constructor(readonly retryAfterSeconds: number) {
    super('Too many requests are waiting. Try again after the stated time.', { retryAfterSeconds });
  }
}

/** A setting that stops the start. */
export class InvalidConfig extends DomainError {
  readonly code = 'INVALID_CONFIG';
  constructor(setting: string, rule: string) {
    super(`${setting} ${rule}.`, { setting });
  }
}

/** The request is not one that this gateway understands: its body, its parameters or its headers. */
export class BadRequest extends DomainError {
  readonly code = 'BAD_REQUEST';
  /** @param reason a whole sentence that repeats nothing of the request */
  constructor(reason: string) {
    super(reason);
  }
}

/** Another HTTP verb than the route takes, or a mutation by GET. */
export class MethodNotAllowed extends DomainError {
  readonly code = 'METHOD_NOT_ALLOWED';
  constructor(readonly allowed: readonly string[]) {
    super(`Use ${allowed.join(' or ')} here. Mutations go by POST only.`, { allowed });
  }
}

/** A content encoding or character set that is not read here. */
export class UnsupportedMediaType extends DomainError {
  readonly code = 'UNSUPPORTED_MEDIA_TYPE';
  constructor(reason: string) {
    super(reason);
  }
}

/** A body over the limit in bytes, as it arrived or after decompression. What lay beyond was not read. */
export class PayloadTooLarge extends DomainError {
  readonly code = 'PAYLOAD_TOO_LARGE';
  constructor(limitBytes: number) {
    super('The body of the request is larger than this gateway takes. Ask for less at once.', { limitBytes });
  }
}

/** A limit on the shape of a GraphQL document. */
export class OperationLimitExceeded extends DomainError {
  readonly code = 'OPERATION_LIMIT_EXCEEDED';
  constructor(
    readonly limit: 'tokens' | 'depth' | 'aliases' | 'directives' | 'rootFields',
    maximum: number,
  ) {
    super(`The operation exceeds the limit on ${limit} (${maximum}). Split it into several requests.`, {
      limit,
      maximum,
    });
  }
}

/** Estimated before anything was sent anywhere. */
export class CostLimitExceeded extends DomainError {
  readonly code = 'COST_LIMIT_EXCEEDED';
  constructor(cost: number, limit: number) {
    super(`The operation would cost ${cost} and ${limit} is the most for one request. Ask for less at once.`, {
      cost,
      limit,
    });
  }
}

/** The gateway is going down: what runs is finished, nothing new is begun. */
export class ShuttingDown extends DomainError {
  readonly code = 'SHUTTING_DOWN';
  constructor(readonly retryAfterSeconds = 5) {
    super('This gateway is shutting down. Send the request to another one, or try again after the stated time.', {
      retryAfterSeconds,
    });
  }
}

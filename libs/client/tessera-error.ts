import type { JobFieldsFragment } from '#graphql/generated/operations';

/** One entry of `errors` in an answer, after it was checked. */
export interface AnswerError {
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  /** Where in the answer: names of fields and positions in lists. Empty for a request that was refused as a whole. */
  readonly path: readonly (string | number)[];
  /** Finds the one line of the gateway's record of this request. Null when the gateway did not say. */
  readonly requestId: string | null;
  /** What the code needs to be acted upon, as in `needed` and `found`. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * What the gateway refused, or why it could not be asked. `code` is one of the API's codes, or one of this client's own:
 * GATEWAY_UNREACHABLE, GATEWAY_TIMEOUT, GATEWAY_BAD_ANSWER, JOB_FAILED, JOB_CANCELLED.
 */
export class TesseraError extends Error implements AnswerError {
  readonly code: string;
  readonly retryable: boolean;
  readonly path: readonly (string | number)[];
  readonly requestId: string | null;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(error: Partial<AnswerError> & Pick<AnswerError, 'code' | 'message'>, options?: ErrorOptions) {
    super(error.message, options);
    this.name = new.target.name;
    this.code = error.code;
    this.retryable = error.retryable ?? false;
    this.path = error.path ?? [];
    this.requestId = error.requestId ?? null;
    this.facts = error.facts ?? {};
  }
}

/** An answer with errors. The fields that did not fail are in `data`. The message and code are those of the first error. */
export class AnswerWithErrors extends TesseraError {
  constructor(
    first: AnswerError,
    readonly errors: readonly AnswerError[],
    readonly data: unknown,
  ) {
    super(first);
  }
}

/** Nobody listens at the address, or the connection broke. */
export class GatewayUnreachable extends TesseraError {
  constructor(origin: string, options?: ErrorOptions) {
    super(
      {
        code: 'GATEWAY_UNREACHABLE',
        message: `No gateway answers at ${origin}. Is it running? Start one with \`npm start\`, or name another address (--url or TESSERA_URL).`,
        retryable: true,
      },
      options,
    );
  }
}

/** The gateway took longer than this client waits. */
export class GatewayTimeout extends TesseraError {
  constructor(timeoutMs: number, options?: ErrorOptions) {
    super(
      {
        code: 'GATEWAY_TIMEOUT',
        message: `The gateway did not answer within ${timeoutMs / 1000} s. Ask for less at once, or allow more time (--timeout).`,
        retryable: true,
        facts: { timeoutMs },
      },
      options,
    );
  }
}

/** Something answered that is no Tessera gateway, or an answer arrived broken. */
export class GatewayBadAnswer extends TesseraError {
  constructor(rule: string, options?: ErrorOptions) {
    super(
      {
        code: 'GATEWAY_BAD_ANSWER',
        message: `The answer was refused: ${rule}. Check that the address is that of a Tessera gateway.`,
      },
      options,
    );
  }
}

/** A job ended without success. `job` is its last state. */
export class JobNotSucceeded extends TesseraError {
  constructor(readonly job: JobFieldsFragment) {
    super(describeEnd(job));
  }
}

function describeEnd(job: JobFieldsFragment): Pick<AnswerError, 'code' | 'message' | 'retryable' | 'facts'> {
  const facts = { jobId: job.id };
  if (job.state === 'CANCELLED') {
    return { code: 'JOB_CANCELLED', message: 'The job was cancelled before it was done.', retryable: false, facts };
  }
  const error = job.error;
  if (!error) return { code: 'JOB_FAILED', message: 'The job failed and does not say why.', retryable: false, facts };
  return {
    code: 'JOB_FAILED',
    message: error.message,
    retryable: error.retryable,
    facts: { ...facts, cause: error.code, ...(isRecord(error.facts) ? error.facts : {}) },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

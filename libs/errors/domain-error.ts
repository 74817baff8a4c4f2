import { ERROR_CODES, type ErrorCode } from './codes.js';

/** Typed facts of an error, as they travel in `extensions`: plain JSON, and never a caller's own text. */
export type ErrorFacts = Readonly<Record<string, unknown>>;

/**
 * The base of every refusal and fault that the domain knows. The message is a sentence that tells a person what to do. It names
 * arguments and fields and never repeats a value that a caller, a file or another server supplied: such text may identify a patient.
 */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;

  /** @param facts what a program needs to react; becomes `extensions` beside `code` and `retryable` */
  constructor(
    message: string,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }

  /** Whether the same request may succeed later without being changed. */
  get isRetryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }
}

/** Whether it is one of ours, whose message and facts a client may see. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError;
}

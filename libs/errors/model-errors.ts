import { DomainError } from './domain-error.js';

/** No registered version fits the reference in this argument. Whether it is unknown or in quarantine is not said here. */
export class ModelNotFound extends DomainError {
  readonly code = 'MODEL_NOT_FOUND';
  constructor(argument = 'model') {
    super(
      `No model version in the registry matches the argument \`${argument}\`. List them with \`registeredModels\` or \`tessera models list\`.`,
      { argument },
    );
  }
}

/** An unqualified name that several sources know. */
export class AmbiguousModel extends DomainError {
  readonly code = 'AMBIGUOUS_MODEL';
  constructor(readonly candidates: readonly string[]) {
    super('Several registry sources have a model of this name: put the source in front, as in `source:name/version`.', {
      candidates,
    });
  }
}

/** Versions that differ in what a comparison rests on. Says what each of them has. */
export class VersionsNotComparable extends DomainError {
  readonly code = 'NOT_COMPARABLE';
  constructor(
    readonly what: 'task' | 'target' | 'scale' | 'stratum' | 'collection',
    readonly versions: readonly { readonly ref: string; readonly found: string }[],
  ) {
    const each = versions.map(({ ref, found }) => `${ref} (${found})`).join(', ');
    super(`The versions differ in ${what}, and numbers of one say nothing about the other: ${each}.`, {
      what,
      versions,
    });
  }
}

/** What a breaker and a retry have to know of a call that failed. It stays inside: callers are not told. */
export interface CallFault {
  /** Whether the server is to blame. A caller's mistake is not, however the server words it, and must not open its breaker. */
  readonly isServerFault: boolean;
  /**
   * How far the call came. `unsent`: no byte left, a retry is always safe. `sent`: no byte of an answer came, a retry is safe for what
   * changes nothing (inference). `answered`: the server spoke.
   */
  readonly progress: 'unsent' | 'sent' | 'answered';
  /** How long the server asked to be left alone; null when it did not. */
  readonly retryAfterMs: number | null;
}

/** Facts of a failed call beside its cause. */
export type FaultOptions = ErrorOptions & Partial<CallFault>;

/** A call to a model server failed; `fault` says what that means for the next call. */
export abstract class ModelServerError extends DomainError {
  readonly fault: CallFault;

  constructor(message: string, facts: Readonly<Record<string, unknown>>, fault: CallFault, options: FaultOptions = {}) {
    const { cause, ...known } = options;
    super(message, facts, cause === undefined ? {} : { cause });
    this.fault = { ...fault, ...known };
  }
}

const OWN_LIMIT: CallFault = { isServerFault: false, progress: 'unsent', retryAfterMs: null };
const NO_FAULT: CallFault = { isServerFault: false, progress: 'answered', retryAfterMs: null };
const SERVER_FAULT: CallFault = { isServerFault: true, progress: 'answered', retryAfterMs: null };
const NO_ANSWER: CallFault = { isServerFault: true, progress: 'sent', retryAfterMs: null };

const waitOf = ({ retryAfterMs }: FaultOptions): Readonly<Record<string, number>> =>
  typeof retryAfterMs === 'number' ? { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) } : {};

/** Known to the registry and not loaded on any server. */
export class ModelNotReady extends ModelServerError {
  readonly code = 'MODEL_NOT_READY';
  constructor(model: string, reason: string, options: FaultOptions = {}) {
    const facts = { model, ...waitOf(options) };
    super(`The model version is registered but not ready to serve: ${reason}.`, facts, NO_FAULT, options);
  }
}

/** Cannot connect, or the server answers 429, 502 or 503. */
export class ModelUnavailable extends ModelServerError {
  readonly code = 'MODEL_UNAVAILABLE';
  constructor(server: string, options: FaultOptions = {}) {
    super(
      'The model server that holds this version cannot be reached. Try again; if it stays so, tell whoever runs it.',
      { server, ...waitOf(options) },
      NO_ANSWER,
      options,
    );
  }
}

/** The server failed too often just now, and is spared for a moment: nothing was sent to it. */
export class ModelServerResting extends DomainError {
  readonly code = 'MODEL_UNAVAILABLE';
  constructor(server: string, retryAfterMs: number) {
    super(
      'The model server failed too often in the last seconds and is not asked for a moment. Try again then; if it stays so, tell whoever runs it.',
      { server, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs / 1000)) },
    );
  }
}

/** The deadline in milliseconds passed before the model server answered, or the server itself said so (408, 504). */
export class ModelTimeout extends ModelServerError {
  readonly code = 'MODEL_TIMEOUT';
  constructor(server: string, timeoutMs: number, options: FaultOptions = {}) {
    super(
      'The model server did not answer in time. Try again, or ask about fewer tiles; if it stays so, tell whoever runs it.',
      { server, timeoutMs },
      NO_ANSWER,
      options,
    );
  }
}

/** The model server refused the tensors (an upstream 4xx, or its way of saying so), or they were not sent because it would. */
export class ModelRejectedInput extends ModelServerError {
  readonly code = 'MODEL_REJECTED_INPUT';
  /** @param options `rule`: what is wrong, by position and in our words; it is told to the caller */
  constructor(server: string, status: number | string, options: FaultOptions & { readonly rule?: string } = {}) {
    const { rule, ...fault } = options;
    super(
      rule === undefined
        ? 'The model server refused the input. The version and its card may disagree: tell whoever released the version.'
        : `The input was refused: ${rule}. The version and its card may disagree: tell whoever released the version.`,
      { server, status, ...(rule === undefined ? {} : { rule }) },
      NO_FAULT,
      fault,
    );
  }
}

/** The answer does not match the declared signature. No number of it is used. */
export class ModelBadResponse extends ModelServerError {
  readonly code = 'MODEL_BAD_RESPONSE';
  constructor(server: string, rule: string, options: FaultOptions = {}) {
    super(
      `The model server's answer was refused: ${rule}. The version and its card may disagree: tell whoever released the version.`,
      { server },
      SERVER_FAULT,
      options,
    );
  }
}

/** Answered by a version that was not asked for. */
export class ModelVersionMismatch extends ModelServerError {
  readonly code = 'MODEL_VERSION_MISMATCH';
  constructor(server: string, asked: string) {
    super(
      'The model server answered with another version than the one asked for; its number was not used.',
      { server, asked },
      SERVER_FAULT,
    );
  }
}

/** The model server's queue in this gateway is full. */
export class ModelServerBusy extends ModelServerError {
  readonly code = 'OVERLOADED';
  constructor(server: string) {
    super(
      'Too many requests are waiting for this model server. Try again shortly.',
      { server, retryAfterSeconds: 1 },
      OWN_LIMIT,
      { retryAfterMs: 1000 },
    );
  }
}

/** A message that is not the Open Inference Protocol, or that contradicts itself. The rule says where, never what was there. */
export class InvalidInferenceMessage extends DomainError {
  readonly code = 'BAD_REQUEST';
  constructor(
    readonly rule: string,
    options?: ErrorOptions,
  ) {
    super(`The inference message was refused: ${rule}.`, { rule }, options);
  }
}

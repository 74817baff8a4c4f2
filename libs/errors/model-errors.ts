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

/** Known to the registry and not loaded on any server. */
export class ModelNotReady extends DomainError {
  readonly code = 'MODEL_NOT_READY';
  constructor(model: string, reason: string) {
    super(`The model version is registered but not ready to serve: ${reason}.`, { model });
  }
}

/** Cannot connect, or the server answers 502 or 503. */
export class ModelUnavailable extends DomainError {
  readonly code = 'MODEL_UNAVAILABLE';
  constructor(server: string, options?: ErrorOptions) {
    super(
      'The model server that holds this version cannot be reached. Try again; if it stays so, tell whoever runs it.',
      { server },
      options,
    );
  }
}

/** The deadline in milliseconds passed before the model server answered, or the server itself said so (408, 504). */
export class ModelTimeout extends DomainError {
  readonly code = 'MODEL_TIMEOUT';
  constructor(server: string, timeoutMs: number, options?: ErrorOptions) {
    super(
      'The model server did not answer in time. Try again, or ask about fewer tiles; if it stays so, tell whoever runs it.',
      { server, timeoutMs },
      options,
    );
  }
}

/** The model server refused the tensors (an upstream 4xx, or its way of saying so). */
export class ModelRejectedInput extends DomainError {
  readonly code = 'MODEL_REJECTED_INPUT';
  constructor(server: string, status: number | string, options?: ErrorOptions) {
    super(
      'The model server refused the input. The version and its card may disagree: tell whoever released the version.',
      { server, status },
      options,
    );
  }
}

/** The answer does not match the declared signature. No number of it is used. */
export class ModelBadResponse extends DomainError {
  readonly code = 'MODEL_BAD_RESPONSE';
  constructor(server: string, rule: string, options?: ErrorOptions) {
    super(
      `The model server's answer was refused: ${rule}. The version and its card may disagree: tell whoever released the version.`,
      { server },
      options,
    );
  }
}

/** Answered by a version that was not asked for. */
export class ModelVersionMismatch extends DomainError {
  readonly code = 'MODEL_VERSION_MISMATCH';
  constructor(server: string, asked: string) {
    super('The model server answered with another version than the one asked for; its number was not used.', {
      server,
      asked,
    });
  }
}

/** The model server's queue in this gateway is full. */
export class ModelServerBusy extends DomainError {
  readonly code = 'OVERLOADED';
  constructor(server: string) {
    super('Too many requests are waiting for this model server. Try again shortly.', { server, retryAfterSeconds: 1 });
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

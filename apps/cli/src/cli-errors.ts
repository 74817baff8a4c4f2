import { TesseraError } from '#libs/client';

/** The command line is wrong. */
export class UsageError extends TesseraError {
  constructor(message: string) {
    super({ code: 'USAGE', message });
  }
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends TesseraError {
  constructor(message = 'Interrupted.') {
    super({ code: 'INTERRUPTED', message });
  }
}

/** A prefix or name fits several slides. */
export class AmbiguousSlide extends TesseraError {
  constructor(candidates: readonly { readonly id: string; readonly name: string | null }[]) {
    super({
      code: 'AMBIGUOUS_SLIDE',
      message: 'Several slides fit: give more of the id.',
      facts: { candidates: candidates.map(({ id, name }) => (name === null ? id : `${id} (${name})`)) },
    });
  }
}

export class NoSuchSlide extends TesseraError {
  constructor() {
    super({
      code: 'NOT_FOUND',
      message: 'No slide of yours has this id, this beginning of an id, or this name. See `tessera slides list`.',
    });
  }
}

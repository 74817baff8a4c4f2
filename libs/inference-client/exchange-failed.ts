import type { CallFault } from '#libs/errors';

/** An exchange with a server broke off; `cause` says why, `progress` how far it had come. */
export class ExchangeFailed extends Error {
  constructor(
    cause: unknown,
    readonly progress: CallFault['progress'],
  ) {
    super('the exchange broke off', { cause });
  }
}

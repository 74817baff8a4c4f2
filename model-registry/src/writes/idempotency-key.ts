import { BadUserInput } from '#libs/errors';

const KEY = /^[A-Za-z0-9._:-]{1,100}$/;

/** @throws BadUserInput */
export function checkKey(idempotencyKey: string | null): void {
  if (idempotencyKey === null || KEY.test(idempotencyKey)) return;
  throw new BadUserInput('idempotencyKey', 'must be 1 to 100 letters, digits or . _ : -');
}

import { Conflict } from '#libs/errors';
import type { RegistryWrite, WriteRequest } from '#model-registry';

type KeyedRequest = Pick<WriteRequest, 'writer' | 'idempotencyKey'> & { readonly requestDigest: string };

/**
 * What the same caller wrote under the same key before.
 * @throws Conflict when that was another request
 */
export function earlierWrite(known: readonly RegistryWrite[], request: KeyedRequest): RegistryWrite | undefined {
  const { writer, idempotencyKey, requestDigest } = request;
  if (idempotencyKey === null) return undefined;
  const { tenant, caller } = writer;
  const found = known.find(
    (write) => write.idempotencyKey === idempotencyKey && write.tenant === tenant && write.caller === caller,
  );
  if (!found || found.requestDigest === requestDigest) return found;
  throw keyIsTaken({ write: found.seq });
}

/** The key stands for another request already. */
export function keyIsTaken(facts: Readonly<Record<string, unknown>>): Conflict {
  return new Conflict(
    'This idempotency key was used for another request before. Nothing was changed. Use a new key for a new request.',
    { argument: 'idempotencyKey', ...facts },
  );
}

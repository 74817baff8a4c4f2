import { removeStrays } from '../release/stray-versions.js';
import type { RegistryWrite } from '../registry-write.js';
import type { WritableServer } from './through-plan.js';
import type { WriteIntent, WriteOutbox } from './write-outbox.js';

/** What is known of an intent after a look at the server. */
export type Settlement =
  | { readonly kind: 'DONE'; readonly write: RegistryWrite }
  | { readonly kind: 'NOT_DONE' | 'CONFLICT' }
  /** The server does not have it, and it may still arrive. */
  | { readonly kind: 'UNSETTLED' };

/**
 * Finds out what became of a write whose answer was lost, by looking: the server has it (it is done), has what it had before (it was not
 * done, and is not made up for: nobody may be waiting for it any more), or has something else (a conflict, which is recorded).
 * @throws RegistryUnavailable, RegistryBadResponse when the server cannot be looked at; StoreUnavailable. The intent stays unsettled then.
 */
export async function settle(
  intent: WriteIntent,
  { writer, settleAfterMs }: WritableServer,
  outbox: WriteOutbox,
  signal: AbortSignal,
): Promise<Settlement> {
  // Before the look: what arrives while it is under way is not missed.
  const mayArrive = Date.now() - Date.parse(intent.at) < settleAfterMs;
  const found = await writer.read(intent.place, signal);
  const { place } = intent;
  if (place.kind === 'VERSION') await removeStrays(writer.releases, { ...place, intent: intent.id }, signal);
  if (found === intent.after) return { kind: 'DONE', write: await outbox.confirm(intent) };
  if (mayArrive) return { kind: 'UNSETTLED' };
  const end = found === intent.before ? 'NOT_DONE' : 'CONFLICT';
  await outbox.abandon(intent, end, found);
  return { kind: end };
}

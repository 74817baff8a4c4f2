import { isDomainError } from '#libs/errors';
import type { ModelRegistry } from '../../registry.js';
import type { Settlement } from './settle.js';
import type { ThroughWriter } from './through-writer.js';
import type { WriteIntent, WriteOutbox } from './write-outbox.js';

/** An intent that is settled now, and how. */
export interface SettledIntent {
  readonly intent: WriteIntent;
  readonly end: Exclude<Settlement['kind'], 'UNSETTLED'>;
}

/**
 * Looks what became of every write whose outcome is not known. A server that cannot be looked at, or that the configuration has no more
 * write access to, leaves its intents for later. Sources of which something is known now are read again.
 * @throws StoreUnavailable
 */
export async function settleAll(
  registry: Pick<ModelRegistry, 'serverOf' | 'reloadSource'>,
  outbox: WriteOutbox,
  through: ThroughWriter,
  signal: AbortSignal,
): Promise<readonly SettledIntent[]> {
  const settled: SettledIntent[] = [];
  for (const intent of await outbox.unsettled()) {
    const server = registry.serverOf(intent.source);
    if (!server) continue;
    const { kind } = await through.settle(intent, server, signal).catch(unsettledYet);
    if (kind === 'UNSETTLED') continue;
    settled.push({ intent, end: kind });
  }
  const sources = new Set(settled.map(({ intent }) => intent.source));
  // After a reading that is under way, which may have begun before. Nothing waits for it.
  for (const source of sources) registry.reloadSource(source, signal).catch(ignore);
  return settled;
}

function ignore(): void {}

function unsettledYet(error: unknown): Settlement {
  if (isDomainError(error)) return { kind: 'UNSETTLED' };
  throw error;
}

import { randomUUID } from 'node:crypto';
import type { RedisLink } from './redis-link.js';

/** Called with a source that may have changed, or null when any may have. */
export type HintListener = (source: string | null) => void;

const HINT = /^([0-9a-f-]{36}) ([a-z0-9][a-z0-9-]{0,62})$/;

/**
 * Word between gateways that a registry source should be read again. A hint says which source and nothing of what is in it, for what comes
 * over Redis is not trusted with more; one that gets lost is made up for by the next reading, which comes anyway.
 */
export class RegistryHints {
  private readonly self = randomUUID();
  private listener: HintListener = () => {};

  /** @param speaking and `channel` are where hints are sent; null tells nobody */
  constructor(
    private readonly speaking: RedisLink | null,
    private readonly channel: string,
  ) {}

  /** Tells the other gateways. Nobody waits for it, and it does not fail. */
  announce(source: string): void {
    this.speaking?.ask((client) => client.publish(this.channel, `${this.self} ${source}`)).catch(() => undefined);
  }

  /** One listener; it hears the other gateways and not this one. */
  listen(listener: HintListener): void {
    this.listener = listener;
  }

  /** What came over the channel. */
  receive(message: string): void {
    const [, from, source] = HINT.exec(message) ?? [];
    if (source !== undefined && from !== this.self) this.listener(source);
  }

  /** Nothing was heard for a while: what was said then is lost. */
  missed(): void {
    this.listener(null);
  }
}

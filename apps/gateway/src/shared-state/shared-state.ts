import type { GatewayConfig } from '#gateway/config';
import { isLoopback } from '#gateway/config';
import type { Log } from '#gateway/logging';
import { RedisLink, type LinkState } from './redis-link.js';
import { RegistryHints } from './registry-hints.js';

/** Redis, for what gateways share while they run: callers' budgets, and hints to read a registry source again. Nothing in it is kept. */
export class SharedState {
  private constructor(
    readonly hints: RegistryHints,
    /** Null where no Redis is configured. */
    readonly link: RedisLink | null,
    private readonly ears: RedisLink | null,
  ) {}

  /** Begins to connect and does not wait for it: a gateway without its Redis starts and answers. */
  static open({ redisUrl, redisPrefix }: Pick<GatewayConfig, 'redisUrl' | 'redisPrefix'>, log: Log): SharedState {
    const channel = `${redisPrefix}:registry`;
    if (redisUrl === undefined) return new SharedState(new RegistryHints(null, channel), null, null);
    if (sendsSecretsInTheClear(redisUrl)) log.warn('Redis: its password travels unencrypted; use rediss');
    const link = new RedisLink({
      url: redisUrl,
      // A write: a server that is read-only or full answers a ping.
      probe: (client) => client.set(`${redisPrefix}:probe`, 1, 'EX', 60),
      onState: (state, reason) => tell(log, state, reason),
    });
    const hints = new RegistryHints(link, channel);
    return new SharedState(hints, link, listenOn(redisUrl, channel, hints));
  }

  /** For readiness. @throws Error when Redis is configured and away */
  check(): void {
    if (this.link && this.link.state !== 'UP') throw new Error('Redis is away');
  }

  async close(): Promise<void> {
    this.link?.close();
    this.ears?.close();
  }
}

/** A connection that listens can do nothing else in Redis' protocol, so it has its own. */
function listenOn(url: string, channel: string, hints: RegistryHints): RedisLink {
  const ears = new RedisLink({
    url,
    // Subscribing again to the same channel changes nothing, and its answer shows that somebody is there.
    probe: (client) => client.subscribe(channel),
    onState: (state) => {
      if (state === 'UP') hints.missed();
    },
  });
  ears.client.on('message', (_, message: string) => hints.receive(message));
  return ears;
}

function tell(log: Log, state: LinkState, reason: string): void {
  if (state === 'UP') log.info('Redis connected: limits are shared, and other gateways are told of registry writes');
  else {
    const meanwhile =
      'each gateway holds limits for itself, and sees the registry writes of others at its next reading';
    log.warn(`Redis is away: ${meanwhile}`, { reason });
  }
}

function sendsSecretsInTheClear(url: string): boolean {
  const { protocol, hostname, password } = new URL(url);
  return protocol === 'redis:' && password !== '' && !isLoopback(hostname);
}

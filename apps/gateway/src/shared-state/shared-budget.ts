import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { RedisAway, type RedisLink } from './redis-link.js';

export interface BudgetSettings {
  readonly keyPrefix: string;
  /** Points of one window. */
  readonly points: number;
  readonly windowSeconds: number;
}

/** Points that each caller may spend in a window: counted in Redis for all gateways, and by this process alone while Redis is away. */
export class SharedBudget {
  private readonly own: RateLimiterMemory;
  private readonly shared: RateLimiterRedis | null;

  constructor(
    { keyPrefix, points, windowSeconds }: BudgetSettings,
    private readonly link: RedisLink | null,
  ) {
    const options = { keyPrefix, points, duration: windowSeconds };
    this.own = new RateLimiterMemory(options);
    // Whoever has spent it all is refused without asking Redis again.
    const shared = { ...options, inMemoryBlockOnConsumed: points + 1 };
    this.shared = link ? new RateLimiterRedis({ ...shared, storeClient: link.client }) : null;
  }

  /** @returns 0 when the points were there, else after how many milliseconds the next window begins */
  async spend(caller: string, points: number): Promise<number> {
    try {
      await this.consume(caller, points);
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, refusal.msBeforeNext);
    }
  }

  private async consume(caller: string, points: number): Promise<unknown> {
    const { link, shared } = this;
    if (!link || !shared) return this.own.consume(caller, points);
    try {
      return await link.ask(() => shared.consume(caller, points));
    } catch (error) {
      if (!(error instanceof RedisAway)) throw error;
      return this.own.consume(caller, points);
    }
  }
}

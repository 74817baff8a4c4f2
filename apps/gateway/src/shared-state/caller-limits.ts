import { RateLimited } from '#libs/errors';
import type { CallerBudget, GatewayConfig } from '#gateway/config';
import type { RedisLink } from './redis-link.js';
import { SharedBudget } from './shared-budget.js';

type Kind = RateLimited['budget'];
type Budgets = Readonly<Record<Kind, SharedBudget | null>>;

/** Who asks: budgets are each caller's own. */
interface Caller {
  readonly id: string;
  readonly tenant: string;
}

type Settings = Pick<GatewayConfig, 'perCaller' | 'apiKeys' | 'redisPrefix'>;

/** What each caller may ask for in a while, held before anything is done for it. Other callers' budgets are untouched. */
export class CallerLimits {
  /** Refusals of this process so far. */
  readonly refusals: Record<Kind, number> = { requests: 0, cost: 0 };
  private readonly standard: Budgets;
  private readonly ofCaller: ReadonlyMap<string, Budgets>;

  /** @param link to the Redis that counts for all gateways; null counts in this process */
  constructor(
    { perCaller, apiKeys, redisPrefix }: Settings,
    private readonly link: RedisLink | null = null,
  ) {
    const open = (budget: CallerBudget | undefined): Budgets => budgetsOf(budget, redisPrefix, link);
    this.standard = open(perCaller);
    this.ofCaller = new Map(apiKeys.flatMap(({ id, limits }) => (limits ? [[id, open(limits)] as const] : [])));
  }

  /** Whether Redis counts now; undefined where none is configured. */
  get isShared(): boolean | undefined {
    return this.link ? this.link.state === 'UP' : undefined;
  }

  /** @throws RateLimited when the caller has made all the requests of this window */
  async takeRequest(caller: Caller): Promise<void> {
    await this.take('requests', caller, 1);
  }

  /**
   * @param cost as estimated before the operation runs: aliases and list sizes are in it
   * @throws RateLimited when the operation does not fit into what is left of this window
   */
  async takeCost(caller: Caller, cost: number): Promise<void> {
    if (cost > 0) await this.take('cost', caller, Math.ceil(cost));
  }

  private async take(kind: Kind, { id, tenant }: Caller, points: number): Promise<void> {
    const budget = (this.ofCaller.get(id) ?? this.standard)[kind];
    const waitMs = budget ? await budget.spend(`${tenant}/${id}`, points) : 0;
    if (waitMs === 0) return;
    this.refusals[kind] += 1;
    throw new RateLimited(kind, Math.ceil(waitMs / 1_000));
  }
}

function budgetsOf(budget: CallerBudget | undefined, prefix: string, link: RedisLink | null): Budgets {
  const open = (kind: Kind, perSecond: number | undefined): SharedBudget | null => {
    if (!budget || perSecond === undefined) return null;
    const windowSeconds = budget.burstSeconds;
    return new SharedBudget({ keyPrefix: `${prefix}:${kind}`, points: perSecond * windowSeconds, windowSeconds }, link);
  };
  return { requests: open('requests', budget?.requestsPerSecond), cost: open('cost', budget?.costPerSecond) };
}

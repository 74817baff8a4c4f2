import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RateLimited } from '#libs/errors';
import { CallerLimits } from './caller-limits.js';

const perCaller = { requestsPerSecond: 2, costPerSecond: 1_000, burstSeconds: 5 };
const key = (id: string, limits?: typeof perCaller) => ({
  ...{ id, tenant: 'lab', sha256: 'a'.repeat(64), roles: ['READER' as const] },
  ...(limits ? { limits } : {}),
});
const settings = { perCaller, apiKeys: [key('one'), key('big', { ...perCaller, requestsPerSecond: 10 })] };
const open = (): CallerLimits => new CallerLimits({ ...settings, redisPrefix: 'test' });
const caller = (id: string, tenant = 'lab') => ({ id, tenant });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** How many of so many requests are let through. */
async function letThrough(limits: CallerLimits, id: string, requests: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: requests }, () => limits.takeRequest(caller(id))));
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

describe('requests', () => {
  it('are let through up to the window, and again when it is over', async () => {
    const limits = open();
    expect(await letThrough(limits, 'one', 100)).toBe(10);
    expect(limits.refusals).toEqual({ requests: 90, cost: 0 });
    vi.advanceTimersByTime(4_000);
    await expect(limits.takeRequest(caller('one'))).rejects.toThrow(new RateLimited('requests', 1));
    vi.advanceTimersByTime(1_000);
    expect(await letThrough(limits, 'one', 100)).toBe(10);
  });

  it('of one caller leave the others alone, and a key may have limits of its own', async () => {
    const limits = open();
    await letThrough(limits, 'one', 100);
    expect(await letThrough(limits, 'two', 100)).toBe(10);
    expect(await letThrough(limits, 'big', 100)).toBe(50);
    await limits.takeRequest(caller('one', 'other-tenant'));
  });
});

describe('cost', () => {
  it('is let through as long as it fits, and says after how long it does again', async () => {
    const limits = open();
    await limits.takeCost(caller('one'), 3_000);
    vi.advanceTimersByTime(1_500);
    await limits.takeCost(caller('one'), 2_000);
    await limits.takeCost(caller('one'), 0);
    const refusal = await limits.takeCost(caller('one'), 0.5).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'RATE_LIMITED',
      isRetryable: true,
      facts: { budget: 'cost', retryAfterSeconds: 4 },
    });
    expect(limits.refusals).toEqual({ requests: 0, cost: 1 });
  });
});

describe('without settings', () => {
  it('nothing is limited', async () => {
    const limits = new CallerLimits({ perCaller: undefined, apiKeys: [key('one')], redisPrefix: 'test' });
    expect(await letThrough(limits, 'one', 1_000)).toBe(1_000);
    await limits.takeCost(caller('one'), 1e6);
    expect(limits.isShared).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { Cancelled, DeadlineExceeded } from '#libs/errors';
import { percentileRanks, percentileRanksOffThread } from './index.js';

const MANY = Float32Array.from({ length: 300_000 }, (_, i) => (i % 7 === 0 ? NaN : Math.sin(i) * 1000));
const limits = { signal: new AbortController().signal, timeoutMs: 60_000 };

describe('percentileRanksOffThread', () => {
  it.each([0, 1, 2_048, 2_049, 20_000])('ranks %i values as the function does', async (count) => {
    const values = MANY.subarray(0, count);
    const ranks = await percentileRanksOffThread(values, limits);
    expect(ranks).toEqual(Float32Array.from(percentileRanks(values)));
  });

  it('ranks a large map in another thread', { retry: 3 }, async () => {
    const { eventLoopUtilization } = performance;
    const before = eventLoopUtilization();
    const ranks = await percentileRanksOffThread(MANY, limits);
    expect(ranks.length).toBe(MANY.length);
    // Ranked here, the event loop would be held all the time.
    expect(eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it('ends with its caller, and at its deadline', async () => {
    const gone = AbortSignal.abort();
    await expect(percentileRanksOffThread(MANY, { ...limits, signal: gone })).rejects.toThrow(Cancelled);
    await expect(percentileRanksOffThread(MANY, { ...limits, timeoutMs: 1 })).rejects.toThrow(DeadlineExceeded);
  });
});

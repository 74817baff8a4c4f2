import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.js';

describe('inOrder', () => {
  it('yields in order whatever finishes first', async () => {
    const seen: number[] = [];
    for await (const [, result] of inOrder([30, 1, 10], 3, async (ms) => delay(ms, ms))) seen.push(result);
    expect(seen).toEqual([30, 1, 10]);
  });

  it('starts no more than is consumed plus what is ahead', async () => {
    let started = 0;
    const items = Array.from({ length: 100 }, (_, i) => i);
    const results = inOrder(items, 3, async (i) => {
      started += 1;
      return i;
    });
    for (let consumed = 1; consumed <= 10; consumed++) {
      await results.next();
      expect(started).toBeLessThanOrEqual(consumed + 3);
    }
    await results.return();
    expect(started).toBeLessThanOrEqual(13);
  });

  it('waits for what it started when one fails', async () => {
    let finished = 0;
    const run = async (): Promise<void> => {
      const slow = async (i: number): Promise<number> => {
        if (i === 0) throw new Error('first');
        await delay(20);
        finished += 1;
        return i;
      };
      for await (const _ of inOrder([0, 1, 2], 3, slow)) expect.unreachable();
    };
    await expect(run()).rejects.toThrow('first');
    expect(finished).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import { RetryBudget } from './retry-budget.js';
import { HandClock } from './spec-support/hand-clock.js';

const RULES = { windowMs: 10_000, percent: 20, perSecond: 10 };

describe('RetryBudget', () => {
  it('has 10 tries a second over 10 s without any call', () => {
    const budget = new RetryBudget(new HandClock(), RULES);
    const taken = Array.from({ length: 150 }, () => budget.take()).filter(Boolean);
    expect(taken).toHaveLength(100);
  });

  it('gets a fifth of the calls on top', () => {
    const budget = new RetryBudget(new HandClock(), { ...RULES, perSecond: 0 });
    for (let i = 0; i < 50; i += 1) budget.noteCall();
    expect(budget.left).toBe(10);
    for (let i = 0; i < 10; i += 1) expect(budget.take()).toBe(true);
    expect(budget.take()).toBe(false);
  });

  it('forgets both after its window', async () => {
    const clock = new HandClock();
    const budget = new RetryBudget(clock, { ...RULES, perSecond: 0 });
    for (let i = 0; i < 50; i += 1) budget.noteCall();
    while (budget.take());
    await clock.pass(10_000);
    expect(budget.left).toBe(0);
    for (let i = 0; i < 5; i += 1) budget.noteCall();
    expect(budget.left).toBe(1);
  });
});

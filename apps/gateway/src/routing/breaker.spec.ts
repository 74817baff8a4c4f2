import { describe, expect, it } from 'vitest';
import { Breaker, type CallVerdict } from './breaker.js';
import { HandClock } from './spec-support/hand-clock.js';

const RULES = { windowMs: 10_000, minCalls: 20, failurePercent: 50, openMs: 5_000 };

function bench() {
  const clock = new HandClock();
  const breaker = new Breaker(clock, RULES);
  const call = (verdict: CallVerdict): boolean => {
    const tell = breaker.admit();
    tell?.(verdict);
    return tell !== null;
  };
  const calls = (count: number, verdict: CallVerdict): void => {
    for (let i = 0; i < count; i += 1) call(verdict);
  };
  return { clock, breaker, call, calls };
}

describe('Breaker', () => {
  it('stays closed for 19 failures, and opens at the twentieth', () => {
    const { breaker, calls } = bench();
    calls(19, 'BAD');
    expect(breaker.state).toBe('CLOSED');
    calls(1, 'BAD');
    expect(breaker.state).toBe('OPEN');
  });

  it.each([
    ['10 of 20', 10, 10, 'OPEN'],
    ['9 of 20', 11, 9, 'CLOSED'],
    ['99 of 200', 101, 99, 'CLOSED'],
  ])('counts %s failures', (_title, good, bad, state) => {
    const { breaker, calls } = bench();
    calls(good, 'GOOD');
    calls(bad, 'BAD');
    expect(breaker.state).toBe(state);
  });

  it('is not opened by an answer, whatever came before it', () => {
    const { breaker, calls } = bench();
    calls(19, 'BAD');
    calls(1, 'GOOD');
    expect(breaker.state).toBe('CLOSED');
    calls(1, 'BAD');
    expect(breaker.state).toBe('OPEN');
  });

  it('forgets failures that are older than its window', async () => {
    const { clock, breaker, calls } = bench();
    calls(19, 'BAD');
    await clock.pass(10_000);
    calls(10, 'BAD');
    expect(breaker.state).toBe('CLOSED');
  });

  it('does not count what says nothing of the server', () => {
    const { breaker, calls } = bench();
    calls(100, 'IGNORED');
    calls(19, 'BAD');
    expect(breaker.state).toBe('CLOSED');
  });

  it('lets nothing through for 5 s, and one call after that', async () => {
    const { clock, breaker, calls } = bench();
    calls(20, 'BAD');
    expect(breaker.retryAfterMs).toBe(5_000);
    await clock.pass(4_999);
    expect(breaker.admit()).toBeNull();
    await clock.pass(1);
    expect(breaker.state).toBe('HALF_OPEN');
    expect(breaker.admit()).not.toBeNull();
    expect(breaker.admit()).toBeNull();
  });

  it('closes when the one call is good, with an empty window', async () => {
    const { clock, breaker, call, calls } = bench();
    calls(20, 'BAD');
    await clock.pass(5_000);
    expect(call('GOOD')).toBe(true);
    expect(breaker.state).toBe('CLOSED');
    calls(19, 'BAD');
    expect(breaker.state).toBe('CLOSED');
  });

  it('opens again when the one call fails', async () => {
    const { clock, breaker, call, calls } = bench();
    calls(20, 'BAD');
    await clock.pass(5_000);
    call('BAD');
    expect([breaker.state, breaker.retryAfterMs]).toEqual(['OPEN', 5_000]);
  });

  it('lets another one try when the first one told nothing, and when it hangs', async () => {
    const { clock, breaker, call, calls } = bench();
    calls(20, 'BAD');
    await clock.pass(5_000);
    expect(call('IGNORED')).toBe(true);
    const hanging = breaker.admit();
    expect(breaker.isPassable).toBe(false);
    await clock.pass(5_000);
    expect(call('GOOD')).toBe(true);
    hanging?.('BAD');
    expect(breaker.state).toBe('CLOSED');
  });

  it('does not listen to calls that began before it opened', async () => {
    const { clock, breaker, calls } = bench();
    const early = breaker.admit();
    calls(20, 'BAD');
    early?.('GOOD');
    expect(breaker.state).toBe('OPEN');
    await clock.pass(5_000);
    expect(breaker.state).toBe('HALF_OPEN');
  });
});

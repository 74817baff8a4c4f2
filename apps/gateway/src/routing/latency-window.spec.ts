import { describe, expect, it } from 'vitest';
import { LatencyWindow, nearestRank } from './latency-window.js';
import { HandClock } from './spec-support/hand-clock.js';

describe('nearestRank', () => {
  // The worked example of en.wikipedia.org/wiki/Percentile, "The nearest-rank method".
  it.each([
    [5, 15],
    [30, 20],
    [40, 20],
    [50, 35],
    [100, 50],
  ])('gives the %i-th percentile of 15, 20, 35, 40, 50 as %i', (percent, value) => {
    expect(nearestRank([15, 20, 35, 40, 50], percent)).toBe(value);
  });

  // numpy.percentile(range(1, 1001), [50, 95, 99], method='inverted_cdf')
  it('agrees with NumPy', () => {
    const values = Array.from({ length: 1_000 }, (_, i) => i + 1);
    expect([50, 95, 99].map((percent) => nearestRank(values, percent))).toEqual([500, 950, 990]);
  });
});

describe('LatencyWindow', () => {
  it('reads the last minute', async () => {
    const clock = new HandClock();
    const window = new LatencyWindow(clock);
    expect(window.read()).toBeNull();
    window.add(1_000);
    await clock.pass(59_999);
    window.add(3);
    expect(window.read()).toEqual({ count: 2, p50: 3, p95: 1_000, p99: 1_000 });
    await clock.pass(1);
    expect(window.read()).toEqual({ count: 1, p50: 3, p95: 3, p99: 3 });
  });

  it('keeps the last 1,024', () => {
    const window = new LatencyWindow(new HandClock());
    for (let i = 0; i < 2_000; i += 1) window.add(i);
    expect(window.read()).toMatchObject({ count: 1_024, p50: 976 + 511 });
  });
});

import { describe, expect, it } from 'vitest';
import { ShadowRuns } from './shadow-runs.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('ShadowRuns', () => {
  it('runs two at a time, lets 64 wait, and drops the rest', async () => {
    const shadows = new ShadowRuns();
    const release: (() => void)[] = [];
    for (let i = 0; i < 70; i += 1) shadows.add(() => new Promise((resolve) => release.push(() => resolve(null))));
    await turn();
    expect([release.length, shadows.read()]).toEqual([2, { started: 2, failed: 0, dropped: 4 }]);
    while (release.length > 0) {
      release.shift()?.();
      await turn();
      await turn();
    }
    expect(shadows.read()).toEqual({ started: 66, failed: 0, dropped: 4 });
  });

  it('counts a failure, and goes on', async () => {
    const shadows = new ShadowRuns();
    let ran = 0;
    shadows.add(() => Promise.reject(new Error('no')));
    shadows.add(async () => (ran += 1));
    await turn();
    await turn();
    expect([ran, shadows.read().failed]).toEqual([1, 1]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gathering } from './gathering.js';

describe('answers that wait for each other', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const waitIn = (gathering: Gathering, count: number) => {
    const gone: number[] = [];
    for (let i = 0; i < count; i += 1) void gathering.wait().then(() => gone.push(i));
    return gone;
  };

  it('go together when they are a hundred', async () => {
    const gathering = new Gathering(Date.now() + 30_000);
    const gone = waitIn(gathering, 130);
    await vi.advanceTimersByTimeAsync(0);
    expect(gone).toHaveLength(100);
    await vi.advanceTimersByTimeAsync(250);
    expect(gone).toHaveLength(130);
  });

  it('go when nothing else is under way, and later ones wait anew', async () => {
    const gathering = new Gathering(Date.now() + 30_000);
    const gone = waitIn(gathering, 3);
    await vi.advanceTimersByTimeAsync(200);
    expect(gone).toEqual([]);
    gathering.release();
    await vi.advanceTimersByTimeAsync(0);
    expect(gone).toEqual([0, 1, 2]);
    const later = waitIn(gathering, 1);
    // The first ones' time does not end the next ones'.
    await vi.advanceTimersByTimeAsync(200);
    expect(later).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(later).toEqual([0]);
  });

  it.each([
    [100, 25],
    [-5, 1],
  ])('go in time when the operation has %i ms left', async (left, after) => {
    const gone = waitIn(new Gathering(Date.now() + left), 2);
    await vi.advanceTimersByTimeAsync(after);
    expect(gone).toHaveLength(2);
  });
});

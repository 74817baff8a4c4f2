import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpareMemory } from './spare-memory.js';

const MIB = 2 ** 20;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('memory of answered requests', () => {
  it('is used again for one that needs as much, or at least half', () => {
    const memory = new SpareMemory();
    const buffer = new ArrayBuffer(8 * MIB);
    memory.give([buffer]);
    expect(memory.take(4 * MIB)).not.toBe(buffer);
    expect(memory.take(8 * MIB + 1)).not.toBe(buffer);
    expect(memory.take(4 * MIB + 1)).toBe(buffer);
    expect(memory.take(4 * MIB + 1)).not.toBe(buffer);
  });

  it('is not kept where it is little', () => {
    const memory = new SpareMemory();
    const buffer = new ArrayBuffer(MIB - 1);
    memory.give([buffer]);
    expect(memory.take(MIB - 1)).not.toBe(buffer);
  });

  it('is kept up to a limit, the last ones first', () => {
    const memory = new SpareMemory(5 * MIB);
    const [first, second, third] = [2, 2, 2].map((size) => new ArrayBuffer(size * MIB));
    if (!first || !second || !third) throw new Error('three buffers');
    memory.give([first]);
    memory.give([second]);
    memory.give([third]);
    expect([memory.take(2 * MIB), memory.take(2 * MIB)]).toEqual([third, second]);
    expect(memory.take(2 * MIB)).not.toBe(first);
  });

  it('goes back to the system when nobody needs it for ten seconds', () => {
    const memory = new SpareMemory();
    const buffer = new ArrayBuffer(2 * MIB);
    memory.give([buffer]);
    vi.advanceTimersByTime(9_000);
    memory.give([new ArrayBuffer(MIB)]);
    vi.advanceTimersByTime(9_999);
    expect(memory.take(2 * MIB)).toBe(buffer);
    memory.give([buffer]);
    vi.advanceTimersByTime(10_000);
    expect(memory.take(2 * MIB)).not.toBe(buffer);
  });
});

import { describe, expect, it } from 'vitest';
import { allocateBuckets, armOf, type ArmShare, BUCKETS, movedBuckets, sizeOf } from './rollout-buckets.js';

const shares = (...buckets: readonly number[]): readonly ArmShare[] =>
  buckets.map((count, i) => ({ version: String(i + 1), buckets: count }));
const sizes = (arms: ReturnType<typeof allocateBuckets>) => arms.map(({ ranges }) => sizeOf(ranges));

describe('allocateBuckets', () => {
  it('gives every bucket to one arm', () => {
    const arms = allocateBuckets([], shares(9_000, 750, 250));
    expect(sizes(arms)).toEqual([9_000, 750, 250]);
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const owners = arms.filter(({ ranges }) => ranges.some(([from, end]) => bucket >= from && bucket < end));
      expect(owners).toHaveLength(1);
      expect(armOf(arms, bucket)).toBe(owners[0]?.version);
    }
  });

  it('moves no more than the arms grow by, through any walk of shares', () => {
    let before = allocateBuckets([], shares(10_000, 0, 0));
    for (const next of [
      [9_900, 100, 0],
      [9_000, 1_000, 0],
      [5_000, 3_000, 2_000],
      [5_000, 1_000, 4_000],
      [0, 6_000, 4_000],
      [3_333, 3_333, 3_334],
      [10_000, 0, 0],
    ]) {
      const after = allocateBuckets(before, shares(...next));
      const grown = next.map((size, i) => Math.max(0, size - (sizes(before)[i] ?? 0)));
      expect(sizes(after)).toEqual(next);
      expect(movedBuckets(before, after)).toBe(grown.reduce((sum, size) => sum + size, 0));
      before = after;
    }
  });

  it('leaves a slide where it is when the shares stay', () => {
    const before = allocateBuckets(allocateBuckets([], shares(5_000, 5_000)), shares(7_000, 3_000));
    expect(allocateBuckets(before, shares(7_000, 3_000))).toEqual(before);
  });

  it('counts every slide as moved from a version that leaves', () => {
    const before = allocateBuckets([], [{ version: '1', buckets: BUCKETS }]);
    const after = allocateBuckets(before, [{ version: '2', buckets: BUCKETS }]);
    expect(movedBuckets(before, after)).toBe(BUCKETS);
  });
});

/** Slides fall into so many buckets; a share is a number of them. */
export const BUCKETS = 10_000;

/** A stretch of buckets: from the first to before the end. */
export type BucketRange = readonly [from: number, end: number];

/** The buckets of one arm of a rollout. */
export interface ArmBuckets {
  readonly version: string;
  readonly ranges: readonly BucketRange[];
}

/** An arm as it is wanted: how many of the 10,000 buckets. */
export interface ArmShare {
  readonly version: string;
  readonly buckets: number;
}

/**
 * Gives each arm its buckets, and changes as few as can be: an arm that shrinks keeps what it may keep, and what it gives up goes to those
 * that grow. No allocation with these shares leaves more slides where they are.
 * @param before the allocation until now; empty for none
 * @param wanted shares that sum to 10,000
 */
export function allocateBuckets(before: readonly ArmBuckets[], wanted: readonly ArmShare[]): readonly ArmBuckets[] {
  const kept = new Map(
    wanted.map(({ version, buckets }) => {
      const own = before.find((arm) => arm.version === version)?.ranges ?? [];
      return [version, firstOf(own, buckets)];
    }),
  );
  let free = gapsBetween([...kept.values()].flat());
  return wanted.map(({ version, buckets }) => {
    const own = kept.get(version) ?? [];
    const taken = firstOf(free, buckets - sizeOf(own));
    free = gapsBetween([...inverse(free), ...taken]);
    return { version, ranges: joined([...own, ...taken]) };
  });
}

/** How many of the 10,000 buckets belong to another arm than before. */
export function movedBuckets(before: readonly ArmBuckets[], after: readonly ArmBuckets[]): number {
  const kept = after.reduce((sum, arm) => {
    const own = before.find(({ version }) => version === arm.version)?.ranges ?? [];
    return sum + overlapOf(own, arm.ranges);
  }, 0);
  return BUCKETS - kept;
}

/** The arm that has a bucket. */
export function armOf(arms: readonly ArmBuckets[], bucket: number): string | null {
  const found = arms.find(({ ranges }) => ranges.some(([from, end]) => bucket >= from && bucket < end));
  return found?.version ?? null;
}

export function sizeOf(ranges: readonly BucketRange[]): number {
  return ranges.reduce((sum, [from, end]) => sum + end - from, 0);
}

function firstOf(ranges: readonly BucketRange[], count: number): readonly BucketRange[] {
  let left = count;
  return ranges.flatMap(([from, end]): readonly BucketRange[] => {
    const size = Math.max(0, Math.min(left, end - from));
    left -= size;
    return size > 0 ? [[from, from + size]] : [];
  });
}

function joined(ranges: readonly BucketRange[]): readonly BucketRange[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  return sorted.reduce<BucketRange[]>((all, [from, end]) => {
    const last = all.at(-1);
    if (last?.[1] !== from) return [...all, [from, end]];
    return [...all.slice(0, -1), [last[0], end]];
  }, []);
}

function gapsBetween(taken: readonly BucketRange[]): readonly BucketRange[] {
  const ranges = joined(taken);
  const starts = [0, ...ranges.map(([, end]) => end)];
  const ends = [...ranges.map(([from]) => from), BUCKETS];
  return starts.flatMap((from, i): readonly BucketRange[] => {
    const end = ends[i] ?? BUCKETS;
    return end > from ? [[from, end]] : [];
  });
}

const inverse = gapsBetween;

function overlapOf(a: readonly BucketRange[], b: readonly BucketRange[]): number {
  return a.reduce(
    (sum, [from, end]) =>
      sum + b.reduce((part, [other, last]) => part + Math.max(0, Math.min(end, last) - Math.max(from, other)), 0),
    0,
  );
}

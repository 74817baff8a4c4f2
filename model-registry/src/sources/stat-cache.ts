import type { BigIntStats } from 'node:fs';

/** A file that was written this recently may change again without its times telling. */
const SETTLED_AFTER_MS = 2000;

/** The same for the same file with the same size and times. */
export function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}

/** What was computed from a file's bytes, as long as the file's identity, size and times are the same. */
export class StatCache<T> {
  private current = new Map<string, { readonly stamp: string; readonly value: T }>();
  private previous = new Map<string, { readonly stamp: string; readonly value: T }>();

  /** Starts a round: what no round in a row asks for is forgotten. */
  turn(): void {
    this.previous = this.current;
    this.current = new Map();
  }

  /** The value of the same file, or the computed one, which is remembered if the file has settled. */
  async remember(path: string, stat: BigIntStats, compute: () => Promise<T>): Promise<T> {
    const stamp = stampOf(stat);
    const known = this.current.get(path) ?? this.previous.get(path);
    const entry = known?.stamp === stamp ? known : { stamp, value: await compute() };
    if (Date.now() - Number(stat.mtimeMs) > SETTLED_AFTER_MS) this.current.set(path, entry);
    return entry.value;
  }
}

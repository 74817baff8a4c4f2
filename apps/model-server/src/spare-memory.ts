/** Smaller pieces cost as little as looking for a spare one. */
const LEAST_BYTES = 2 ** 20;
const MOST_BYTES = 2 ** 28;
const KEPT_MS = 10_000;

/**
 * Memory of large requests that were answered, for those that come next. The system clears new memory and maps it page by page, which
 * for a bag of tiles takes longer than to receive it.
 */
export class SpareMemory {
  private spare: ArrayBuffer[] = [];
  private timer: NodeJS.Timeout | null = null;

  /** @param mostBytes that are kept; none of it for longer than some seconds without use */
  constructor(private readonly mostBytes: number = MOST_BYTES) {}

  /** Memory of at least so many bytes, and less than twice as many. It holds anything. */
  take(bytes: number): ArrayBuffer {
    if (bytes < LEAST_BYTES) return new ArrayBuffer(bytes);
    const index = this.spare.findIndex(({ byteLength }) => byteLength >= bytes && byteLength < 2 * bytes);
    const [found] = index < 0 ? [] : this.spare.splice(index, 1);
    return found ?? new ArrayBuffer(bytes);
  }

  /** Takes memory that nobody uses any more. The last ones given are the first to be used again. */
  give(buffers: readonly ArrayBuffer[]): void {
    const large = buffers.filter(({ byteLength }) => byteLength >= LEAST_BYTES);
    if (large.length === 0) return;
    this.spare.unshift(...large);
    let kept = 0;
    this.spare = this.spare.filter(({ byteLength }) => (kept += byteLength) <= this.mostBytes);
    this.timer ??= setTimeout(() => this.clear(), KEPT_MS).unref();
    this.timer.refresh();
  }

  private clear(): void {
    this.timer = null;
    this.spare = [];
  }
}

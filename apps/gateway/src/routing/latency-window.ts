import { type Clock } from './clock.js';

const WINDOW_MS = 60_000;
const MOST_SAMPLES = 1_024;

/** Percentiles in milliseconds, over the answers of the last minute. */
export interface Latency {
  /** How many answers they are of; at most the last 1,024. */
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** How long the answers of the last minute took. */
export class LatencyWindow {
  private readonly samples: { readonly at: number; readonly ms: number }[] = [];
  private next = 0;

  constructor(private readonly clock: Clock) {}

  add(ms: number): void {
    this.samples[this.next] = { at: this.clock.now(), ms };
    this.next = (this.next + 1) % MOST_SAMPLES;
  }

  /** Null when there was no answer. */
  read(): Latency | null {
    const since = this.clock.now() - WINDOW_MS;
    const times = this.samples.filter(({ at }) => at > since).map(({ ms }) => ms);
    if (times.length === 0) return null;
    times.sort((a, b) => a - b);
    return {
      count: times.length,
      p50: nearestRank(times, 50),
      p95: nearestRank(times, 95),
      p99: nearestRank(times, 99),
    };
  }
}

/** The nearest-rank percentile of sorted values: the smallest that at least so many per cent do not exceed. */
export function nearestRank(sorted: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? NaN;
}

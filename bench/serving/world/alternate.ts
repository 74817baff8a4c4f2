import { ProcessorMeter } from '../../support/processor-time.js';
import { medianInterval, type MedianInterval, summarize } from '../../support/statistics.js';

/** One way of asking; it is told the round, so that each round asks something else. */
export type Way = (round: number) => Promise<void>;

/** Times of a way in milliseconds, round by round, and the gateway's processor time per round. */
export interface WaySample {
  readonly times: readonly number[];
  readonly gatewayCpuMs: number;
}

/** Goes all ways in every round, each round beginning with another. The first rounds are not kept. */
export async function alternate<Name extends string>(
  ways: Readonly<Record<Name, Way>>,
  { rounds, warmUp, pid, signal }: { rounds: number; warmUp: number; pid: number; signal: AbortSignal },
): Promise<Readonly<Record<Name, WaySample>>> {
  const watched = Object.entries<Way>(ways).map(([name, way]) => new WatchedWay(name, way, pid));
  for (let round = 0; round < warmUp + rounds; round += 1) {
    signal.throwIfAborted();
    const first = round % watched.length;
    for (const one of [...watched.slice(first), ...watched.slice(0, first)]) await one.go(round, round >= warmUp);
  }
  return Object.fromEntries(watched.map((one) => [one.name, one.sample])) as Record<Name, WaySample>;
}

class WatchedWay {
  private readonly times: number[] = [];
  private readonly meter: ProcessorMeter;

  constructor(
    readonly name: string,
    private readonly way: Way,
    pid: number,
  ) {
    this.meter = new ProcessorMeter(pid);
  }

  async go(round: number, isKept: boolean): Promise<void> {
    if (!isKept) return this.way(round);
    await this.meter.during(async () => {
      const startedAt = performance.now();
      await this.way(round);
      this.times.push(performance.now() - startedAt);
    });
  }

  get sample(): WaySample {
    return { times: this.times, gatewayCpuMs: this.meter.msPerPiece };
  }
}

/** Median of the ratios within each round, with its interval. */
export function ratioOf(way: WaySample, baseline: WaySample): MedianInterval {
  return medianInterval(way.times.map((ms, round) => ms / (baseline.times[round] ?? NaN)));
}

/** `1.23x (95 % CI 1.20 to 1.26)` */
export function ratioText({ median, low, high }: MedianInterval): string {
  const digits = median < 10 ? 3 : 1;
  return `${median.toFixed(digits)}x (95 % CI ${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** p99 over p99: a quantile of few belongs to the whole sample, not to a round. */
export function p99Ratio(way: WaySample, baseline: WaySample): number {
  return summarize(way.times).p99 / summarize(baseline.times).p99;
}

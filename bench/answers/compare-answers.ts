import { ProcessorMeter } from '../support/processor-time.js';
import { type TileRegion } from '../support/regions.js';
import { type BothWays, type GatewayAnswer } from './ask-both-ways.js';

type Way = 'direct' | 'gateway' | 'reused';

/** Times of one way in milliseconds, and processor time per request. */
export interface WaySample {
  readonly times: readonly number[];
  readonly gatewayCpuMs: number;
  readonly serverCpuMs: number;
}

/** What the rounds found. */
export interface AnswerSamples {
  readonly ways: Readonly<Record<Way, WaySample>>;
  /** gateway minus direct, round by round. */
  readonly differences: readonly number[];
  /** What the gateway said of its own parts, round by round. */
  readonly timings: readonly GatewayAnswer['timings'][];
  readonly tiles: { readonly least: number; readonly most: number };
}

/**
 * Asks each region directly, through the gateway, and through the gateway again; every second round begins with the gateway.
 * @param warmUp rounds of other regions that are not kept
 * @throws Error when two ways do not give the same logit, bit for bit, or an answer is reused that should not be
 */
export async function compareAnswers(
  ask: BothWays,
  regions: readonly TileRegion[],
  warmUp: number,
  pids: { readonly gateway: number; readonly server: number },
): Promise<AnswerSamples> {
  for (const [round, region] of regions.slice(0, warmUp).entries())
    await oneRound(ask, region, round, new Stopwatches(pids));
  const watches = new Stopwatches(pids);
  const timings: GatewayAnswer['timings'][] = [];
  const kept = regions.slice(warmUp);
  for (const [round, region] of kept.entries()) timings.push(await oneRound(ask, region, round, watches));
  const counts = kept.map(({ rows }) => rows.length);
  const { direct, gateway } = watches.ways;
  return {
    ways: watches.ways,
    differences: gateway.times.map((ms, round) => ms - (direct.times[round] ?? NaN)),
    timings,
    tiles: { least: Math.min(...counts), most: Math.max(...counts) },
  };
}

async function oneRound(
  ask: BothWays,
  region: TileRegion,
  round: number,
  watches: Stopwatches,
): Promise<GatewayAnswer['timings']> {
  const rows = ask.tensorOf(region);
  const direct = (): Promise<number> => watches.time('direct', () => ask.direct(rows));
  const gateway = (): Promise<GatewayAnswer> => watches.time('gateway', () => ask.gateway(region));
  let logit: number;
  let answer: GatewayAnswer;
  if (round % 2 === 0) {
    logit = await direct();
    answer = await gateway();
  } else {
    answer = await gateway();
    logit = await direct();
  }
  const reused = await watches.time('reused', () => ask.gateway(region));
  if (answer.tileCount !== region.rows.length) throw new Error('the gateway took other tiles than the direct call');
  if (answer.logit !== logit || reused.logit !== logit) throw new Error('the ways do not give the same logit');
  if (answer.isReused || !reused.isReused) throw new Error('an answer is reused that should not be, or the reverse');
  return answer.timings;
}

class Stopwatches {
  private readonly samples: Readonly<Record<Way, Stopwatch>>;

  constructor(pids: { readonly gateway: number; readonly server: number }) {
    this.samples = { direct: new Stopwatch(pids), gateway: new Stopwatch(pids), reused: new Stopwatch(pids) };
  }

  time<T>(way: Way, work: () => Promise<T>): Promise<T> {
    return this.samples[way].time(work);
  }

  get ways(): Readonly<Record<Way, WaySample>> {
    const { direct, gateway, reused } = this.samples;
    return { direct: direct.sample, gateway: gateway.sample, reused: reused.sample };
  }
}

class Stopwatch {
  private readonly times: number[] = [];
  private readonly gateway: ProcessorMeter;
  private readonly server: ProcessorMeter;

  constructor(pids: { readonly gateway: number; readonly server: number }) {
    this.gateway = new ProcessorMeter(pids.gateway);
    this.server = new ProcessorMeter(pids.server);
  }

  time<T>(work: () => Promise<T>): Promise<T> {
    const timed = async (): Promise<T> => {
      const startedAt = performance.now();
      const result = await work();
      this.times.push(performance.now() - startedAt);
      return result;
    };
    return this.gateway.during(() => this.server.during(timed));
  }

  get sample(): WaySample {
    return { times: this.times, gatewayCpuMs: this.gateway.msPerPiece, serverCpuMs: this.server.msPerPiece };
  }
}

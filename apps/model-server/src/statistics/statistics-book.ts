import type { Ran } from '../sessions/version-queue.js';

/** How often something happened and how long it took altogether. */
export interface Tally {
  readonly count: number;
  readonly ns: number;
}

/** Why a request failed, in the words of Triton's metrics. */
export type FailureReason = 'REJECTED' | 'CANCELED' | 'BACKEND' | 'OTHER';

export type Stage = 'success' | 'fail' | 'queue' | 'compute_input' | 'compute_infer' | 'compute_output';

const NOTHING: Tally = { count: 0, ns: 0 };
const MAX_VERSIONS = 10_000;

/** What happened to the requests of one version since the server started. */
export class VersionStatistics {
  /** Milliseconds since 1970; 0 before the first. */
  lastInferenceMs = 0;
  /** Rows that were computed. */
  inferenceCount = 0;
  executionCount = 0;
  readonly failures: Record<FailureReason, number> = { REJECTED: 0, CANCELED: 0, BACKEND: 0, OTHER: 0 };
  /** By the rows of an execution. */
  readonly batches = new Map<number, Readonly<Record<'compute_input' | 'compute_infer' | 'compute_output', Tally>>>();
  private readonly tallies = new Map<Stage, Tally>();

  tally(stage: Stage): Tally {
    return this.tallies.get(stage) ?? NOTHING;
  }

  /** @param rows of the request; those of all that ran with it stand in `ran` */
  succeed({ queueNs, times, isFirst, joined, totalRows }: Ran, rows: number, ns: number): void {
    this.lastInferenceMs = Date.now();
    this.inferenceCount += rows;
    this.add('success', ns);
    this.add('queue', queueNs);
    this.add('compute_input', times.inputNs);
    this.add('compute_infer', times.inferNs);
    this.add('compute_output', times.outputNs);
    if (!isFirst) return;
    this.executionCount += 1;
    const size = joined > 1 ? totalRows : rows;
    const before = this.batches.get(size);
    this.batches.set(size, {
      compute_input: plus(before?.compute_input, times.inputNs),
      compute_infer: plus(before?.compute_infer, times.inferNs),
      compute_output: plus(before?.compute_output, times.outputNs),
    });
  }

  fail(reason: FailureReason, ns: number): void {
    this.failures[reason] += 1;
    this.add('fail', ns);
  }

  private add(stage: Stage, ns: number): void {
    this.tallies.set(stage, plus(this.tallies.get(stage), ns));
  }
}

/** The statistics of every version that was asked for while it was loaded. */
export class StatisticsBook {
  private readonly versions = new Map<string, VersionStatistics>();

  of(name: string, version: string): VersionStatistics {
    const key = `${name}/${version}`;
    const known = this.versions.get(key);
    if (known !== undefined) return known;
    const [oldest] = this.versions.keys();
    if (this.versions.size >= MAX_VERSIONS && oldest !== undefined) this.versions.delete(oldest);
    const fresh = new VersionStatistics();
    this.versions.set(key, fresh);
    return fresh;
  }
}

function plus(tally: Tally = NOTHING, ns: number): Tally {
  return { count: tally.count + 1, ns: tally.ns + Math.max(0, Math.round(ns)) };
}

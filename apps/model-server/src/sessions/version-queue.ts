import type { Tensor } from '#libs/inference-protocol';
import { Refusal } from '../refusal.js';
import { countRows } from './rows.js';
import { refusalOf } from './session-worker.js';
import type { RunOrder, RunResult, RunTimes } from './worker-messages.js';

/** What came of a request, and where its time went. */
export interface Ran {
  readonly outputs: readonly Tensor[];
  /** Rows of the request, 1 where it has none. */
  readonly rows: number;
  /** Requests that ran as one with it, itself included. */
  readonly joined: number;
  /** Whether it counts the execution: of requests that ran as one, the first. */
  readonly isFirst: boolean;
  /** Rows of all requests that ran as one. */
  readonly totalRows: number;
  readonly queueNs: number;
  readonly times: RunTimes;
}

interface Settling {
  readonly resolve: (ran: Ran) => void;
  readonly reject: (error: unknown) => void;
}

/** Where a request stood among those that were taken together. */
interface Place {
  readonly startedAt: number;
  readonly isFirst: boolean;
  readonly totalRows: number;
}

/** A request that waits or runs. */
export interface Job {
  readonly order: RunOrder;
  readonly rows: number;
  /** Jobs with the same one may run as one; null never. */
  readonly joinKey: string | null;
  settle(result: RunResult | undefined, place: Place): void;
  fail(error: unknown): void;
}

/** Requests that a worker is given at once. */
export interface Batch {
  readonly jobs: readonly Job[];
  /** Whether they run as one; else one after the other. */
  readonly isJoined: boolean;
}

/** A worker that is given several requests answers them all at the end: so they take no longer together than this, as far as is known. */
const TOGETHER_MS = 0.5;
const MOST_TOGETHER = 16;
/** Weight of the last runs in the expected time. */
const NEWS = 0.2;

/** The requests that wait for one version, in the order in which they came. */
export class VersionQueue {
  private readonly jobs = new Set<Job>();
  /** What a run takes, by those before; null before the first. */
  private expectedMs: number | null = null;

  /** @param maxRows most rows that run as one; 1 where requests are never joined */
  constructor(private readonly maxRows: number) {}

  get size(): number {
    return this.jobs.size;
  }

  add(order: RunOrder, settling: Settling, signal: AbortSignal): Job {
    const queuedAt = performance.now();
    const rows = this.maxRows > 1 ? countRows(order.inputs) : null;
    const drop = (): void => {
      this.jobs.delete(job);
      settling.reject(signal.reason);
    };
    const end = (): void => signal.removeEventListener('abort', drop);
    const job: Job = {
      order,
      rows: rows ?? 1,
      joinKey: rows !== null && rows < this.maxRows ? joinKeyOf(order) : null,
      settle: (result, { startedAt, isFirst, totalRows }) => {
        end();
        if (result?.kind !== 'done') return settling.reject(reasonOf(result));
        const { outputs, joined, times } = result;
        const queueNs = Math.round((startedAt - queuedAt) * 1e6);
        // Requests that were taken together and then ran one by one count for themselves.
        const counted = joined > 1 ? { isFirst, totalRows } : { isFirst: true, totalRows: job.rows };
        settling.resolve({ outputs, rows: job.rows, joined, queueNs, times, ...counted });
      },
      fail: (error) => {
        end();
        settling.reject(error);
      },
    };
    signal.addEventListener('abort', drop, { once: true });
    this.jobs.add(job);
    return job;
  }

  /**
   * The first, with those behind it that may run as one with it; where there are none, and runs are short, with those that come next: to
   * wake a worker for each would take longer than the runs.
   * @param share how many of the waiting requests are this worker's
   */
  take(share: number): Batch {
    const [first] = this.jobs;
    if (first === undefined) return { jobs: [], isJoined: false };
    const joined = this.joinable(first);
    const isJoined = joined.length > 1;
    const jobs = isJoined ? joined : [...this.jobs].slice(0, Math.max(1, Math.min(share, this.together)));
    for (const job of jobs) this.jobs.delete(job);
    return { jobs, isJoined };
  }

  /** Learns how long runs take. */
  note(results: readonly RunResult[]): void {
    for (const result of results) {
      if (result.kind !== 'done') continue;
      const { inputNs, inferNs, outputNs } = result.times;
      const ms = (inputNs + inferNs + outputNs) / 1e6;
      this.expectedMs = this.expectedMs === null ? ms : this.expectedMs + NEWS * (ms - this.expectedMs);
    }
  }

  private get together(): number {
    if (this.expectedMs === null) return 1;
    return Math.min(MOST_TOGETHER, Math.floor(TOGETHER_MS / this.expectedMs));
  }

  private joinable(first: Job): readonly Job[] {
    const taken = [first];
    let totalRows = first.rows;
    for (const job of this.jobs) {
      if (first.joinKey === null || totalRows >= this.maxRows) break;
      if (job === first || job.joinKey !== first.joinKey || totalRows + job.rows > this.maxRows) continue;
      taken.push(job);
      totalRows += job.rows;
    }
    return taken;
  }

  /** @returns whether it still waited */
  remove(job: Job): boolean {
    return this.jobs.delete(job);
  }

  rejectAll(error: unknown): void {
    for (const job of [...this.jobs]) job.fail(error);
    this.jobs.clear();
  }
}

/** Gives each request of a batch its result. @param startedAt when the worker was given them */
export function settleAll(jobs: readonly Job[], results: readonly RunResult[], startedAt: number): void {
  const totalRows = jobs.reduce((sum, { rows }) => sum + rows, 0);
  let begunAt = startedAt;
  jobs.forEach((job, i) => {
    const result = results[i];
    job.settle(result, { startedAt: begunAt, isFirst: i === 0, totalRows });
    // Those that ran one by one waited for each other.
    if (result?.kind === 'done' && result.joined === 1)
      begunAt += (result.times.inputNs + result.times.inferNs + result.times.outputNs) / 1e6;
  });
}

/** Equal for requests with the same sizes beyond the rows, and the same outputs. */
function joinKeyOf({ inputs, outputs }: RunOrder): string {
  const shapes = inputs.map(({ name, shape }) => [name, ...shape.slice(1)]).sort();
  return JSON.stringify([shapes, outputs]);
}

function reasonOf(result: RunResult | undefined): Refusal {
  return result?.kind === 'failed' ? refusalOf(result) : new Refusal('model-failed', 'the model gave no answer');
}

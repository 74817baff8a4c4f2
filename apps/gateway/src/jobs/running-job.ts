import type { Json } from '#libs/database';
import { Cancelled } from '#libs/errors';
import type { Job, JobError } from './job.entity.js';
import { toJobError } from './to-job-error.js';

/** How far a job is. */
export interface JobProgress {
  readonly stage?: string;
  readonly done: number;
  readonly total?: number;
}

export interface JobTools {
  /** Aborted when the job is cancelled, the process stops, or the lease was lost. The handler ends soon after. */
  readonly signal: AbortSignal;
  /** Cheap to call often: it is written at most four times a second. */
  readonly progress: (progress: JobProgress) => void;
}

/** Does one kind of job. It may be started again after a crash: what it has stored already, it finds by digest. */
export type JobHandler = (job: Job, tools: JobTools) => Promise<Json>;

/** How a run ended; QUEUED is one that is given back. */
export type Outcome =
  | { readonly state: 'SUCCEEDED'; readonly result: Json; readonly error: null }
  | { readonly state: 'FAILED'; readonly result: null; readonly error: JobError }
  | { readonly state: 'CANCELLED'; readonly result: Json; readonly error: null }
  | { readonly state: 'QUEUED' };

/** Why the handler was told to stop. */
export type StopReason = 'cancelled' | 'stopping' | 'lost';

const REPORT_EVERY_MS = 250;

/** One job while its handler works. */
export class RunningJob {
  private readonly abort = new AbortController();
  private stopReason: StopReason | undefined;
  private latest: JobProgress = { done: 0 };
  private timer: NodeJS.Timeout | undefined;
  private lastReport = 0;

  constructor(
    readonly job: Job,
    private readonly report: (progress: JobProgress) => void,
  ) {}

  get progress(): JobProgress {
    return this.latest;
  }

  get isLost(): boolean {
    return this.stopReason === 'lost';
  }

  /** The first reason counts, but a lost lease overrules: nothing may be written then. */
  stop(reason: StopReason): void {
    if (this.stopReason === undefined || reason === 'lost') this.stopReason = reason;
    this.abort.abort(new Cancelled());
  }

  async run(handler: JobHandler, onBug: (error: unknown) => void): Promise<Outcome> {
    const tools = { signal: this.abort.signal, progress: (progress: JobProgress) => this.note(progress) };
    try {
      const result = await handler(this.job, tools);
      return { state: this.stopReason === 'cancelled' ? 'CANCELLED' : 'SUCCEEDED', result, error: null };
    } catch (error) {
      return this.outcomeOf(error, onBug);
    } finally {
      clearTimeout(this.timer);
    }
  }

  private outcomeOf(error: unknown, onBug: (error: unknown) => void): Outcome {
    if (this.stopReason === 'cancelled') return { state: 'CANCELLED', result: null, error: null };
    if (this.stopReason === 'stopping') return { state: 'QUEUED' };
    const failure = toJobError(error);
    if (failure.code === 'INTERNAL_SERVER_ERROR') onBug(error);
    return { state: 'FAILED', result: null, error: failure };
  }

  private note(progress: JobProgress): void {
    this.latest = progress;
    if (this.timer !== undefined) return;
    const wait = Math.max(0, this.lastReport + REPORT_EVERY_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.lastReport = performance.now();
      this.report(this.latest);
    }, wait);
  }
}

import { isDomainError } from '#libs/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Job } from './job.entity.js';
import { JobLeases, type HeldJob } from './job-leases.js';
import type { JobQueue } from './job-queue.service.js';
import { RunningJob, type JobHandler, type Outcome } from './running-job.js';
import { toJobError } from './to-job-error.js';
import { WakeUp } from './wake-up.js';

export interface JobRunnerOptions {
  /** Jobs at the same time, 2 when not given. */
  readonly concurrency?: number;
  /** Time between two looks for work of other processes, 1000 when not given; a quarter more or less by chance. */
  readonly pollMs?: number;
  /** After this long without a sign of life a job is somebody else's, 30,000 when not given. */
  readonly leaseMs?: number;
  /** Whether no other process can have the store open: then what runs when this runner starts was left by one that is gone. False when not given. */
  readonly isAlone?: boolean;
  /** Takes a fault and what was being done when it came. */
  readonly onFault?: (doing: string, error: unknown) => void;
}

const WATCH_MS = 400;

/** Takes jobs from the queue and runs the handlers that were registered for their kinds. */
export class JobRunner {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly running = new Map<string, { readonly run: RunningJob; readonly ended: Promise<void> }>();
  private readonly wakeUp = new WakeUp();
  private readonly leases: JobLeases;
  private readonly options: Required<JobRunnerOptions>;
  private loops: Promise<unknown> | undefined;
  private isStopping = false;
  private renewedAt = 0;

  constructor(
    dataSource: DataSource,
    private readonly queue: JobQueue,
    options: JobRunnerOptions = {},
  ) {
    this.options = { concurrency: 2, pollMs: 1_000, leaseMs: 30_000, isAlone: false, onFault: () => {}, ...options };
    this.leases = new JobLeases(dataSource, this.options.leaseMs);
  }

  /** Registers what does a kind of job. Kinds without a handler are left to other workers. */
  handle(kind: string, handler: JobHandler): void {
    if (this.handlers.has(kind)) throw new Error(`A handler for the job kind ${kind} is registered already.`);
    this.handlers.set(kind, handler);
  }

  start(): void {
    if (this.loops) return;
    const stopListening = this.queue.onChange(() => this.wakeUp.all());
    this.loops = this.takeOver()
      .then(() => Promise.all([this.takeLoop(), this.watchLoop()]))
      .finally(stopListening);
  }

  /** Takes no more work, tells the handlers to stop, and gives unfinished jobs back to the queue. Resolves within graceMs or so. */
  async stop(graceMs = 10_000): Promise<void> {
    this.isStopping = true;
    this.wakeUp.all();
    for (const { run } of this.running.values()) run.stop('stopping');
    const grace = new AbortController();
    const ended = Promise.all([...this.running.values()].map(({ ended }) => ended));
    await Promise.race([ended, sleep(graceMs, undefined, { signal: grace.signal }).catch(() => {})]);
    grace.abort();
    // A handler that does not listen: its job is given back, and what it still says is not heard.
    for (const { run } of this.running.values()) {
      run.stop('lost');
      await this.giveBack(run.job);
    }
    this.running.clear();
    this.wakeUp.all();
    await this.loops;
    this.loops = undefined;
  }

  /** Nest's hook: work stops before the HTTP server and the database do. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async takeOver(): Promise<void> {
    if (this.options.isAlone) await this.attempt('taking over what a killed process left', () => this.leases.endAll());
  }

  private async takeLoop(): Promise<void> {
    while (!this.isStopping) {
      const seen = this.wakeUp.count;
      const isFree = this.running.size < this.options.concurrency;
      const job = isFree ? await this.attempt('taking a job', () => this.take()) : undefined;
      if (!job) await this.wakeUp.wait(this.options.pollMs * (0.75 + Math.random() / 2), seen);
      else if (this.isStopping) await this.giveBack(job);
      else this.begin(job);
    }
  }

  private async take(): Promise<Job | null> {
    await this.leases.giveUpLost();
    return this.leases.claim([...this.handlers.keys()], [...this.running.keys()]);
  }

  private begin(job: Job): void {
    const handler = this.handlers.get(job.kind);
    if (!handler) return;
    const run = new RunningJob(job, (progress) => {
      void this.attempt('writing progress', () => this.leases.report(job, progress));
    });
    if (this.running.size === 0) this.renewedAt = performance.now();
    const ended = run
      .run(handler, (error) => this.options.onFault('a job', error))
      .then((outcome) => this.finish(run, outcome))
      .finally(() => {
        this.running.delete(job.id);
        this.wakeUp.all();
      });
    this.running.set(job.id, { run, ended });
    this.wakeUp.all();
  }

  private async giveBack(job: Job): Promise<void> {
    await this.attempt('giving a job back', () => this.leases.finish(job, { state: 'QUEUED' }, { done: 0 }));
  }

  /** Tries until the database takes it or the lease is over: the work is done, and doing it again costs more. */
  private async finish(run: RunningJob, outcome: Outcome): Promise<void> {
    while (!run.isLost) {
      try {
        return await this.leases.finish(run.job, outcome, run.progress);
      } catch (error) {
        this.options.onFault('writing the end of a job', error);
        const isPassing = isDomainError(error) && error.isRetryable;
        if (!isPassing) return this.finishAsBug(run.job, error);
        await sleep(WATCH_MS);
      }
    }
  }

  /** The handler's result or stage is something that cannot be stored. */
  private async finishAsBug(job: Job, error: unknown): Promise<void> {
    const failed = { state: 'FAILED', result: null, error: toJobError(error) } as const;
    await this.attempt('writing the end of a job', () => this.leases.finish(job, failed, { done: 0 }));
  }

  private async watchLoop(): Promise<void> {
    while (!this.isStopping || this.running.size > 0) {
      if (this.running.size > 0) await this.watch();
      await this.wakeUp.wait(this.running.size > 0 ? WATCH_MS : this.options.pollMs);
    }
  }

  private async watch(): Promise<void> {
    const age = performance.now() - this.renewedAt;
    const isDue = age > this.options.leaseMs / 3;
    const known = [...this.running.values()].map(({ run }) => run);
    const at = performance.now();
    const held = await this.attempt('renewing leases', () => (isDue ? this.leases.renew() : this.leases.look()));
    if (held && isDue) this.renewedAt = at;
    if (held) for (const run of known) stopIfAsked(run, held);
    else if (age > this.options.leaseMs) for (const run of known) run.stop('lost');
  }

  private async attempt<T>(doing: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.options.onFault(doing, error);
      return undefined;
    }
  }
}

function stopIfAsked(run: RunningJob, held: readonly HeldJob[]): void {
  const own = held.find(({ id, attempts }) => id === run.job.id && attempts === run.job.attempts);
  if (!own) run.stop('lost');
  else if (own.cancelRequested) run.stop('cancelled');
}

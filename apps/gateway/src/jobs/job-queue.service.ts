import { insertOrIgnore, newestFirst, type Json, type Page, type PageRequest } from '#libs/database';
import { NotFound } from '#libs/errors';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { isFinished, Job } from './job.entity.js';

const WATCH_MS = 300;

const CANCEL = `
  UPDATE job
  SET cancel_requested = true,
      state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
      finished_at = CASE state WHEN 'QUEUED' THEN now() END
  WHERE tenant = $1 AND id = $2 AND state IN ('QUEUED', 'RUNNING')`;

/** The queue of long work, on the database: any gateway puts in, any worker takes out. */
@Injectable()
export class JobQueue {
  private readonly listeners = new Set<() => void>();

  constructor(private readonly dataSource: DataSource) {}

  /** Resolves when the job is durable. Workers of this process are woken; others find it with their next look. */
  async enqueue(tenant: string, kind: string, input: Json, createdBy: string): Promise<Job> {
    const job: Job = {
      ...{ id: `job_${randomBytes(16).toString('hex')}`, tenant, kind, input, createdBy, createdAt: new Date() },
      ...{ state: 'QUEUED', stage: null, done: 0, total: null, result: null, error: null, cancelRequested: false },
      ...{ attempts: 0, worker: null, leaseUntil: null, startedAt: null, finishedAt: null },
    };
    await insertOrIgnore(this.dataSource.manager, Job, [job]);
    this.wake();
    return job;
  }

  async byId(tenant: string, id: string): Promise<Job | null> {
    return this.dataSource.manager.createQueryBuilder(Job, 'job').where({ tenant, id }).getOne();
  }

  /** One page, newest first. @throws BadUserInput for a bad `first` or a cursor of another list or tenant */
  async page(tenant: string, request: PageRequest): Promise<Page<Job>> {
    return newestFirst(this.dataSource.manager.createQueryBuilder(Job, 'job'), 'jobs', tenant, request);
  }

  /**
   * Cancels a waiting job at once and asks the runner of a running one to stop, which it does within a second. A job that has ended
   * stays as it is.
   * @throws NotFound when the tenant has no such job
   */
  async cancel(tenant: string, id: string): Promise<Job> {
    await this.dataSource.query(CANCEL, [tenant, id]);
    this.wake();
    const job = await this.byId(tenant, id);
    if (!job) throw new NotFound('job');
    return job;
  }

  /**
   * The job as it is now, and again after each change, until it has ended. One look at the database every 300 ms.
   * @throws NotFound when the tenant has no such job
   */
  async *changes(tenant: string, id: string, signal: AbortSignal): AsyncGenerator<Job> {
    for (let last = ''; !signal.aborted;) {
      const job = await this.byId(tenant, id);
      if (!job) throw new NotFound('job');
      const now = JSON.stringify([job.state, job.stage, job.done, job.total, job.cancelRequested]);
      if (now !== last) yield job;
      if (isFinished(job.state)) return;
      last = now;
      await sleep(WATCH_MS, undefined, { signal }).catch(() => {});
    }
  }

  /** Calls the listener when a job of this process was put in or cancelled. @returns a function that ends it */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private wake(): void {
    for (const listener of this.listeners) listener();
  }
}

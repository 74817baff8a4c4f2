import { exactJson, optionalExactJson } from '#libs/database';
import { WorkerLost } from '#libs/errors';
import { hostname } from 'node:os';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Job } from './job.entity.js';
import { toJobError } from './to-job-error.js';
import type { JobProgress, Outcome } from './running-job.js';

const MAX_ATTEMPTS = 3;

// SKIP LOCKED: two runners that look at once take two jobs. A lease that ran out belongs to nobody.
const CLAIM = `
  WITH next AS (
    SELECT id FROM job
    WHERE (state = 'QUEUED' OR (state = 'RUNNING' AND lease_until < now()))
      AND attempts < ${MAX_ATTEMPTS} AND NOT cancel_requested AND kind = ANY ($2) AND NOT id = ANY ($4)
    ORDER BY created_at, id
    FOR UPDATE SKIP LOCKED
    LIMIT 1)
  UPDATE job
  SET state = 'RUNNING', attempts = attempts + 1, worker = $1, started_at = coalesce(started_at, now()),
      lease_until = now() + $3 * interval '1 millisecond', stage = NULL, done = 0, total = NULL
  FROM next WHERE job.id = next.id
  RETURNING job.id`;

const GIVE_UP = `
  UPDATE job
  SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'FAILED' END,
      error = CASE WHEN cancel_requested THEN NULL ELSE $1::jsonb END,
      worker = NULL, lease_until = NULL, finished_at = now()
  WHERE state = 'RUNNING' AND lease_until < now() AND (attempts >= ${MAX_ATTEMPTS} OR cancel_requested)`;

const RENEW = `
  UPDATE job SET lease_until = now() + $2 * interval '1 millisecond'
  WHERE worker = $1 AND state = 'RUNNING'
  RETURNING id, attempts, cancel_requested AS "cancelRequested"`;

const END_ALL = `UPDATE job SET lease_until = now() - interval '1 second' WHERE state = 'RUNNING'`;

const LOOK = `SELECT id, attempts, cancel_requested AS "cancelRequested" FROM job WHERE worker = $1 AND state = 'RUNNING'`;

// Fenced: whoever lost the lease changes nothing any more.
const HELD = `id = $1 AND worker = $2 AND attempts = $3 AND state = 'RUNNING'`;

const REPORT = `UPDATE job SET stage = $4, done = $5, total = $6 WHERE ${HELD}`;

const FINISH = `
  UPDATE job
  SET state = $4, result = $5::jsonb, error = $6::jsonb, stage = $7, done = $8, total = $9,
      worker = NULL, lease_until = NULL, finished_at = now()
  WHERE ${HELD}`;

const GIVE_BACK = `
  UPDATE job
  SET state = CASE WHEN cancel_requested THEN 'CANCELLED' ELSE 'QUEUED' END,
      finished_at = CASE WHEN cancel_requested THEN now() END,
      attempts = attempts - 1, worker = NULL, lease_until = NULL
  WHERE ${HELD}`;

/** A job that this process still has. */
export interface HeldJob {
  readonly id: string;
  readonly attempts: number;
  readonly cancelRequested: boolean;
}

/** One runner's leases on jobs. Every statement is its own transaction: nothing is held while work is done. */
export class JobLeases {
  readonly worker = `${hostname()}:${process.pid}:${randomUUID()}`;

  constructor(
    private readonly dataSource: DataSource,
    private readonly leaseMs: number,
  ) {}

  /** @param besides jobs that this runner is still busy with */
  async claim(kinds: readonly string[], besides: readonly string[]): Promise<Job | null> {
    const parameters = [this.worker, kinds, this.leaseMs, besides];
    const [rows] = await this.dataSource.query<[{ id: string }[], number]>(CLAIM, parameters);
    const [claimed] = rows;
    if (!claimed) return null;
    return this.dataSource.manager.createQueryBuilder(Job, 'job').where({ id: claimed.id }).getOne();
  }

  /** Ends the jobs whose runner vanished too often, or that were cancelled while nobody ran them. */
  async giveUpLost(): Promise<void> {
    const error = exactJson.to(toJobError(new WorkerLost(MAX_ATTEMPTS)));
    await this.dataSource.query(GIVE_UP, [JSON.stringify(error)]);
  }

  /** Only for a store that nobody else can have open: whoever held a lease is gone. */
  async endAll(): Promise<void> {
    await this.dataSource.query(END_ALL);
  }

  async renew(): Promise<readonly HeldJob[]> {
    const [rows] = await this.dataSource.query<[HeldJob[], number]>(RENEW, [this.worker, this.leaseMs]);
    return rows;
  }

  async look(): Promise<readonly HeldJob[]> {
    return this.dataSource.query<HeldJob[]>(LOOK, [this.worker]);
  }

  async report(job: Job, progress: JobProgress): Promise<void> {
    const { stage = null, done, total = null } = progress;
    await this.dataSource.query(REPORT, [job.id, this.worker, job.attempts, stage, done, total]);
  }

  async finish(job: Job, outcome: Outcome, progress: JobProgress): Promise<void> {
    const held = [job.id, this.worker, job.attempts];
    if (outcome.state === 'QUEUED') {
      await this.dataSource.query(GIVE_BACK, held);
      return;
    }
    const { stage = null, done, total = null } = progress;
    const values = [outcome.state, toJsonText(outcome.result), toJsonText(outcome.error), stage, done, total];
    await this.dataSource.query(FINISH, [...held, ...values]);
  }
}

function toJsonText(value: unknown): string | null {
  const json: unknown = optionalExactJson.to(value);
  return json === null ? null : JSON.stringify(json);
}

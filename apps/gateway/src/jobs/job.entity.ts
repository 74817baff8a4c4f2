import { optionalExactJson, type Json } from '#libs/database';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

export type JobState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/** Why a job failed, in the words of the API's errors. */
export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly facts: Json;
}

/** Work that takes longer than a request. */
@Entity('job')
@Index('ix_job_created', ['tenant', 'createdAt', 'id'])
@Index('ix_job_open', ['createdAt', 'id'], { where: `state IN ('QUEUED', 'RUNNING')` })
@Check('ck_job_state', `state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')`)
@Check('ck_job_lease', `(state = 'RUNNING') = (worker IS NOT NULL AND lease_until IS NOT NULL)`)
@Check('ck_job_finished', `(state IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)`)
export class Job {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_job' })
  id!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  state!: JobState;

  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  input!: Json;

  /** What is being done now, in the handler's words. */
  @Column('text', { nullable: true })
  stage!: string | null;

  /** How many of `total` pieces of the stage are done. */
  @Column('integer')
  done!: number;

  @Column('integer', { nullable: true })
  total!: number | null;

  /** What the handler returned; also what a cancelled job had done until then, when its handler says so. */
  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  result!: Json;

  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  error!: JobError | null;

  @Column('boolean', { name: 'cancel_requested' })
  cancelRequested!: boolean;

  /** How often it was started; a start that was taken back by an orderly stop is not counted. */
  @Column('integer')
  attempts!: number;

  /** The runner that has it now. */
  @Column('text', { nullable: true })
  worker!: string | null;

  /** Until when the runner has it; it is somebody else's after that. By the database's clock. */
  @Column({ type: 'timestamptz', name: 'lease_until', precision: 3, nullable: true })
  leaseUntil!: Date | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt!: Date | null;
}

export function isFinished(state: JobState): boolean {
  return state !== 'QUEUED' && state !== 'RUNNING';
}

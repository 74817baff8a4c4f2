import { optionalExactJson, type Json } from '#libs/database';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CohortRevision } from './cohort-revision.entity.js';

/** Why the last prediction over a cohort has no answer of a version for a member of an item. An answer that comes later counts, not this. */
@Entity('cohort_fault')
export class CohortFault {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cohort_fault' })
  tenant!: string;

  @PrimaryColumn('text', { name: 'cohort_id', primaryKeyConstraintName: 'pk_cohort_fault' })
  cohortId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_fault' })
  revision!: number;

  @PrimaryColumn('text', { name: 'model_digest', primaryKeyConstraintName: 'pk_cohort_fault' })
  modelDigest!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_fault' })
  position!: number;

  /** Which member of the item, from 0. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_fault' })
  member!: number;

  @ManyToOne(() => CohortRevision)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_cohort_fault_revision' },
    { name: 'cohort_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_cohort_fault_revision' },
    { name: 'revision', referencedColumnName: 'revision', foreignKeyConstraintName: 'fk_cohort_fault_revision' },
  ])
  readonly cohort?: CohortRevision;

  /** The same codes as an error of a field. */
  @Column('text')
  code!: string;

  @Column('text')
  message!: string;

  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  facts!: Json;

  @Column('text', { name: 'job_id' })
  jobId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

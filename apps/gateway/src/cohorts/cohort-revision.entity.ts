import { exactJson } from '#libs/database';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one item of a cohort is. */
export type CohortUnit = 'SLIDE' | 'PATIENT';

/** A label of a cohort: what its items state under this name. */
export interface CohortLabel {
  readonly name: string;
  /** Items that have a value. */
  readonly count: number;
  /** Whether every value is a finite decimal number. */
  readonly isNumeric: boolean;
  /** The values and how many items have each, most frequent first; empty where there are more than fifty. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** A cohort as it was stated once: immutable. Another statement under the same id is the next revision. */
@Entity('cohort_revision')
@Index('ix_cohort_revision_created', ['tenant', 'createdAt', 'id'])
@Check('ck_cohort_revision_size', 'revision > 0 AND item_count > 0 AND slide_count > 0')
@Check('ck_cohort_revision_unit', `unit IN ('SLIDE', 'PATIENT')`)
export class CohortRevision {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cohort_revision' })
  tenant!: string;

  /** The name by which its owner speaks of it, as `c6-regions`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cohort_revision' })
  id!: string;

  /** From 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_revision' })
  revision!: number;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** Where labels and items come from, in the words of who brought them. */
  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { nullable: true })
  licence!: string | null;

  @Column('text')
  unit!: CohortUnit;

  /** SHA-256 over unit and items, in their order: two revisions of one digest hold the same. */
  @Column('text')
  digest!: string;

  @Column('integer', { name: 'item_count' })
  itemCount!: number;

  /** Different slides. */
  @Column('integer', { name: 'slide_count' })
  slideCount!: number;

  /** Different patients; null where the table names none. */
  @Column('integer', { name: 'patient_count', nullable: true })
  patientCount!: number | null;

  @Column('jsonb', { transformer: exactJson })
  labels!: readonly CohortLabel[];

  /** Id of the caller who stated it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

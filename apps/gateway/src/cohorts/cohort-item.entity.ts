import { exactJson } from '#libs/database';
import type { Specimen } from '#graphql/generated/schema-types';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CohortRevision } from './cohort-revision.entity.js';

/** A rectangle in level-0 pixels, half open. */
export interface MemberRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A slide of an item, or a region of one, and what the table states about it. */
export interface CohortMember {
  readonly slideId: string;
  readonly region: MemberRegion | null;
  /** What is stated here goes before what the slide says. */
  readonly specimen: Specimen | null;
  readonly scanner: string | null;
  readonly site: string | null;
}

/** What a cohort counts one by one: a slide, a region, or a patient with all their slides. */
@Entity('cohort_item')
@Check('ck_cohort_item_survival', '(survival_time IS NULL) = (survival_event IS NULL) AND survival_time >= 0')
export class CohortItem {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_cohort_item' })
  tenant!: string;

  @PrimaryColumn('text', { name: 'cohort_id', primaryKeyConstraintName: 'pk_cohort_item' })
  cohortId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_item' })
  revision!: number;

  /** Its place in the cohort, from 0. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_cohort_item' })
  position!: number;

  @ManyToOne(() => CohortRevision)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_cohort_item_revision' },
    { name: 'cohort_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_cohort_item_revision' },
    { name: 'revision', referencedColumnName: 'revision', foreignKeyConstraintName: 'fk_cohort_item_revision' },
  ])
  readonly cohort?: CohortRevision;

  /** Unique in its revision: the table's own name of it, or one that is made from slide and region, or the patient's code. */
  @Column('text')
  key!: string;

  /** The code by which the cohort tells patients apart; null where it does not. */
  @Column('text', { nullable: true })
  patient!: string | null;

  @Column('jsonb', { transformer: exactJson })
  members!: readonly CohortMember[];

  /** The stated values by the label's name; a label that has no value for this item is not in it. */
  @Column('jsonb', { transformer: exactJson })
  labels!: Readonly<Record<string, string>>;

  @Column('double precision', { name: 'survival_time', nullable: true })
  survivalTime!: number | null;

  @Column('boolean', { name: 'survival_event', nullable: true })
  survivalEvent!: boolean | null;

  /** Whether the models of the cohort are known to have been trained on this patient or slide; null where nobody says. */
  @Column('boolean', { name: 'in_training', nullable: true })
  inTraining!: boolean | null;

  /** The fold in which it was held out, from 1; null where it was in none, or nobody says. */
  @Column('integer', { name: 'held_out_fold', nullable: true })
  heldOutFold!: number | null;
}

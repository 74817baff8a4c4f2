import { exactJson } from '#libs/database';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { CohortRevision } from './cohort-revision.entity.js';

/** What imported numbers are. LOGIT: before any activation. PROBABILITY: after it, 0 to 1. VALUE: of a scalar or a risk, as it is. */
export type ImportedScale = 'LOGIT' | 'PROBABILITY' | 'VALUE';

/** Scores of a registered version that somebody computed elsewhere, for a revision of a cohort. Immutable, and never in the place of an answer. */
@Entity('prediction_import')
@Index('ix_prediction_import_cohort', ['tenant', 'cohortId', 'revision', 'modelDigest'])
@Check('ck_prediction_import_scale', `scale IN ('LOGIT', 'PROBABILITY', 'VALUE')`)
@Check('ck_prediction_import_size', 'item_count > 0')
export class PredictionImport {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_prediction_import' })
  tenant!: string;

  /** `imp_` and a digest over revision, version, scale, source and numbers: the same import again has the same id. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_prediction_import' })
  id!: string;

  @Column('text', { name: 'cohort_id' })
  cohortId!: string;

  @Column('integer')
  revision!: number;

  @ManyToOne(() => CohortRevision)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_prediction_import_revision' },
    { name: 'cohort_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_prediction_import_revision' },
    { name: 'revision', referencedColumnName: 'revision', foreignKeyConstraintName: 'fk_prediction_import_revision' },
  ])
  readonly cohort?: CohortRevision;

  @Column('text', { name: 'model_ref' })
  modelRef!: string;

  @Column('text', { name: 'model_digest' })
  modelDigest!: string;

  @Column('text')
  scale!: ImportedScale;

  /** Where the scores come from, in the words of who brought them. */
  @Column('text')
  source!: string;

  /** SHA-256 over the numbers, item by item. */
  @Column('text')
  digest!: string;

  /** Names of the targets that have scores. */
  @Column('jsonb', { transformer: exactJson })
  targets!: readonly string[];

  @Column('integer', { name: 'item_count' })
  itemCount!: number;

  /** Id of the caller who brought it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

/** The scores of one item. */
@Entity('imported_score')
export class ImportedScore {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_imported_score' })
  tenant!: string;

  @PrimaryColumn('text', { name: 'import_id', primaryKeyConstraintName: 'pk_imported_score' })
  importId!: string;

  /** Place of the item in the cohort. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_imported_score' })
  position!: number;

  @ManyToOne(() => PredictionImport)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_imported_score_import' },
    { name: 'import_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_imported_score_import' },
  ])
  readonly import?: PredictionImport;

  /** Numbers by target: one, or of classes one each in the card's order. */
  @Column('jsonb', { transformer: exactJson })
  scores!: Readonly<Record<string, readonly number[]>>;
}

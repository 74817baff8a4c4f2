import { exactJson, type JsonObject, optionalExactJson } from '#libs/database';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one vector stands for. */
export type VectorLevel = 'TILE' | 'CELL' | 'SLIDE' | 'PATIENT' | 'MARKER';

/** What has no vector, by the code of the reason. */
export interface MissingVectors {
  readonly code: string;
  readonly count: number;
}

/** The vectors of one version over one revision of a cohort. Once it is ready it never changes. */
@Entity('embedding_generation')
@Index('ix_embedding_generation_index', ['tenant', 'indexId', 'createdAt'])
@Index('uq_embedding_generation_building', ['tenant', 'indexId', 'modelDigest', 'cohortRevision'], {
  unique: true,
  where: `state = 'BUILDING'`,
})
@Check('ck_embedding_generation_state', `state IN ('BUILDING', 'READY')`)
@Check('ck_embedding_generation_level', `level IN ('TILE', 'CELL', 'SLIDE', 'PATIENT', 'MARKER')`)
@Check(
  'ck_embedding_generation_ready',
  `(state = 'READY') = (matrix_blob IS NOT NULL AND rows_blob IS NOT NULL AND ready_at IS NOT NULL)`,
)
export class EmbeddingGeneration {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_generation' })
  tenant!: string;

  /** Digest over index, version and the cohort's revision. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_generation' })
  id!: string;

  @Column('text', { name: 'index_id' })
  indexId!: string;

  @Column('text', { name: 'cohort_id' })
  cohortId!: string;

  @Column('integer', { name: 'cohort_revision' })
  cohortRevision!: number;

  @Column('text', { name: 'model_ref' })
  modelRef!: string;

  @Column('text', { name: 'model_digest' })
  modelDigest!: string;

  @Column('text', { name: 'space_id' })
  spaceId!: string;

  @Column('text')
  level!: VectorLevel;

  @Column('integer')
  dimension!: number;

  /** Which output of the model it is, and what was done to it. */
  @Column('jsonb', { transformer: exactJson })
  recipe!: JsonObject;

  @Column('text')
  state!: 'BUILDING' | 'READY';

  @Column('integer', { name: 'vector_count' })
  vectorCount!: number;

  /** [vectorCount, dimension] float32, little-endian, row by row. */
  @Column('text', { name: 'matrix_blob', nullable: true })
  matrixBlob!: string | null;

  /** What the rows are: see index-rows.ts. */
  @Column('text', { name: 'rows_blob', nullable: true })
  rowsBlob!: string | null;

  @Column('jsonb', { transformer: exactJson })
  missing!: readonly (MissingVectors & JsonObject)[];

  /** What was measured of the graph of neighbours; null without one. See link-vectors.ts. */
  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  graph!: JsonObject | null;

  @Column('text', { name: 'job_id', nullable: true })
  jobId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'ready_at', precision: 3, nullable: true })
  readyAt!: Date | null;
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const EMBEDDING_INDEX = `
  CREATE TABLE embedding_index (
    tenant text NOT NULL,
    id text NOT NULL,
    cohort_id text NOT NULL,
    model text NOT NULL,
    serving text,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_embedding_index PRIMARY KEY (tenant, id),
    CONSTRAINT uq_embedding_index_name UNIQUE (tenant, cohort_id, model))`;

// The vectors of a generation are one blob, and what its rows are another.
const EMBEDDING_GENERATION = `
  CREATE TABLE embedding_generation (
    tenant text NOT NULL,
    id text NOT NULL,
    index_id text NOT NULL,
    cohort_id text NOT NULL,
    cohort_revision integer NOT NULL,
    model_ref text NOT NULL,
    model_digest text NOT NULL,
    space_id text NOT NULL,
    level text NOT NULL,
    dimension integer NOT NULL,
    recipe jsonb NOT NULL,
    state text NOT NULL,
    vector_count integer NOT NULL,
    matrix_blob text,
    rows_blob text,
    missing jsonb NOT NULL,
    job_id text,
    created_at timestamptz(3) NOT NULL,
    ready_at timestamptz(3),
    CONSTRAINT pk_embedding_generation PRIMARY KEY (tenant, id),
    CONSTRAINT ck_embedding_generation_state CHECK (state IN ('BUILDING', 'READY')),
    CONSTRAINT ck_embedding_generation_level CHECK (level IN ('TILE', 'SLIDE', 'PATIENT')),
    CONSTRAINT ck_embedding_generation_ready CHECK (
      (state = 'READY') = (matrix_blob IS NOT NULL AND rows_blob IS NOT NULL AND ready_at IS NOT NULL)))`;

const INDEXES = [
  'CREATE INDEX ix_embedding_generation_index ON embedding_generation (tenant, index_id, created_at)',
  `CREATE UNIQUE INDEX uq_embedding_generation_building
   ON embedding_generation (tenant, index_id, model_digest, cohort_revision) WHERE state = 'BUILDING'`,
];

/** Indexes of embeddings, generation by generation. */
export class CreateEmbeddingIndex1763830000000 implements MigrationInterface {
  readonly name = 'CreateEmbeddingIndex1763830000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EMBEDDING_INDEX, EMBEDDING_GENERATION, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['embedding_generation', 'embedding_index']) await runner.query(`DROP TABLE ${table}`);
  }
}

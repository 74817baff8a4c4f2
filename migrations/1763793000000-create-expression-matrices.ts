import type { MigrationInterface, QueryRunner } from 'typeorm';

// A matrix is a blob: its names, then its numbers. So are scores, their report and their table.
const EXPRESSION_MATRIX = `
  CREATE TABLE expression_matrix (
    tenant text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    namespace text NOT NULL,
    organism text NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    unit text NOT NULL,
    transform text NOT NULL,
    size_bytes bigint NOT NULL,
    gene_count integer NOT NULL,
    sample_count integer NOT NULL,
    names_bytes integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_expression_matrix PRIMARY KEY (tenant, id),
    CONSTRAINT uq_expression_matrix_digest UNIQUE (tenant, digest),
    CONSTRAINT ck_expression_matrix_size CHECK (
      gene_count > 0 AND sample_count > 0 AND names_bytes > 0
      AND size_bytes = names_bytes + 8 * gene_count::bigint * sample_count::bigint))`;

const MATRIX_SCORES = `
  CREATE TABLE matrix_scores (
    tenant text NOT NULL,
    digest text NOT NULL,
    matrix_digest text NOT NULL,
    collection_digest text NOT NULL,
    settings jsonb NOT NULL,
    scores_blob text NOT NULL,
    report_blob text NOT NULL,
    table_blob text NOT NULL,
    table_bytes bigint NOT NULL,
    set_count integer NOT NULL,
    passed_over_count integer NOT NULL,
    gene_count integer NOT NULL,
    constant_genes integer NOT NULL,
    sample_count integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_matrix_scores PRIMARY KEY (tenant, digest),
    CONSTRAINT ck_matrix_scores_counts CHECK (set_count >= 0 AND passed_over_count >= 0 AND sample_count > 0))`;

const INDEX = 'CREATE INDEX ix_expression_matrix_created ON expression_matrix (tenant, created_at, id)';

/** Expression matrices of callers, and the pathway scores made of them. */
export class CreateExpressionMatrices1763793000000 implements MigrationInterface {
  readonly name = 'CreateExpressionMatrices1763793000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [EXPRESSION_MATRIX, MATRIX_SCORES, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['matrix_scores', 'expression_matrix']) await runner.query(`DROP TABLE ${table}`);
  }
}

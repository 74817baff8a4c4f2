import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREDICTION_IMPORT = `
  CREATE TABLE prediction_import (
    tenant text NOT NULL,
    id text NOT NULL,
    cohort_id text NOT NULL,
    revision integer NOT NULL,
    model_ref text NOT NULL,
    model_digest text NOT NULL,
    scale text NOT NULL,
    source text NOT NULL,
    digest text NOT NULL,
    targets jsonb NOT NULL,
    item_count integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_prediction_import PRIMARY KEY (tenant, id),
    CONSTRAINT fk_prediction_import_revision FOREIGN KEY (tenant, cohort_id, revision) REFERENCES cohort_revision (tenant, id, revision),
    CONSTRAINT ck_prediction_import_scale CHECK (scale IN ('LOGIT', 'PROBABILITY', 'VALUE')),
    CONSTRAINT ck_prediction_import_size CHECK (item_count > 0))`;

const IMPORTED_SCORE = `
  CREATE TABLE imported_score (
    tenant text NOT NULL,
    import_id text NOT NULL,
    position integer NOT NULL,
    scores jsonb NOT NULL,
    CONSTRAINT pk_imported_score PRIMARY KEY (tenant, import_id, position),
    CONSTRAINT fk_imported_score_import FOREIGN KEY (tenant, import_id) REFERENCES prediction_import (tenant, id))`;

const INDEX =
  'CREATE INDEX ix_prediction_import_cohort ON prediction_import (tenant, cohort_id, revision, model_digest)';

/** Scores of registered versions that were computed elsewhere. */
export class CreatePredictionImport1763792200000 implements MigrationInterface {
  readonly name = 'CreatePredictionImport1763792200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PREDICTION_IMPORT, IMPORTED_SCORE, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['imported_score', 'prediction_import']) await runner.query(`DROP TABLE ${table}`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const COHORT_REVISION = `
  CREATE TABLE cohort_revision (
    tenant text NOT NULL,
    id text NOT NULL,
    revision integer NOT NULL,
    name text NOT NULL,
    description text,
    source text,
    licence text,
    unit text NOT NULL,
    digest text NOT NULL,
    item_count integer NOT NULL,
    slide_count integer NOT NULL,
    patient_count integer,
    labels jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_cohort_revision PRIMARY KEY (tenant, id, revision),
    CONSTRAINT ck_cohort_revision_size CHECK (revision > 0 AND item_count > 0 AND slide_count > 0),
    CONSTRAINT ck_cohort_revision_unit CHECK (unit IN ('SLIDE', 'PATIENT')))`;

// An item's slides are read with it and searched by nobody: they are a column and not a table.
const COHORT_ITEM = `
  CREATE TABLE cohort_item (
    tenant text NOT NULL,
    cohort_id text NOT NULL,
    revision integer NOT NULL,
    position integer NOT NULL,
    key text NOT NULL,
    patient text,
    members jsonb NOT NULL,
    labels jsonb NOT NULL,
    survival_time double precision,
    survival_event boolean,
    in_training boolean,
    held_out_fold integer,
    CONSTRAINT pk_cohort_item PRIMARY KEY (tenant, cohort_id, revision, position),
    CONSTRAINT fk_cohort_item_revision FOREIGN KEY (tenant, cohort_id, revision) REFERENCES cohort_revision (tenant, id, revision),
    CONSTRAINT ck_cohort_item_survival CHECK ((survival_time IS NULL) = (survival_event IS NULL) AND survival_time >= 0))`;

const INDEX = 'CREATE INDEX ix_cohort_revision_created ON cohort_revision (tenant, created_at, id)';

/** Cohorts: slides or patients with their labels, revision by revision. */
export class CreateCohort1763792000000 implements MigrationInterface {
  readonly name = 'CreateCohort1763792000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [COHORT_REVISION, COHORT_ITEM, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['cohort_item', 'cohort_revision']) await runner.query(`DROP TABLE ${table}`);
  }
}

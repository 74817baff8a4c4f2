import type { MigrationInterface, QueryRunner } from 'typeorm';

const COHORT_FAULT = `
  CREATE TABLE cohort_fault (
    tenant text NOT NULL,
    cohort_id text NOT NULL,
    revision integer NOT NULL,
    model_digest text NOT NULL,
    position integer NOT NULL,
    member integer NOT NULL,
    code text NOT NULL,
    message text NOT NULL,
    facts jsonb,
    job_id text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_cohort_fault PRIMARY KEY (tenant, cohort_id, revision, model_digest, position, member),
    CONSTRAINT fk_cohort_fault_revision FOREIGN KEY (tenant, cohort_id, revision) REFERENCES cohort_revision (tenant, id, revision))`;

/** Why a prediction over a cohort has no answer for an item. */
export class CreateCohortFault1763792100000 implements MigrationInterface {
  readonly name = 'CreateCohortFault1763792100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COHORT_FAULT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cohort_fault');
  }
}

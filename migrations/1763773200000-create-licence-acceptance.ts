import type { MigrationInterface, QueryRunner } from 'typeorm';

const LICENCE_ACCEPTANCE = `
  CREATE TABLE licence_acceptance (
    tenant text NOT NULL,
    caller text NOT NULL,
    terms_digest text NOT NULL,
    model_ref text NOT NULL,
    model_digest text NOT NULL,
    accepted_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_licence_acceptance PRIMARY KEY (tenant, caller, terms_digest))`;

/** Who accepted which terms of gated models. */
export class CreateLicenceAcceptance1763773200000 implements MigrationInterface {
  readonly name = 'CreateLicenceAcceptance1763773200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LICENCE_ACCEPTANCE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE licence_acceptance');
  }
}

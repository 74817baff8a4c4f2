import type { MigrationInterface, QueryRunner } from 'typeorm';

const DIGEST_PIN = `
  CREATE TABLE digest_pin (
    source text NOT NULL,
    subject text NOT NULL,
    digest text NOT NULL,
    accepted_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_digest_pin PRIMARY KEY (source, subject))`;

/** The digests under which versions and calibration records were first accepted. */
export class CreateDigestPin1763776800000 implements MigrationInterface {
  readonly name = 'CreateDigestPin1763776800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DIGEST_PIN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE digest_pin');
  }
}

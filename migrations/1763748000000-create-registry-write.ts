import type { MigrationInterface, QueryRunner } from 'typeorm';

// Rows are only ever added. `seq` is given out under a lock, without gaps, in the order of the commits.
const REGISTRY_WRITE = `
  CREATE TABLE registry_write (
    seq bigint NOT NULL,
    source text NOT NULL,
    name text NOT NULL,
    version text,
    kind text NOT NULL,
    subject text NOT NULL,
    document jsonb NOT NULL,
    digest text NOT NULL,
    tenant text NOT NULL,
    caller text NOT NULL,
    request_id text NOT NULL,
    idempotency_key text,
    request_digest text NOT NULL,
    at timestamptz(3) NOT NULL,
    CONSTRAINT pk_registry_write PRIMARY KEY (seq),
    CONSTRAINT uq_registry_write_key UNIQUE (tenant, caller, idempotency_key))`;

/** The writes of the registry. */
export class CreateRegistryWrite1763748000000 implements MigrationInterface {
  readonly name = 'CreateRegistryWrite1763748000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGISTRY_WRITE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry_write');
  }
}

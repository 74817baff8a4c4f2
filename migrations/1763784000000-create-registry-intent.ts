import type { MigrationInterface, QueryRunner } from 'typeorm';

const REGISTRY_INTENT = `
  CREATE TABLE registry_intent (
    id uuid NOT NULL,
    source text NOT NULL,
    name text NOT NULL,
    content jsonb NOT NULL,
    place jsonb NOT NULL,
    before text,
    after text,
    tenant text NOT NULL,
    caller text NOT NULL,
    request_id text NOT NULL,
    idempotency_key text,
    request_digest text NOT NULL,
    at timestamptz(3) NOT NULL,
    state text NOT NULL,
    found text,
    seq bigint,
    settled_at timestamptz(3),
    CONSTRAINT pk_registry_intent PRIMARY KEY (id))`;

// What is asked at every write, and at every look whether something is to be settled.
const UNSETTLED = `CREATE INDEX ix_registry_intent_unsettled ON registry_intent (at) WHERE state = 'UNSETTLED'`;

/** Writes to registry servers before the server hears of them. */
export class CreateRegistryIntent1763784000000 implements MigrationInterface {
  readonly name = 'CreateRegistryIntent1763784000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REGISTRY_INTENT);
    await runner.query(UNSETTLED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry_intent');
  }
}

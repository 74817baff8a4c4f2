import type { MigrationInterface, QueryRunner } from 'typeorm';

// Files of generations that were forgotten, until they are removed: see retire-generations.ts.
const DISCARDED_BLOB = `
  CREATE TABLE discarded_blob (
    digest text NOT NULL,
    noted_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_discarded_blob PRIMARY KEY (digest))`;

/** Files that nothing names any more. */
export class CreateDiscardedBlob1763866000000 implements MigrationInterface {
  readonly name = 'CreateDiscardedBlob1763866000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISCARDED_BLOB);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE discarded_blob');
  }
}

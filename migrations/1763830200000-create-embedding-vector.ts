import type { MigrationInterface, QueryRunner } from 'typeorm';

// Of any length: an index over a generation's rows casts them to its own.
const EMBEDDING_VECTOR = `
  CREATE TABLE embedding_vector (
    tenant text NOT NULL,
    generation_id text NOT NULL,
    row integer NOT NULL,
    slide_id text NOT NULL,
    vector vector NOT NULL,
    CONSTRAINT pk_embedding_vector PRIMARY KEY (tenant, generation_id, row))`;

/** Vectors in graphs of neighbours, and what was measured of the graphs. */
export class CreateEmbeddingVector1763830200000 implements MigrationInterface {
  readonly name = 'CreateEmbeddingVector1763830200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EMBEDDING_VECTOR);
    await runner.query('ALTER TABLE embedding_generation ADD COLUMN graph jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE embedding_generation DROP COLUMN graph');
    await runner.query('DROP TABLE embedding_vector');
  }
}

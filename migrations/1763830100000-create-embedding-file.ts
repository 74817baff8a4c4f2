import type { MigrationInterface, QueryRunner } from 'typeorm';

const EMBEDDING_FILE = `
  CREATE TABLE embedding_file (
    tenant text NOT NULL,
    generation_id text NOT NULL,
    kind text NOT NULL,
    blob text NOT NULL,
    size_bytes bigint NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_embedding_file PRIMARY KEY (tenant, generation_id, kind))`;

/** Files of embeddings that were made of their numbers. */
export class CreateEmbeddingFile1763830100000 implements MigrationInterface {
  readonly name = 'CreateEmbeddingFile1763830100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EMBEDDING_FILE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE embedding_file');
  }
}

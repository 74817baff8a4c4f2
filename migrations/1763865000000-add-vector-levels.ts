import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `ALTER TABLE feature_bag ADD COLUMN level text NOT NULL DEFAULT 'TILE'`,
  `ALTER TABLE feature_bag ADD CONSTRAINT ck_feature_bag_level CHECK (level IN ('TILE', 'CELL'))`,
  'ALTER TABLE embedding_generation DROP CONSTRAINT ck_embedding_generation_level',
  `ALTER TABLE embedding_generation ADD CONSTRAINT ck_embedding_generation_level
     CHECK (level IN ('TILE', 'CELL', 'SLIDE', 'PATIENT', 'MARKER'))`,
];

const DOWN = [
  'ALTER TABLE embedding_generation DROP CONSTRAINT ck_embedding_generation_level',
  `ALTER TABLE embedding_generation ADD CONSTRAINT ck_embedding_generation_level
     CHECK (level IN ('TILE', 'SLIDE', 'PATIENT'))`,
  'ALTER TABLE feature_bag DROP CONSTRAINT ck_feature_bag_level',
  'ALTER TABLE feature_bag DROP COLUMN level',
];

/** Features of cells beside those of tiles, and vectors of cells and markers. Every bag so far is of tiles. */
export class AddVectorLevels1763865000000 implements MigrationInterface {
  readonly name = 'AddVectorLevels1763865000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

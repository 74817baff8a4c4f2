import type { MigrationInterface, QueryRunner } from 'typeorm';

// The lists themselves are blobs, named by the same digest: 20,000 genes or 33,000 sets are read by line, never searched by the database.
const FACTS = `
    tenant text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    namespace text NOT NULL,
    organism text NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    size_bytes bigint NOT NULL,
    gene_count integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL`;

const GENE_PANEL = `
  CREATE TABLE gene_panel (${FACTS},
    CONSTRAINT pk_gene_panel PRIMARY KEY (tenant, id),
    CONSTRAINT uq_gene_panel_digest UNIQUE (tenant, digest),
    CONSTRAINT ck_gene_panel_size CHECK (gene_count > 0 AND size_bytes > 0))`;

const GENE_SET_COLLECTION = `
  CREATE TABLE gene_set_collection (${FACTS},
    set_count integer NOT NULL,
    membership_count integer NOT NULL,
    smallest_set integer NOT NULL,
    largest_set integer NOT NULL,
    CONSTRAINT pk_gene_set_collection PRIMARY KEY (tenant, id),
    CONSTRAINT uq_gene_set_collection_digest UNIQUE (tenant, digest),
    CONSTRAINT ck_gene_set_collection_size CHECK (
      set_count > 0 AND smallest_set > 0 AND smallest_set <= largest_set AND largest_set <= gene_count
      AND gene_count <= membership_count AND size_bytes > 0))`;

const INDEXES = [
  'CREATE INDEX ix_gene_panel_created ON gene_panel (tenant, created_at, id)',
  'CREATE INDEX ix_gene_set_collection_created ON gene_set_collection (tenant, created_at, id)',
];

/** Gene panels and gene-set collections. */
export class CreateGeneLists1763769600000 implements MigrationInterface {
  readonly name = 'CreateGeneLists1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [GENE_PANEL, GENE_SET_COLLECTION, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['gene_set_collection', 'gene_panel']) await runner.query(`DROP TABLE ${table}`);
  }
}

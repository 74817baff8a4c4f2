import type { MigrationInterface, QueryRunner } from 'typeorm';

const GENE_SIGNATURE = `
  CREATE TABLE gene_signature (
    tenant text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    version text NOT NULL,
    namespace text NOT NULL,
    organism text NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    size_bytes bigint NOT NULL,
    gene_count integer NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_gene_signature PRIMARY KEY (tenant, id),
    CONSTRAINT uq_gene_signature_digest UNIQUE (tenant, digest),
    CONSTRAINT ck_gene_signature_size CHECK (gene_count > 0 AND size_bytes > 0))`;

const INDEX = 'CREATE INDEX ix_gene_signature_created ON gene_signature (tenant, created_at, id)';

/** Signatures of genes, by digest; the documents are blobs. */
export class CreateGeneSignature1763810000000 implements MigrationInterface {
  readonly name = 'CreateGeneSignature1763810000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [GENE_SIGNATURE, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gene_signature');
  }
}

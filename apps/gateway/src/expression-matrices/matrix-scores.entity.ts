import { exactJson, safeInteger, type Json } from '#libs/database';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Scores of a collection's sets in a matrix's samples. Named by what went in; immutable. */
@Entity('matrix_scores')
@Check('ck_matrix_scores_counts', 'set_count >= 0 AND passed_over_count >= 0 AND sample_count > 0')
export class MatrixScoresRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_matrix_scores' })
  tenant!: string;

  /** SHA-256 over the matrix's digest, the collection's, and the settings. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_matrix_scores' })
  digest!: string;

  @Column('text', { name: 'matrix_digest' })
  matrixDigest!: string;

  @Column('text', { name: 'collection_digest' })
  collectionDigest!: string;

  /** The method with all that it leaves open, and the sizes of sets. */
  @Column('jsonb', { transformer: exactJson })
  settings!: Json;

  /** `[sets, samples]`, float64, little-endian. */
  @Column('text', { name: 'scores_blob' })
  scoresBlob!: string;

  /** A set as JSON a line: those with scores, then those passed over. */
  @Column('text', { name: 'report_blob' })
  reportBlob!: string;

  /** The scores as tab-separated text. */
  @Column('text', { name: 'table_blob' })
  tableBlob!: string;

  @Column('bigint', { name: 'table_bytes', transformer: safeInteger })
  tableBytes!: number;

  @Column('integer', { name: 'set_count' })
  setCount!: number;

  @Column('integer', { name: 'passed_over_count' })
  passedOverCount!: number;

  /** Genes that went in. */
  @Column('integer', { name: 'gene_count' })
  geneCount!: number;

  @Column('integer', { name: 'constant_genes' })
  constantGenes!: number;

  @Column('integer', { name: 'sample_count' })
  sampleCount!: number;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { GeneListFacts } from '#gateway/gene-catalog';

/** Expression of genes in samples, as a caller brought it. The blob of its digest holds the names and then the numbers, float64. Immutable. */
@Entity('expression_matrix')
@Unique('uq_expression_matrix_digest', ['tenant', 'digest'])
@Index('ix_expression_matrix_created', ['tenant', 'createdAt', 'id'])
@Check(
  'ck_expression_matrix_size',
  `gene_count > 0 AND sample_count > 0 AND names_bytes > 0
      AND size_bytes = names_bytes + 8 * gene_count::bigint * sample_count::bigint`,
)
export class ExpressionMatrix extends GeneListFacts {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_expression_matrix' })
  tenant!: string;

  /** The name by which its owner speaks of it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_expression_matrix' })
  id!: string;

  /** SHA-256 of the blob: the genes and the samples, each ended by LF and each list by an empty line, and the values, float64, little-endian, gene after gene. */
  @Column('text')
  digest!: string;

  /** What the values are, in the words of who brought it. */
  @Column('text')
  unit!: string;

  /** What was done to them, in the words of a card: `LOG2_PLUS_1`, `NONE` ... */
  @Column('text')
  transform!: string;

  @Column('integer', { name: 'sample_count' })
  sampleCount!: number;

  /** Where the values begin in the blob. */
  @Column('integer', { name: 'names_bytes' })
  namesBytes!: number;
}

import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { GeneListFacts } from './gene-list-facts.js';

/** A signature of few genes, as somebody published it. The document is the blob of the same digest. Immutable. */
@Entity('gene_signature')
@Unique('uq_gene_signature_digest', ['tenant', 'digest'])
@Index('ix_gene_signature_created', ['tenant', 'createdAt', 'id'])
@Check('ck_gene_signature_size', 'gene_count > 0 AND size_bytes > 0')
export class GeneSignature extends GeneListFacts {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_signature' })
  tenant!: string;

  /** The name by which its owner speaks of it, as `pam50`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_signature' })
  id!: string;

  /** SHA-256 of the document as it came. */
  @Column('text')
  digest!: string;

  /** LINEAR, CENTROIDS or MEAN_Z. */
  @Column('text')
  kind!: 'LINEAR' | 'CENTROIDS' | 'MEAN_Z';
}

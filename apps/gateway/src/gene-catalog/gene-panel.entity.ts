import { Check, Entity, Index, PrimaryColumn, Column, Unique } from 'typeorm';
import { GeneListFacts } from './gene-list-facts.js';

/** An ordered list of genes. The list is the blob of the same digest, one gene a line. Immutable. */
@Entity('gene_panel')
@Unique('uq_gene_panel_digest', ['tenant', 'digest'])
@Index('ix_gene_panel_created', ['tenant', 'createdAt', 'id'])
@Check('ck_gene_panel_size', 'gene_count > 0 AND size_bytes > 0')
export class GenePanel extends GeneListFacts {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_panel' })
  tenant!: string;

  /** The name by which its owner speaks of it, as `her2st-2208`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_panel' })
  id!: string;

  /** SHA-256 of the list: the rule of a model card's vocabulary digest. */
  @Column('text')
  digest!: string;
}

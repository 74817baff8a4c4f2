import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { GeneListFacts } from './gene-list-facts.js';

/** Gene sets that belong together, such as MSigDB Hallmark. The sets are the blob of the same digest, a GMT file. Immutable. */
@Entity('gene_set_collection')
@Unique('uq_gene_set_collection_digest', ['tenant', 'digest'])
@Index('ix_gene_set_collection_created', ['tenant', 'createdAt', 'id'])
@Check(
  'ck_gene_set_collection_size',
  `set_count > 0 AND smallest_set > 0 AND smallest_set <= largest_set AND largest_set <= gene_count
      AND gene_count <= membership_count AND size_bytes > 0`,
)
export class GeneSetCollection extends GeneListFacts {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_set_collection' })
  tenant!: string;

  /** The name by which its owner speaks of it, as `hallmark-7.0`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_gene_set_collection' })
  id!: string;

  /** SHA-256 of the GMT file as it is kept. */
  @Column('text')
  digest!: string;

  @Column('integer', { name: 'set_count' })
  setCount!: number;

  /** Genes of all sets, each as often as it is a member. */
  @Column('integer', { name: 'membership_count' })
  membershipCount!: number;

  @Column('integer', { name: 'smallest_set' })
  smallestSet!: number;

  @Column('integer', { name: 'largest_set' })
  largestSet!: number;
}

import { safeInteger } from '#libs/database';
import type { GeneNamespace } from '#libs/transcriptomics';
import { Column } from 'typeorm';

/** The one organism whose genes the namespaces name. */
export type Organism = 'HOMO_SAPIENS';

/** What is said of a gene list, of whichever kind; keys and constraints have names of their own in each table. */
export abstract class GeneListFacts {
  @Column('text')
  name!: string;

  /** As whoever published the list calls this release of it. */
  @Column('text')
  version!: string;

  @Column('text')
  namespace!: GeneNamespace;

  @Column('text')
  organism!: Organism;

  /** Where the list comes from, in the words of who brought it. */
  @Column('text')
  source!: string;

  /** SPDX id or name of the list's terms, in the words of who brought it. */
  @Column('text')
  licence!: string;

  @Column('bigint', { name: 'size_bytes', transformer: safeInteger })
  sizeBytes!: number;

  /** Different genes. */
  @Column('integer', { name: 'gene_count' })
  geneCount!: number;

  /** Id of the caller who brought it first. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

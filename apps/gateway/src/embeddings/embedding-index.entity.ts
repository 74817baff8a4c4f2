import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The vectors of a model, by whatever name it was asked for, over a cohort: a name under which one generation after the other is served. */
@Entity('embedding_index')
@Unique('uq_embedding_index_name', ['tenant', 'cohortId', 'model'])
export class EmbeddingIndex {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_index' })
  tenant!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_index' })
  id!: string;

  @Column('text', { name: 'cohort_id' })
  cohortId!: string;

  /** The reference as it was given: a version, or an alias. */
  @Column('text')
  model!: string;

  /** The generation that is served; null until there is one. */
  @Column('text', { nullable: true })
  serving!: string | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

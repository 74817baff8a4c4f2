import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A vector in a graph of neighbours. Each generation with a graph has an index of its own over its rows, which the migration does not know. */
@Entity('embedding_vector')
export class EmbeddingVector {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_vector' })
  tenant!: string;

  @PrimaryColumn('text', { name: 'generation_id', primaryKeyConstraintName: 'pk_embedding_vector' })
  generationId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_embedding_vector' })
  row!: number;

  @Column('text', { name: 'slide_id' })
  slideId!: string;

  @Column('vector')
  vector!: string;
}

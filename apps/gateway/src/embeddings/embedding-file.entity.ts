import { Column, Entity, PrimaryColumn } from 'typeorm';
import { safeInteger } from '#libs/database';

/** A file of a generation that had to be made: its bytes lie in the blob store, so that it is made once and can be asked for in parts. */
@Entity('embedding_file')
export class EmbeddingFile {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_file' })
  tenant!: string;

  @PrimaryColumn('text', { name: 'generation_id', primaryKeyConstraintName: 'pk_embedding_file' })
  generationId!: string;

  /** The format, and `16` behind it for float16. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_file' })
  kind!: string;

  @Column('text')
  blob!: string;

  @Column('bigint', { name: 'size_bytes', transformer: safeInteger })
  sizeBytes!: number;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

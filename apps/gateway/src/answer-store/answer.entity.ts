import { exactJson, type JsonObject } from '#libs/database';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An array of an answer that is too large for its row. */
export interface StoredArray {
  /** Digest of the blob: row by row, little-endian. */
  readonly blob: string;
  /** In the Open Inference Protocol's words. */
  readonly datatype: string;
  readonly shape: readonly number[];
}

/** A value that was returned, raw and with its provenance: it can be called again under another calibration with no model run. */
@Entity('answer')
@Index('ix_answer_slide', ['tenant', 'slideId', 'createdAt'])
@Index('ix_answer_model', ['tenant', 'modelDigest', 'createdAt'])
export class Answer {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_answer' })
  tenant!: string;

  /** Digest of (version, input, parameters). */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_answer' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'slide_id', nullable: true })
  slideId!: string | null;

  /** What the caller's reference resolved to: `source:name/version`. */
  @Column('text', { name: 'model_ref' })
  modelRef!: string;

  @Column('text', { name: 'model_digest' })
  modelDigest!: string;

  @Column('text', { name: 'input_digest' })
  inputDigest!: string;

  @Column('jsonb', { transformer: exactJson })
  parameters!: JsonObject;

  /** Small named values; each number comes back bit by bit. */
  @Column('jsonb', { transformer: exactJson })
  outputs!: JsonObject;

  @Column('jsonb', { transformer: exactJson })
  arrays!: Readonly<Record<string, StoredArray>>;

  @Column('jsonb', { transformer: exactJson })
  provenance!: JsonObject;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

/** An answer that is about to be stored; the store says when it was. */
export type NewAnswer = Readonly<Omit<Answer, 'createdAt'>>;

import { exactJson, type JsonObject } from '#libs/database';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A write to a registry server, stored before the server hears of it, and what became of it. */
@Entity('registry_intent')
@Index('ix_registry_intent_unsettled', ['at'], { where: `state = 'UNSETTLED'` })
export class RegistryIntentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_registry_intent' })
  id!: string;

  @Column('text')
  source!: string;

  @Column('text')
  name!: string;

  /** What the journal says when it is done. */
  @Column('jsonb', { transformer: exactJson })
  content!: JsonObject;

  /** What it is written to on the server. */
  @Column('jsonb', { transformer: exactJson })
  place!: JsonObject;

  @Column('text', { nullable: true })
  before!: string | null;

  @Column('text', { nullable: true })
  after!: string | null;

  @Column('text')
  tenant!: string;

  @Column('text')
  caller!: string;

  @Column('text', { name: 'request_id' })
  requestId!: string;

  @Column('text', { name: 'idempotency_key', nullable: true })
  idempotencyKey!: string | null;

  @Column('text', { name: 'request_digest' })
  requestDigest!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** UNSETTLED, DONE, NOT_DONE or CONFLICT. */
  @Column('text')
  state!: string;

  /** What the server had instead, where it was not done. */
  @Column('text', { nullable: true })
  found!: string | null;

  /** Its place in the journal, where it was done. */
  @Column('bigint', { nullable: true })
  seq!: string | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}

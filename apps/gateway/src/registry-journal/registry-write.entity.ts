import { exactJson, safeInteger, type JsonObject } from '#libs/database';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One acknowledged write of the registry. Rows are only ever added. */
@Entity('registry_write')
@Unique('uq_registry_write_key', ['tenant', 'caller', 'idempotencyKey'])
export class RegistryWriteRow {
  /** 1, 2, 3 ... in the order of the commits, without gaps. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_registry_write', transformer: safeInteger })
  seq!: number;

  @Column('text')
  source!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  version!: string | null;

  @Column('text')
  kind!: string;

  /** What of the model: the id of a record, an alias. */
  @Column('text')
  subject!: string;

  @Column('jsonb', { transformer: exactJson })
  document!: JsonObject;

  @Column('text')
  digest!: string;

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
}

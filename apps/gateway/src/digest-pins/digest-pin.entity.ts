import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The digest under which a version or a calibration record of a source was first accepted. Rows are only ever added. */
@Entity('digest_pin')
export class DigestPin {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_digest_pin' })
  source!: string;

  /** `name/version`, or `name/version#record`. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_digest_pin' })
  subject!: string;

  @Column('text')
  digest!: string;

  @Column({ name: 'accepted_at', type: 'timestamptz', precision: 3 })
  acceptedAt!: Date;
}

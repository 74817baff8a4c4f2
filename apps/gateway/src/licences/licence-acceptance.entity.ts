import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a caller accepted the terms of a model. Written once, never changed: other terms are another row. */
@Entity('licence_acceptance')
export class LicenceAcceptance {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_licence_acceptance' })
  tenant!: string;

  /** Id of the caller: what is accepted by one API key is not accepted by another. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_licence_acceptance' })
  caller!: string;

  /** What was accepted: the digest over the model's name and its card's licence. */
  @PrimaryColumn('text', { name: 'terms_digest', primaryKeyConstraintName: 'pk_licence_acceptance' })
  termsDigest!: string;

  /** The version whose card held the terms when they were accepted: `source:name/version`. */
  @Column('text', { name: 'model_ref' })
  modelRef!: string;

  @Column('text', { name: 'model_digest' })
  modelDigest!: string;

  @Column({ type: 'timestamptz', name: 'accepted_at', precision: 3 })
  acceptedAt!: Date;
}

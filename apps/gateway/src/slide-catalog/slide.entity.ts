import type { Preservation, SlideFormat, Specimen, Stain } from '#graphql/generated/schema-types';
import { exactJson, safeInteger } from '#libs/database';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** One resolution of a slide file; level 0 is the finest. */
export interface SlideLevel {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Size of a pixel in pixels of level 0: 1 for level 0. */
  readonly downsample: number;
}

/** A slide file by its content digest. Technical fields only: nothing of the file that may name a patient is kept. */
@Entity('slide')
@Unique('uq_slide_digest', ['tenant', 'digest'])
@Index('ix_slide_created', ['tenant', 'createdAt', 'id'])
export class Slide {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_slide' })
  tenant!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_slide' })
  id!: string;

  /** SHA-256 of the file. */
  @Column('text')
  digest!: string;

  /** Real path under an allowed root, as resolveSlidePath gave it. Never leaves the gateway. */
  @Column('text')
  path!: string;

  /** The caller's own name for it. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text')
  format!: SlideFormat;

  @Column('integer', { name: 'width_px' })
  widthPx!: number;

  @Column('integer', { name: 'height_px' })
  heightPx!: number;

  /** Micrometres per pixel of level 0, as the file says it. */
  @Column('double precision', { nullable: true })
  mpp!: number | null;

  /** Micrometres per pixel of level 0, as the caller states it. */
  @Column('double precision', { name: 'mpp_stated', nullable: true })
  mppStated!: number | null;

  @Column('double precision', { name: 'objective_power', nullable: true })
  objectivePower!: number | null;

  @Column('bigint', { name: 'size_bytes', transformer: safeInteger })
  sizeBytes!: number;

  @Column('jsonb', { transformer: exactJson })
  levels!: readonly SlideLevel[];

  @Column('text', { nullable: true })
  stain!: Stain | null;

  @Column('text', { nullable: true })
  organ!: string | null;

  @Column('text', { nullable: true })
  specimen!: Specimen | null;

  @Column('text', { nullable: true })
  preservation!: Preservation | null;

  @Column('text', { nullable: true })
  scanner!: string | null;

  @Column('text', { nullable: true })
  site!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

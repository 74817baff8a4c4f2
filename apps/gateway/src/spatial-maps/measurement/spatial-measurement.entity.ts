import { safeInteger } from '#libs/database';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Slide } from '#gateway/slide-catalog';

/** What the numbers of a measurement are. */
export type MeasuredValues = 'COUNTS' | 'NORMALISED';

/** Expression of genes that was measured in spots of a slide. The blob of its digest holds the names, the places and the numbers. Immutable. */
@Entity('spatial_measurement')
@Unique('uq_spatial_measurement_digest', ['tenant', 'digest'])
@Index('ix_spatial_measurement_slide', ['tenant', 'slideId', 'createdAt'])
@Check('ck_spatial_measurement_values', `value_kind IN ('COUNTS', 'NORMALISED')`)
@Check('ck_spatial_measurement_size', 'spot_count > 0 AND gene_count > 0 AND entry_count >= 0 AND names_bytes > 0')
export class SpatialMeasurement {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_spatial_measurement' })
  tenant!: string;

  /** The name by which its owner speaks of it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_spatial_measurement' })
  id!: string;

  /** SHA-256 of the blob; see measurement-blob.ts. */
  @Column('text')
  digest!: string;

  @Column('text', { name: 'slide_id' })
  slideId!: string;

  @ManyToOne(() => Slide)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_spatial_measurement_slide' },
    { name: 'slide_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_spatial_measurement_slide' },
  ])
  readonly slide?: Slide;

  @Column('text')
  name!: string;

  /** Where it comes from, in the words of who brought it. */
  @Column('text')
  source!: string;

  /** SPDX id or name of its terms, in the words of who brought it. */
  @Column('text')
  licence!: string;

  @Column('text', { name: 'value_kind' })
  valueKind!: MeasuredValues;

  @Column('text')
  unit!: string;

  @Column('integer', { name: 'spot_count' })
  spotCount!: number;

  @Column('integer', { name: 'gene_count' })
  geneCount!: number;

  /** Values that are not zero. */
  @Column('integer', { name: 'entry_count' })
  entryCount!: number;

  /** Where the numbers begin in the blob. */
  @Column('integer', { name: 'names_bytes' })
  namesBytes!: number;

  @Column('bigint', { name: 'size_bytes', transformer: safeInteger })
  sizeBytes!: number;

  /** Median over the spots of the sum of their values: the depth, for counts. */
  @Column('double precision', { name: 'median_depth' })
  medianDepth!: number;

  @Column('double precision', { name: 'spot_diameter_px', nullable: true })
  spotDiameterPx!: number | null;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

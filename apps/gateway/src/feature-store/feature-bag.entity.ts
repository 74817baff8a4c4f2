import { exactJson, float32Vector, optionalExactJson, type Json, type JsonObject } from '#libs/database';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Slide } from '#gateway/slide-catalog';

/** PREPARED: computed here from the slide. IMPORTED: brought by a caller as a file. */
export type BagOrigin = 'PREPARED' | 'IMPORTED';

/** What a row of a bag is of. */
export type BagLevel = 'TILE' | 'CELL';

/** The features of a slide's tiles under one encoder version and one preprocessing: [tile_count, dim], with a place for each tile. */
@Entity('feature_bag')
@Index('ix_feature_bag_slide', ['tenant', 'slideId'])
@Check('ck_feature_bag_origin', `origin IN ('PREPARED', 'IMPORTED')`)
@Check('ck_feature_bag_level', `level IN ('TILE', 'CELL')`)
@Check('ck_feature_bag_size', 'tile_count > 0 AND dim > 0 AND octet_length(mean_embedding) = dim * 4')
export class FeatureBag {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_feature_bag' })
  tenant!: string;

  /** See bagDigestOf. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_feature_bag' })
  digest!: string;

  @Column('text', { name: 'slide_id' })
  slideId!: string;

  @ManyToOne(() => Slide)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_feature_bag_slide' },
    { name: 'slide_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_feature_bag_slide' },
  ])
  readonly slide?: Slide;

  @Column('text', { name: 'encoder_name' })
  encoderName!: string;

  @Column('text', { name: 'encoder_version' })
  encoderVersion!: string;

  @Column('text', { name: 'encoder_digest' })
  encoderDigest!: string;

  @Column('text', { name: 'preprocessing_digest' })
  preprocessingDigest!: string;

  @Column('text')
  origin!: BagOrigin;

  /** A cell is cut out like a tile: its place is the corner of what was cut out. */
  @Column('text', { default: 'TILE' })
  level!: BagLevel;

  /** How it was made, as far as it is known: shown to whoever asks where a number comes from. */
  @Column('jsonb', { transformer: exactJson })
  recipe!: JsonObject;

  @Column('integer', { name: 'tile_count' })
  tileCount!: number;

  @Column('integer')
  dim!: number;

  /** Datatype of the stored features, in the Open Inference Protocol's words. */
  @Column('text')
  datatype!: 'FP32';

  @Column('text', { name: 'coords_datatype' })
  coordsDatatype!: 'INT32' | 'FP64';

  /** Unit of the coordinates, in the model card's words: PX_LEVEL0, UM ... */
  @Column('text', { name: 'coords_unit' })
  coordsUnit!: string;

  /** Edge of a tile in pixels of level 0. */
  @Column('double precision', { name: 'tile_edge_px', nullable: true })
  tileEdgePx!: number | null;

  /** Micrometres per pixel of the tile that the encoder saw. */
  @Column('double precision', { nullable: true })
  mpp!: number | null;

  /** Edge of a tile in pixels, as the encoder saw it. */
  @Column('integer', { name: 'tile_size_px', nullable: true })
  tileSizePx!: number | null;

  /** [tile_count, dim] float32, little-endian, row by row. */
  @Column('text', { name: 'features_blob' })
  featuresBlob!: string;

  /** [tile_count, 2] x, y of each tile's upper left corner, little-endian. */
  @Column('text', { name: 'coords_blob' })
  coordsBlob!: string;

  /** Mean over the tiles, summed in float64. */
  @Column('bytea', { name: 'mean_embedding', transformer: float32Vector })
  meanEmbedding!: Float32Array;

  /** The tile grid's own account: how many tiles were seen, refused and why. */
  @Column('jsonb', { nullable: true, transformer: optionalExactJson })
  plan!: Json;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

import { exactJson, safeInteger, type JsonObject } from '#libs/database';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Slide } from '#gateway/slide-catalog';

/** What a layer of a map is: a gene, or a gene set. */
export type SpatialMapKind = 'EXPRESSION' | 'PATHWAY_SCORES';

/** How a tile's value comes about. */
export type SpatialMapMode = 'PER_TILE' | 'SLIDING_WINDOW';

/** How values are stored. */
export type SpatialDatatype = 'FP16' | 'FP32';

/** Numbers of many layers for each tile of a slide. Named by what went in; immutable. */
@Entity('spatial_map')
@Index('ix_spatial_map_slide', ['tenant', 'slideId', 'createdAt'])
@Check('ck_spatial_map_kind', `kind IN ('EXPRESSION', 'PATHWAY_SCORES')`)
@Check('ck_spatial_map_mode', `mode IN ('PER_TILE', 'SLIDING_WINDOW')`)
@Check(
  'ck_spatial_map_size',
  `layer_count >= 0 AND tile_count > 0 AND block_tiles > 0 AND valued_tile_count BETWEEN 0 AND tile_count
      AND values_bytes = (CASE datatype WHEN 'FP16' THEN 2 WHEN 'FP32' THEN 4 END) * layer_count::bigint * tile_count`,
)
export class SpatialMap {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_spatial_map' })
  tenant!: string;

  /** SHA-256 over version, members, features, rows, mode, window and datatype; for scores also over collection and settings. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_spatial_map' })
  digest!: string;

  @Column('text', { name: 'slide_id' })
  slideId!: string;

  @ManyToOne(() => Slide)
  @JoinColumn([
    { name: 'tenant', referencedColumnName: 'tenant', foreignKeyConstraintName: 'fk_spatial_map_slide' },
    { name: 'slide_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_spatial_map_slide' },
  ])
  readonly slide?: Slide;

  @Column('text', { name: 'model_ref' })
  modelRef!: string;

  @Column('text', { name: 'model_digest' })
  modelDigest!: string;

  @Column('text')
  kind!: SpatialMapKind;

  @Column('text')
  mode!: SpatialMapMode;

  /** See map-parameters.ts. */
  @Column('jsonb', { transformer: exactJson })
  parameters!: JsonObject;

  @Column('text')
  datatype!: SpatialDatatype;

  @Column('integer', { name: 'layer_count' })
  layerCount!: number;

  @Column('integer', { name: 'tile_count' })
  tileCount!: number;

  /** Tiles that have values; the others are NaN in every layer. */
  @Column('integer', { name: 'valued_tile_count' })
  valuedTileCount!: number;

  /** Tiles of a block of `valuesBlob`. */
  @Column('integer', { name: 'block_tiles' })
  blockTiles!: number;

  @Column('double precision', { name: 'tile_edge_px' })
  tileEdgePx!: number;

  /** The layers' names, each ended by LF. */
  @Column('text', { name: 'names_blob' })
  namesBlob!: string;

  /** Block after block of tiles, in each `[layers, tiles]`, little-endian: one layer, or a page of them, is one piece of each block. */
  @Column('text', { name: 'values_blob' })
  valuesBlob!: string;

  @Column('bigint', { name: 'values_bytes', transformer: safeInteger })
  valuesBytes!: number;

  /** `[tiles, 2]` int32: top left corners in level-0 pixels, column after column and downwards in each. */
  @Column('text', { name: 'coords_blob' })
  coordsBlob!: string;

  /** Of scores: a set as JSON a line, those with scores and then those passed over. */
  @Column('text', { name: 'report_blob', nullable: true })
  reportBlob!: string | null;

  /** Where the values come from: each member with what answered. */
  @Column('jsonb', { transformer: exactJson })
  provenance!: JsonObject;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt!: Date;
}

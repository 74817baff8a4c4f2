import type { MigrationInterface, QueryRunner } from 'typeorm';

// Numbers, names and places are blobs; the row says what they are.
const SPATIAL_MAP = `
  CREATE TABLE spatial_map (
    tenant text NOT NULL,
    digest text NOT NULL,
    slide_id text NOT NULL,
    model_ref text NOT NULL,
    model_digest text NOT NULL,
    kind text NOT NULL,
    mode text NOT NULL,
    parameters jsonb NOT NULL,
    datatype text NOT NULL,
    layer_count integer NOT NULL,
    tile_count integer NOT NULL,
    valued_tile_count integer NOT NULL,
    block_tiles integer NOT NULL,
    tile_edge_px double precision NOT NULL,
    names_blob text NOT NULL,
    values_blob text NOT NULL,
    values_bytes bigint NOT NULL,
    coords_blob text NOT NULL,
    report_blob text,
    provenance jsonb NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_spatial_map PRIMARY KEY (tenant, digest),
    CONSTRAINT fk_spatial_map_slide FOREIGN KEY (tenant, slide_id) REFERENCES slide (tenant, id),
    CONSTRAINT ck_spatial_map_kind CHECK (kind IN ('EXPRESSION', 'PATHWAY_SCORES')),
    CONSTRAINT ck_spatial_map_mode CHECK (mode IN ('PER_TILE', 'SLIDING_WINDOW')),
    CONSTRAINT ck_spatial_map_size CHECK (
      layer_count >= 0 AND tile_count > 0 AND block_tiles > 0 AND valued_tile_count BETWEEN 0 AND tile_count
      AND values_bytes = (CASE datatype WHEN 'FP16' THEN 2 WHEN 'FP32' THEN 4 END) * layer_count::bigint * tile_count))`;

const INDEX = 'CREATE INDEX ix_spatial_map_slide ON spatial_map (tenant, slide_id, created_at)';

/** Maps over slides: numbers of many genes or gene sets for each tile. */
export class CreateSpatialMaps1763820000000 implements MigrationInterface {
  readonly name = 'CreateSpatialMaps1763820000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SPATIAL_MAP, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE spatial_map');
  }
}

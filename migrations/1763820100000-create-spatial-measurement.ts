import type { MigrationInterface, QueryRunner } from 'typeorm';

const SPATIAL_MEASUREMENT = `
  CREATE TABLE spatial_measurement (
    tenant text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    slide_id text NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    licence text NOT NULL,
    value_kind text NOT NULL,
    unit text NOT NULL,
    spot_count integer NOT NULL,
    gene_count integer NOT NULL,
    entry_count integer NOT NULL,
    names_bytes integer NOT NULL,
    size_bytes bigint NOT NULL,
    median_depth double precision NOT NULL,
    spot_diameter_px double precision,
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_spatial_measurement PRIMARY KEY (tenant, id),
    CONSTRAINT uq_spatial_measurement_digest UNIQUE (tenant, digest),
    CONSTRAINT fk_spatial_measurement_slide FOREIGN KEY (tenant, slide_id) REFERENCES slide (tenant, id),
    CONSTRAINT ck_spatial_measurement_values CHECK (value_kind IN ('COUNTS', 'NORMALISED')),
    CONSTRAINT ck_spatial_measurement_size CHECK (spot_count > 0 AND gene_count > 0 AND entry_count >= 0 AND names_bytes > 0))`;

const INDEX = 'CREATE INDEX ix_spatial_measurement_slide ON spatial_measurement (tenant, slide_id, created_at)';

/** Expression that was measured in spots of slides. */
export class CreateSpatialMeasurement1763820100000 implements MigrationInterface {
  readonly name = 'CreateSpatialMeasurement1763820100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SPATIAL_MEASUREMENT, INDEX]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE spatial_measurement');
  }
}

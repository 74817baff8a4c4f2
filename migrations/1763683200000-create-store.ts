import type { MigrationInterface, QueryRunner } from 'typeorm';

// timestamptz(3): a Date holds milliseconds, and a list's cursor must find its row again.
const SLIDE = `
  CREATE TABLE slide (
    tenant text NOT NULL,
    id text NOT NULL,
    digest text NOT NULL,
    path text NOT NULL,
    name text,
    format text NOT NULL,
    width_px integer NOT NULL,
    height_px integer NOT NULL,
    mpp double precision,
    mpp_stated double precision,
    objective_power double precision,
    size_bytes bigint NOT NULL,
    levels jsonb NOT NULL,
    stain text,
    organ text,
    specimen text,
    preservation text,
    scanner text,
    site text,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_slide PRIMARY KEY (tenant, id),
    CONSTRAINT uq_slide_digest UNIQUE (tenant, digest))`;

const FEATURE_BAG = `
  CREATE TABLE feature_bag (
    tenant text NOT NULL,
    digest text NOT NULL,
    slide_id text NOT NULL,
    encoder_name text NOT NULL,
    encoder_version text NOT NULL,
    encoder_digest text NOT NULL,
    preprocessing_digest text NOT NULL,
    origin text NOT NULL,
    recipe jsonb NOT NULL,
    tile_count integer NOT NULL,
    dim integer NOT NULL,
    datatype text NOT NULL,
    coords_datatype text NOT NULL,
    coords_unit text NOT NULL,
    tile_edge_px double precision,
    mpp double precision,
    tile_size_px integer,
    features_blob text NOT NULL,
    coords_blob text NOT NULL,
    mean_embedding bytea NOT NULL,
    plan jsonb,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_feature_bag PRIMARY KEY (tenant, digest),
    CONSTRAINT fk_feature_bag_slide FOREIGN KEY (tenant, slide_id) REFERENCES slide (tenant, id),
    CONSTRAINT ck_feature_bag_origin CHECK (origin IN ('PREPARED', 'IMPORTED')),
    CONSTRAINT ck_feature_bag_size CHECK (tile_count > 0 AND dim > 0 AND octet_length(mean_embedding) = dim * 4))`;

const ANSWER = `
  CREATE TABLE answer (
    tenant text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL,
    slide_id text,
    model_ref text NOT NULL,
    model_digest text NOT NULL,
    input_digest text NOT NULL,
    parameters jsonb NOT NULL,
    outputs jsonb NOT NULL,
    arrays jsonb NOT NULL,
    provenance jsonb NOT NULL,
    created_at timestamptz(3) NOT NULL,
    CONSTRAINT pk_answer PRIMARY KEY (tenant, id))`;

const JOB = `
  CREATE TABLE job (
    id text NOT NULL,
    tenant text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    input jsonb,
    stage text,
    done integer NOT NULL,
    total integer,
    result jsonb,
    error jsonb,
    cancel_requested boolean NOT NULL,
    attempts integer NOT NULL,
    worker text,
    lease_until timestamptz(3),
    created_by text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    started_at timestamptz(3),
    finished_at timestamptz(3),
    CONSTRAINT pk_job PRIMARY KEY (id),
    CONSTRAINT ck_job_state CHECK (state IN ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    CONSTRAINT ck_job_lease CHECK ((state = 'RUNNING') = (worker IS NOT NULL AND lease_until IS NOT NULL)),
    CONSTRAINT ck_job_finished CHECK ((state IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)))`;

const AUDIT_RECORD = `
  CREATE TABLE audit_record (
    seq bigint NOT NULL,
    tenant text NOT NULL,
    caller text NOT NULL,
    operation text NOT NULL,
    kind text NOT NULL,
    models jsonb NOT NULL,
    outcome text NOT NULL,
    request_id text NOT NULL,
    at timestamptz(3) NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_audit_record PRIMARY KEY (seq),
    CONSTRAINT uq_audit_record_hash UNIQUE (hash))`;

const INDEXES = [
  'CREATE INDEX ix_slide_created ON slide (tenant, created_at, id)',
  'CREATE INDEX ix_feature_bag_slide ON feature_bag (tenant, slide_id)',
  'CREATE INDEX ix_answer_slide ON answer (tenant, slide_id, created_at)',
  'CREATE INDEX ix_answer_model ON answer (tenant, model_digest, created_at)',
  'CREATE INDEX ix_job_created ON job (tenant, created_at, id)',
  // Only work that is left: finished jobs stay, and the queue's index stays small.
  "CREATE INDEX ix_job_open ON job (created_at, id) WHERE state IN ('QUEUED', 'RUNNING')",
  'CREATE INDEX ix_audit_record_tenant ON audit_record (tenant, seq)',
  'CREATE INDEX ix_audit_record_request ON audit_record (request_id)',
];

const TABLES = ['audit_record', 'job', 'answer', 'feature_bag', 'slide'];

/** The first tables, and pgvector. */
export class CreateStore1763683200000 implements MigrationInterface {
  readonly name = 'CreateStore1763683200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS vector');
    for (const table of [SLIDE, FEATURE_BAG, ANSWER, JOB, AUDIT_RECORD]) await runner.query(table);
    for (const index of INDEXES) await runner.query(index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}

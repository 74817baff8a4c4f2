import pg from 'pg';
import type { DataSourceOptions, MigrationInterface } from 'typeorm';

/** What both kinds of store are opened with. */
export interface StoreOptions {
  /** Entity classes. */
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Takes one line for the operator. */
  readonly log: (line: string) => void;
}

/** TypeORM's options over a pool that this room has configured; TypeORM's own connection options are not used. */
export function dataSourceOptions(options: StoreOptions, createPool: () => pg.Pool): DataSourceOptions {
  class Pool {
    constructor() {
      return createPool();
    }
  }
  return {
    type: 'postgres',
    driver: { Pool, types: pg.types },
    installExtensions: false,
    // The other choice writes uuid_generate_v4(), which needs an extension.
    uuidExtension: 'pgcrypto',
    synchronize: false,
    logging: false,
    entities: [...options.entities],
    migrations: [...options.migrations],
    migrationsTransactionMode: 'each',
  };
}

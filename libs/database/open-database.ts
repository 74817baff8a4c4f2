import type { Database } from './database.js';
import { openEmbedded, type EmbeddedOptions } from './embedded.js';
import { openPostgres, type PostgresOptions } from './postgres.js';

export type { EmbeddedOptions } from './embedded.js';
export type { PostgresOptions } from './postgres.js';

/**
 * Opens the embedded PostgreSQL in a data directory, or connects to a PostgreSQL server; runs the migrations that are missing.
 *
 * @throws StoreLocked, StoreLockedElsewhere when another process has the data directory
 * @throws StoreDamaged when the files of the data directory cannot be opened
 * @throws InvalidConfig when the server has no pgvector
 * @throws StoreUnavailable when the server cannot be reached
 */
export async function openDatabase(options: EmbeddedOptions | PostgresOptions): Promise<Database> {
  const database = options.kind === 'embedded' ? await openEmbedded(options) : await openPostgres(options);
  options.log(database.promise);
  return database;
}

import { InvalidConfig } from '#libs/errors';
import pg from 'pg';
import { dataSourceOptions, type StoreOptions } from './data-source-options.js';
import type { Database } from './database.js';
import { redactUrl } from './redact-url.js';
import { StoreDataSource } from './store-data-source.js';
import { codeOf, translateStoreError } from './translate-store-error.js';

/** A PostgreSQL server with pgvector. */
export interface PostgresOptions extends StoreOptions {
  readonly kind: 'postgres';
  /** `postgres://user:password@host:port/database`, with libpq's parameters. Never logged. */
  readonly url: string;
  /** Connections of this process, 10 when not given. */
  readonly poolSize?: number;
}

const CONNECT_MS = 5_000;
const STATEMENT_MS = 30_000;
const MIGRATION_WAIT_MS = 120_000;
// Any number that no other program uses in this database: 'tsra' as ASCII.
const MIGRATION_LOCK = 0x74737261;

export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const dataSource = new StoreDataSource(
    dataSourceOptions(options, () => serverPool(options)),
    endConnection,
  );
  const close = async (): Promise<void> => {
    if (dataSource.isInitialized) await dataSource.destroy();
  };
  try {
    const durability = await whileAlone(options, async (client) => {
      await requireVector(client);
      await dataSource.initialize();
      await dataSource.runMigrations();
      return describeDurability(client);
    });
    const promise = `PostgreSQL at ${redactUrl(options.url)}: an acknowledged write is as durable as that server makes it (${durability}).`;
    return { kind: 'postgres', dataSource, promise, close };
  } catch (error) {
    await close();
    throw translateStoreError(error);
  }
}

function serverPool(options: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // A little more than the server's own limit: it ends the wait when the server has vanished without a word.
    query_timeout: STATEMENT_MS + 2_000,
    keepAlive: true,
    application_name: 'tessera',
  });
  // A connection may be lost while nobody listens: between a statement's failure and its removal, for one. That must not end the
  // process; whoever uses the connection next meets the fault as an error of their own.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  return pool;
}

/** Several gateways start at once: one migrates, the others wait and find nothing to do. */
async function whileAlone<T>(options: PostgresOptions, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: options.url,
    connectionTimeoutMillis: CONNECT_MS,
    lock_timeout: MIGRATION_WAIT_MS,
    application_name: 'tessera migrations',
  });
  // Without a listener a connection lost between two statements would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    // Held by the session: it is free again as soon as this connection ends, however it ends.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

async function requireVector(client: pg.Client): Promise<void> {
  const setting = 'TESSERA_DATABASE_URL';
  const { rows } = await client.query<{ installed: boolean; available: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'vector') AS installed,
            EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') AS available`,
  );
  const [state] = rows;
  if (state?.installed) return;
  if (!state?.available) {
    throw new InvalidConfig(
      setting,
      'names a PostgreSQL server without pgvector: install it there (Debian and Ubuntu: the package postgresql-<major>-pgvector of apt.postgresql.org; or use an image that carries it), then start again',
    );
  }
  try {
    await client.query('CREATE EXTENSION vector');
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    throw new InvalidConfig(
      setting,
      'names a role that may not create extensions: let a superuser run `CREATE EXTENSION vector` once in this database, then start again',
    );
  }
}

async function describeDurability(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string; commit: string; fsync: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('synchronous_commit') AS commit,
            current_setting('fsync') AS fsync`,
  );
  const [found] = rows;
  return `version ${found?.version}, synchronous_commit ${found?.commit}, fsync ${found?.fsync}`;
}

/**
 * After a failover a pooled connection may lead to a server that is read-only now. It is ended, not kept: the pool opens the next one
 * to whoever is the primary then.
 */
function endConnection(connection: unknown): void {
  if (connection instanceof pg.Client) connection.end().catch(() => {});
}

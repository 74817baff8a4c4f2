import { StoreDamaged } from '#libs/errors';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { dataSourceOptions, type StoreOptions } from './data-source-options.js';
import { diskReserve } from './disk-reserve.js';
import { lockDirectory } from './directory-lock.js';
import type { Database } from './database.js';
import { EmbeddedServer } from './embedded-server.js';
import { EmbeddedSocket } from './embedded-socket.js';
import { prepareInserts } from './prepared-inserts.js';
import { StoreDataSource } from './store-data-source.js';

/** PostgreSQL in a thread of this process (PGlite), its files in `<dataDir>/database`. */
export interface EmbeddedOptions extends StoreOptions {
  readonly kind: 'embedded';
  readonly dataDir: string;
  /** Free space on the disk below which writes are refused (StoreReadOnly), 64 MiB when not given. */
  readonly reserveBytes?: number;
}

// 16 MB instead of 128: the file system's cache does the rest, and the process stays 120 MB smaller.
const START_PARAMS = ['-c', 'shared_buffers=16MB'];

// Four segments of the write-ahead log.
const RESERVE_BYTES = 64 * 1024 * 1024;
const STATEMENT_MS = 60_000;

export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const dataDir = resolve(options.dataDir);
  const lock = lockDirectory(dataDir);
  try {
    const server = await openFiles(dataDir, options.log);
    const dataSource = new StoreDataSource(
      dataSourceOptions(options, () => onePool(server)),
      () => {},
      diskReserve(dataDir, options.reserveBytes ?? RESERVE_BYTES),
    );
    const close = async (): Promise<void> => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await server.close();
      lock.release();
    };
    await migrate(dataSource, close);
    const promise = `Embedded database in ${dataDir}: an acknowledged write survives the loss of this process, not the loss of power. Use PostgreSQL (TESSERA_DATABASE_URL) where that matters.`;
    return { kind: 'embedded', dataSource, promise, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openFiles(dataDir: string, log: (line: string) => void): Promise<EmbeddedServer> {
  const files = join(dataDir, 'database');
  if (!existsSync(files)) await createFiles(files, log);
  try {
    return await EmbeddedServer.open({ files, startParams: START_PARAMS });
  } catch (cause) {
    throw new StoreDamaged(
      `the embedded database in ${files} cannot be opened. To start empty instead, move that folder away`,
      { cause },
    );
  }
}

/** Under another name until it is whole: a process killed on the way leaves nothing that looks like a database. */
async function createFiles(files: string, log: (line: string) => void): Promise<void> {
  log('Creating the embedded database (first start, some seconds) ...');
  const draft = `${files}.creating`;
  await rm(draft, { recursive: true, force: true });
  const server = await EmbeddedServer.open({ files: draft, startParams: START_PARAMS });
  await server.close();
  await rename(draft, files);
}

/** PGlite has one connection. Whoever waits for it longer than this has most likely asked twice, inside a transaction. */
function onePool(server: EmbeddedServer): pg.Pool {
  const pool = new pg.Pool({
    stream: () => new EmbeddedSocket(server),
    user: 'postgres',
    database: 'postgres',
    // Set in the environment they would mean another server.
    password: '',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 10_000,
    query_timeout: STATEMENT_MS,
  });
  // As for a server: a fault that comes while nobody listens must not end the process.
  pool.on('connect', (client) => prepareInserts(client.on('error', () => {})));
  pool.on('error', () => {});
  return pool;
}

async function migrate(dataSource: StoreDataSource, close: () => Promise<void>): Promise<void> {
  try {
    await dataSource.initialize();
    await dataSource.runMigrations();
  } catch (error) {
    await close();
    throw error;
  }
}

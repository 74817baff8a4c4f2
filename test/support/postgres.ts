import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPostgres } from './postgres-server.js';

/** Where the tests' PostgreSQL is, or why there is none. */
export type TestPostgres = { readonly url: string } | { readonly skip: string };

const URL_VARIABLE = 'TESSERA_TEST_DATABASE_URL';
const SKIP_VARIABLE = 'TESSERA_TEST_DATABASE_SKIP';

let started: Promise<TestPostgres> | undefined;
let stopStarted: () => Promise<void> = async () => {};

/**
 * The PostgreSQL 18 with pgvector of this test run: TESSERA_TEST_DATABASE_URL when it is set (by a developer, or by the global set-up
 * of the test project), else one that this process starts. It keeps running until `stopPostgresForTests`, or until the process ends.
 *
 * @throws Error when it cannot be installed or started and CI is set; elsewhere the reason to skip is returned, and printed
 */
export async function postgresForTests(): Promise<TestPostgres> {
  const url = process.env[URL_VARIABLE];
  if (url) return { url };
  const skip = process.env[SKIP_VARIABLE];
  if (skip) return { skip };
  started ??= startOrSkip();
  return started;
}

export async function stopPostgresForTests(): Promise<void> {
  await stopStarted();
}

/** Tells the test processes that are started from now on what was found here. */
export function shareWithTests(postgres: TestPostgres): void {
  if ('url' in postgres) process.env[URL_VARIABLE] = postgres.url;
  else process.env[SKIP_VARIABLE] = postgres.skip;
}

/** A database of one test. */
export interface TestDatabase {
  readonly url: string;
  /** Ends whatever is still connected to it. */
  drop(): Promise<void>;
}

/** A new database on the server, empty, or a copy of another to which nobody is connected. */
export async function createTestDatabase(serverUrl: string, template = 'template1'): Promise<TestDatabase> {
  const name = `tessera_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const drop = (): Promise<void> => administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  return { url: urlOf(serverUrl, name), drop };
}

export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

export async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end().catch(() => {});
  }
}

async function startOrSkip(): Promise<TestPostgres> {
  try {
    const server = await startPostgres();
    stopStarted = server.stop;
    return { url: server.url };
  } catch (error) {
    if (process.env['CI']) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const skip = `PostgreSQL could not be started (${reason.split('\n')[0]})`;
    console.warn(`\n*** ${skip}: every test that needs it is SKIPPED. Set ${URL_VARIABLE} to use your own. ***\n`);
    return { skip };
  }
}

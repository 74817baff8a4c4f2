import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openDatabase } from '#libs/database';
import { migrations } from '#migrations';
import { administer, createTestDatabase, postgresForTests, type TestDatabase } from './postgres.js';

const FOLDER_VARIABLE = 'TESSERA_TEST_STORE_TEMPLATE';

/** Names a folder in which the test processes that are started from now on find, or make, the template. @returns takes it away */
export async function shareTemplate(): Promise<() => Promise<void>> {
  if (process.env[FOLDER_VARIABLE]) return async () => {};
  const folder = await mkdtemp(join(tmpdir(), 'tessera-template-'));
  process.env[FOLDER_VARIABLE] = folder;
  return async () => {
    await dropDatabaseTemplate(folder);
    await rm(folder, { recursive: true, force: true });
  };
}

/** What the processes of one test run share; undefined where a test was started alone. */
export function sharedFolder(): string | undefined {
  return process.env[FOLDER_VARIABLE];
}

/**
 * Puts an embedded store with its tables, and nothing in them, into a data directory. Making one keeps a core busy for some seconds;
 * a test run does it once and copies the files. Without a test run's folder the directory stays empty, and whoever opens it makes one.
 */
export async function copyTemplate(dataDir: string): Promise<void> {
  const folder = sharedFolder();
  if (!folder) return;
  const template = join(folder, 'store');
  if (!existsSync(template)) await makeTemplate(folder, template);
  await cp(join(template, 'database'), join(dataDir, 'database'), { recursive: true });
}

async function makeTemplate(folder: string, template: string): Promise<void> {
  const dataDir = await mkdtemp(join(folder, 'making-'));
  const { close } = await openDatabase({ kind: 'embedded', dataDir, entities: [], migrations, log: () => {} });
  await close();
  // Another process may have been faster: its files are as good.
  await rename(dataDir, template).catch(async (error: unknown) => {
    if (!existsSync(template)) throw error;
    await rm(dataDir, { recursive: true });
  });
}

/** As `copyTemplate`, on a server: a database with its tables and nothing in them. */
export async function createFilledDatabase(serverUrl: string): Promise<TestDatabase> {
  const folder = sharedFolder();
  return folder
    ? createTestDatabase(serverUrl, await databaseTemplate(serverUrl, folder))
    : createTestDatabase(serverUrl);
}

let template: Promise<string> | undefined;

/** Of this test run, by its folder's name. The first process that needs it makes it, under another name until it is whole. */
function databaseTemplate(serverUrl: string, folder: string): Promise<string> {
  template ??= makeDatabaseTemplate(serverUrl, databaseName(folder));
  return template;
}

async function makeDatabaseTemplate(serverUrl: string, name: string): Promise<string> {
  const draft = await createTestDatabase(serverUrl);
  const { close } = await openDatabase({
    kind: 'postgres',
    url: draft.url,
    poolSize: 1,
    entities: [],
    migrations,
    log: () => {},
  });
  await close();
  const { pathname } = new URL(draft.url);
  // Another process may have been faster: its tables are as good.
  await administer(serverUrl, `ALTER DATABASE ${pathname.slice(1)} RENAME TO ${name}`).catch(draft.drop);
  return name;
}

function databaseName(folder: string): string {
  return basename(folder).toLowerCase().replace(/\W/g, '_');
}

async function dropDatabaseTemplate(folder: string): Promise<void> {
  const postgres = await postgresForTests();
  if ('url' in postgres) await administer(postgres.url, `DROP DATABASE IF EXISTS ${databaseName(folder)}`);
}

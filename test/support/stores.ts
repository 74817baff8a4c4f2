import { openDatabase, type Database } from '#libs/database';
import { migrations } from '#migrations';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, postgresForTests, type TestDatabase } from './postgres.js';
import { storeEntities } from './store-entities.js';
import { copyTemplate, createFilledDatabase } from './store-template.js';

/** A store of one test file: nothing is in it at first, opened as often as the test likes, removed at the end. */
export interface TestStore {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  open(log?: (line: string) => void): Promise<Database>;
  remove(): Promise<void>;
}

export interface StoreKind {
  readonly kind: 'embedded' | 'postgres';
  /** Why tests on this kind cannot run here. */
  readonly skip: string | undefined;
  /** With its tables, and nothing in them. */
  create(): Promise<TestStore>;
  /** Without tables: the first `open` makes them. The embedded store takes some seconds for that. */
  createEmpty(): Promise<TestStore>;
}

const postgres = await postgresForTests();

/** Both kinds of store, for `describe.each`. */
export const storeKinds: readonly StoreKind[] = [
  { kind: 'embedded', skip: undefined, create: createFilled, createEmpty: createEmbedded },
  {
    kind: 'postgres',
    skip: 'skip' in postgres ? postgres.skip : undefined,
    create: () => createPostgres(createFilledDatabase),
    createEmpty: () => createPostgres(createTestDatabase),
  },
];

async function createFilled(): Promise<TestStore> {
  const store = await createEmbedded();
  await copyTemplate(store.dataDir);
  return store;
}

async function createEmbedded(): Promise<TestStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tessera-store-'));
  return {
    dataDir,
    databaseUrl: undefined,
    open: (log = () => {}) => openDatabase({ kind: 'embedded', dataDir, entities: storeEntities, migrations, log }),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function createPostgres(createDatabase: (serverUrl: string) => Promise<TestDatabase>): Promise<TestStore> {
  if ('skip' in postgres) throw new Error(postgres.skip);
  const dataDir = await mkdtemp(join(tmpdir(), 'tessera-store-'));
  const { url, drop } = await createDatabase(postgres.url);
  return {
    dataDir,
    databaseUrl: url,
    open: (log = () => {}) =>
      openDatabase({ kind: 'postgres', url, poolSize: 5, entities: storeEntities, migrations, log }),
    remove: async () => {
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TesseraClient } from '#libs/client';
import { openDatabase, type Database } from '#libs/database';
import { migrations } from '#migrations';
import { startServer } from '../model-server/start-server.js';
import { GatewayBench, projectRoot, type RunningGateway } from './gateway-process.js';
import { createTestDatabase } from './postgres.js';
import { startRedis } from './redis-server.js';
import { storeEntities } from './store-entities.js';

const PLACED = ['demo-dense-focus/1', 'demo-dense-focus/2', 'demo-lite0/1'];

/** What the key `notebook` may ask for, in one window that outlasts the test. */
export const NOTEBOOK_REQUESTS = 60;
const WINDOW_SECONDS = 60;

/** Roles of the keys: a key is `<name>-key`, and all are of one tenant. */
const KEYS = { app: ['OPERATOR'], registrar: ['ADMINISTRATOR'], notebook: ['READER'] } as const;
export type KeyName = keyof typeof KEYS;

/** Two gateways and two workers on one PostgreSQL, one Redis, one folder of blobs and one model server. */
export interface Fleet {
  readonly gateways: readonly [RunningGateway, RunningGateway];
  readonly workers: readonly [RunningGateway, RunningGateway];
  /** Where slides may lie. */
  readonly slides: string;
  /** The shared folder of blobs. */
  readonly blobs: string;
  /** The database, for looking at. */
  readonly store: Database;
  close(): Promise<void>;
}

/** Starts everything, the four processes at the same moment on an empty database. */
export async function startFleet(postgresUrl: string): Promise<Fleet> {
  const bench = new GatewayBench();
  const closing: (() => Promise<unknown>)[] = [() => bench.close()];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0)) await step();
  };
  try {
    const [folder, slides] = await Promise.all([bench.folder(), bench.folder()]);
    const [database, redis, models] = await Promise.all([
      createTestDatabase(postgresUrl),
      startRedis(),
      startServer('--models', join(projectRoot, 'model-registry/models')),
    ]);
    closing.push(
      () => database.drop(),
      () => redis.stop(),
      () => models.stop(),
    );
    const start = async (role: 'api' | 'worker', name: string): Promise<RunningGateway> =>
      bench.start({
        TESSERA_ROLE: role,
        TESSERA_CONFIG: await writeConfig(folder, models.url),
        TESSERA_DATABASE_URL: database.url,
        TESSERA_DATA_DIR: join(folder, name),
        TESSERA_BLOB_URL: pathToFileURL(join(folder, 'blobs')).href,
        TESSERA_SLIDE_ROOTS: slides,
        TESSERA_REDIS_URL: redis.url,
        TESSERA_MODEL_SERVER: 'none',
        TESSERA_LIMIT_JOB_LEASE_MS: '3000',
      });
    const [a, b, c, d] = await Promise.all([
      start('api', 'api-1'),
      start('api', 'api-2'),
      start('worker', 'worker-1'),
      start('worker', 'worker-2'),
    ]);
    const store = await look(database.url);
    closing.unshift(() => store.close());
    return { gateways: [a, b], workers: [c, d], slides, blobs: join(folder, 'blobs'), store, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A client of one gateway with one of the keys. */
export function clientOf({ url }: RunningGateway, key: KeyName): TesseraClient {
  return new TesseraClient({ url, apiKey: `${key}-key` });
}

async function writeConfig(folder: string, url: string): Promise<string> {
  const placements = PLACED.map((ref) => {
    const [name, version] = ref.split('/');
    return { model: `local:${ref}`, as: { name, version } };
  });
  const apiKeys = Object.entries(KEYS).map(([id, roles]) => ({
    ...{ id, tenant: 'hospital', roles, sha256: createHash('sha256').update(`${id}-key`).digest('hex') },
    ...(id === 'notebook'
      ? { limits: { requestsPerSecond: NOTEBOOK_REQUESTS / WINDOW_SECONDS, burstSeconds: WINDOW_SECONDS } }
      : {}),
  }));
  const file = join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ modelServers: [{ id: 'rack', url, placements }], access: { apiKeys } }));
  return file;
}

function look(url: string): Promise<Database> {
  return openDatabase({ kind: 'postgres', url, entities: storeEntities, migrations, log: () => undefined });
}

import { openDatabase, type Database } from '#libs/database';
import { InvalidConfig, StoreDamaged, StoreLocked, StoreUnavailable } from '#libs/errors';
import { migrations } from '#migrations';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Slide, SlideCatalog } from '#gateway/slide-catalog';
import { exampleSlide } from '#test/examples';
import { administer } from '#test/postgres';
import { startPostgres, type PostgresServer } from '#test/postgres-server';
import { storeEntities } from '#test/store-entities';
import { storeKinds, type TestStore } from '#test/stores';

describe.each(storeKinds)('the $kind store', ({ kind, skip, createEmpty }) => {
  describe.skipIf(skip)('opened', () => {
    let store: TestStore;
    const lines: string[] = [];
    let database: Database;

    beforeAll(async () => {
      store = await createEmpty();
      database = await store.open((line) => lines.push(line));
    });

    afterAll(async () => {
      await database.close();
      await store.remove();
    });

    it('says in one line which promise holds', () => {
      const promise = kind === 'embedded' ? 'not the loss of power' : 'fsync on';
      expect(lines.filter((line) => line.includes(promise))).toEqual([database.promise]);
    });

    it('has exactly the tables that the entities describe', async () => {
      const drift = await database.dataSource.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
    });

    it('would notice a table that differs', async () => {
      await database.dataSource.query('ALTER TABLE slide ADD COLUMN stray text');
      const drift = await database.dataSource.driver.createSchemaBuilder().log();
      await database.dataSource.query('ALTER TABLE slide DROP COLUMN stray');
      expect(drift.upQueries.map(({ query }) => query)).toEqual([expect.stringContaining('stray')]);
    });

    it('has pgvector', async () => {
      const [row] = await database.dataSource.query<{ d: number }[]>(`SELECT '[1,2,2]'::vector <-> '[0,0,0]' AS d`);
      expect(row?.d).toBe(3);
    });

    it('undoes a transaction that fails, while another one that ran beside it stays', async () => {
      const catalog = new SlideCatalog(database.dataSource);
      const failing = database.dataSource.transaction(async (manager) => {
        await manager.insert(Slide, { ...exampleSlide('undone'), tenant: 'tx', id: 'sld_x', createdAt: new Date() });
        throw new Error('on purpose');
      });
      const [undone, kept] = await Promise.allSettled([failing, catalog.add('tx', exampleSlide('kept'))]);
      expect([undone.status, kept.status]).toEqual(['rejected', 'fulfilled']);
      expect(await catalog.count('tx')).toBe(1);
    });
  });

  describe.skipIf(skip)('opened again', () => {
    it('runs no migration twice and keeps what was written', async () => {
      const store = await createEmpty();
      const first = await store.open();
      await new SlideCatalog(first.dataSource).add('t', exampleSlide('a'));
      await first.close();
      await first.close();
      const second = await store.open();
      expect(await second.dataSource.runMigrations()).toEqual([]);
      expect(await new SlideCatalog(second.dataSource).count('t')).toBe(1);
      const applied = await second.dataSource.query<unknown[]>('SELECT * FROM migrations');
      expect(applied).toHaveLength(migrations.length);
      await second.close();
      await store.remove();
    });
  });
});

describe('the embedded store', () => {
  let store: TestStore;

  beforeAll(async () => {
    store = await (storeKinds[0]?.create() ?? Promise.reject(new Error('no embedded store')));
    await (await store.open()).close();
  });

  afterAll(() => store.remove());

  it('refuses a second opening while the first one holds the directory, and allows it afterwards', async () => {
    const first = await store.open();
    await expect(store.open()).rejects.toBeInstanceOf(StoreLocked);
    await first.close();
    await (await store.open()).close();
  });

  it('reports one flipped bit in a page of a table, and serves nothing of it', async () => {
    const before = await store.open();
    const catalog = new SlideCatalog(before.dataSource);
    await catalog.add('flip', exampleSlide('flip'));
    const [row] = await before.dataSource.query<{ file: string }[]>(`SELECT pg_relation_filepath('slide') AS file`);
    await before.dataSource.query('CHECKPOINT');
    await before.close();
    const file = join(store.dataDir, 'database', row?.file ?? '');
    const good = await readFile(file);
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(8000) ^ 1, 8000);
    await writeFile(file, bad);
    const after = await store.open();
    await expect(new SlideCatalog(after.dataSource).page('flip', { first: 10 })).rejects.toBeInstanceOf(StoreDamaged);
    await after.close();
    await writeFile(file, good);
    const healed = await store.open();
    expect(await new SlideCatalog(healed.dataSource).count('flip')).toBe(1);
    await healed.close();
  });

  it('refuses a directory whose control file is gone: it names the directory and gives the lock back', async () => {
    const control = join(store.dataDir, 'database', 'global', 'pg_control');
    const bytes = await readFile(control);
    await writeFile(control, bytes.subarray(0, 100));
    const error: unknown = await store.open().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StoreDamaged);
    expect(String(error)).toContain(store.dataDir);
    await writeFile(control, bytes);
    await (await store.open()).close();
  });

  it('on a disk that is nearly full refuses to write, reads on, and leaves no transaction open', async () => {
    const shared = {
      kind: 'embedded',
      dataDir: store.dataDir,
      entities: storeEntities,
      migrations,
      log: () => {},
    } as const;
    const database = await openDatabase({ ...shared, reserveBytes: Number.MAX_SAFE_INTEGER });
    const catalog = new SlideCatalog(database.dataSource);
    await expect(catalog.add('full', exampleSlide('full'))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    expect(await catalog.count('full')).toBe(0);
    await database.close();
  });

  it('does not take a half-made database for a whole one', async () => {
    const fresh = await (storeKinds[0]?.createEmpty() ?? Promise.reject(new Error('no embedded store')));
    await writeFile(join(fresh.dataDir, 'database.creating'), 'left by a killed process');
    const database = await fresh.open();
    expect(await new SlideCatalog(database.dataSource).count('t')).toBe(0);
    expect(await readdir(fresh.dataDir)).not.toContain('database.creating');
    await database.close();
    await fresh.remove();
  });
});

const END_OTHERS =
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";

/** Whether it has settled by now; waits some milliseconds, so that a loop over it does not spin. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), sleep(5).then(() => false)]);
}

describe.skipIf(storeKinds[1]?.skip)('a PostgreSQL server', () => {
  let server: PostgresServer;
  const open = (url: string): Promise<Database> =>
    openDatabase({ kind: 'postgres', url, entities: storeEntities, migrations, log: () => {} });

  beforeAll(async () => {
    server = await startPostgres();
  });

  afterAll(() => server.stop());

  it('is migrated once when six gateways start at the same time', async () => {
    await administer(server.url, 'CREATE DATABASE several');
    const url = server.url.replace(/postgres$/, 'several');
    const databases = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    const [first] = databases;
    const applied = await first?.dataSource.query<unknown[]>('SELECT * FROM migrations');
    expect(applied).toHaveLength(migrations.length);
    await Promise.all(databases.map((database) => database.close()));
  });

  it('may be restarted: STORE_UNAVAILABLE meanwhile, and no acknowledged write is lost', async () => {
    const database = await open(server.url);
    const catalog = new SlideCatalog(database.dataSource);
    await catalog.add('restart', exampleSlide('before'));
    const restarted = server.restart();
    const during: PromiseSettledResult<Slide>[] = [];
    for (let i = 0; i < 2_000 && !(await isSettled(restarted)); i += 1) {
      during.push(...(await Promise.allSettled([catalog.add('restart', exampleSlide(`during ${i}`))])));
    }
    await restarted;
    await expect.poll(() => catalog.add('restart', exampleSlide('after')), { timeout: 10_000 }).toBeTruthy();
    const refused = during.filter((result) => result.status === 'rejected');
    for (const { reason } of refused) expect(reason).toBeInstanceOf(StoreUnavailable);
    expect(refused.length).toBeGreaterThan(0);
    expect(await catalog.count('restart')).toBe(2 + during.length - refused.length);
    await database.close();
  });

  it('may turn read-only: STORE_READ_ONLY, reads go on, and writes work again without a restart of the gateway', async () => {
    const database = await open(server.url);
    const catalog = new SlideCatalog(database.dataSource);
    await catalog.add('readonly', exampleSlide('before'));
    await administer(server.url, 'ALTER DATABASE postgres SET default_transaction_read_only = on');
    // What a failover does to the gateway's connections: they end, and the next ones lead to a read-only server.
    await administer(server.url, END_OTHERS);
    await sleep(200);
    await expect(catalog.add('readonly', exampleSlide('refused'))).rejects.toMatchObject({ code: 'STORE_READ_ONLY' });
    expect(await catalog.count('readonly')).toBe(1);
    await administer(
      server.url,
      'SET default_transaction_read_only = off',
      'ALTER DATABASE postgres RESET default_transaction_read_only',
    );
    await expect.poll(() => catalog.add('readonly', exampleSlide('after')), { timeout: 10_000 }).toBeTruthy();
    await database.close();
  });

  it('that is not there is STORE_UNAVAILABLE, and the password is in no message', async () => {
    const error: unknown = await open('postgres://postgres:ZZPHI-secret@127.0.0.1:1/postgres').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(StoreUnavailable);
    expect(String(error)).not.toContain('ZZPHI');
  });

  it('without the right to create the extension is refused with the statement to run', async () => {
    await administer(server.url, 'CREATE ROLE plain LOGIN');
    await administer(server.url, 'CREATE DATABASE owned OWNER plain');
    const url = new URL(server.url.replace(/postgres$/, 'owned'));
    url.username = 'plain';
    const error: unknown = await open(url.href).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InvalidConfig);
    expect(String(error)).toContain('CREATE EXTENSION vector');
  });

  it('without pgvector is refused with what to install', async () => {
    const plain = await startPostgres({ withoutVector: true });
    const error: unknown = await open(plain.url).catch((e: unknown) => e);
    await plain.stop();
    expect(error).toBeInstanceOf(InvalidConfig);
    expect(String(error)).toMatch(/TESSERA_DATABASE_URL.*pgvector/);
  });
});

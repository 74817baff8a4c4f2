import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedServer, EmbeddedServerGone } from './embedded-server.js';
import { EmbeddedSocket } from './embedded-socket.js';

let folder: string;
let server: EmbeddedServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tessera-embedded-'));
  server = await EmbeddedServer.open({ files: join(folder, 'database'), startParams: [] });
}, 60_000);

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function connected(to: EmbeddedServer = server): Promise<pg.Client> {
  const client = new pg.Client({ stream: () => new EmbeddedSocket(to), user: 'postgres', password: '', ssl: false });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('the embedded server in its thread', () => {
  it('answers node-postgres: rows, parameters, errors with their codes', async () => {
    const client = await connected();
    await client.query('CREATE TABLE t (a int PRIMARY KEY, b text)');
    await client.query('INSERT INTO t VALUES ($1, $2), ($3, $4)', [1, 'one', 2, 'zwö']);
    await expect(client.query('INSERT INTO t VALUES ($1, $2)', [1, 'again'])).rejects.toMatchObject({ code: '23505' });
    expect((await client.query('SELECT a, b FROM t ORDER BY a')).rows).toEqual([
      { a: 1, b: 'one' },
      { a: 2, b: 'zwö' },
    ]);
    await client.end();
  });

  it('leaves the event loop free while a statement runs', async () => {
    const client = await connected();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    await client.query('SELECT count(*) FROM generate_series(1, 3000000)');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(10);
    await client.end();
  });

  it('undoes what a connection left open that went away', async () => {
    const client = await connected();
    await client.query('BEGIN');
    await client.query("INSERT INTO t VALUES (99, 'not to stay')");
    await client.end();
    const next = await connected();
    expect((await next.query('SELECT 1 FROM t WHERE a = 99')).rows).toEqual([]);
    // Outside of a transaction, or this would be refused.
    await next.query('VACUUM t');
    await next.end();
  });

  it('refuses at once when it is closed, and closing again does nothing', async () => {
    const own = await EmbeddedServer.open({ files: join(folder, 'other'), startParams: [] });
    const client = await connected(own);
    await Promise.all([own.close(), own.close()]);
    await own.close();
    await expect(client.query('SELECT 1')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(own.send(new Uint8Array(1))).rejects.toBeInstanceOf(EmbeddedServerGone);
  });
});

import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '#libs/errors';
import { AuditLog } from './audit-log.js';
import { EMPTY_CHAIN, hashEntry, type AuditEntry } from './chain.js';
import { MemoryAuditSink } from './memory-audit-sink.js';
import { PostgresAuditSink, type SqlSource } from './postgres-audit-sink.js';

const entry = (requestId: string): Omit<AuditEntry, 'at'> => ({
  tenant: 'a',
  caller: 'lab',
  operation: 'slide viewer',
  kind: 'query',
  models: [{ ref: 'local:demo/1', digest: 'd'.repeat(64) }],
  outcome: 'OK',
  requestId,
});

describe('a row’s hash', () => {
  it('is SHA-256 over the previous hash and the row in a fixed order of keys', () => {
    // printf '%064d\n{"at":...}' 0 | sha256sum
    const row = { ...entry('r'), models: [], at: '2026-01-01T00:00:00.000Z' };
    expect(hashEntry(1, EMPTY_CHAIN.hash, row)).toBe(
      'cffc80f6bd33de50e962bffd980eda7ab60523fbbd485a59b2f73bd9e07a5104',
    );
  });
});

describe('the log', () => {
  it('writes what comes in one tick as one batch', async () => {
    const sink = new MemoryAuditSink();
    const batches: number[] = [];
    const log = new AuditLog({
      append: (entries) => (batches.push(entries.length), sink.append(entries)),
      read: (after, limit) => sink.read(after, limit),
    });
    await Promise.all(Array.from({ length: 450 }, (_, i) => log.record(entry(`r${i}`))));
    expect(batches).toEqual([200, 200, 50]);
    expect(sink.records.map((record) => record.requestId)).toEqual(Array.from({ length: 450 }, (_, i) => `r${i}`));
    expect(await log.verifyChain()).toMatchObject({ kind: 'intact', rows: 450 });
  });

  it('says when a row could not be written, and goes on with the next', async () => {
    const sink = new MemoryAuditSink();
    let isBroken = true;
    const log = new AuditLog({
      append: (entries) => (isBroken ? Promise.reject(new Error('gone')) : sink.append(entries)),
      read: (after, limit) => sink.read(after, limit),
    });
    await expect(log.record(entry('lost'))).rejects.toBeInstanceOf(StoreUnavailable);
    isBroken = false;
    await log.record(entry('kept'));
    expect(sink.records.map((record) => record.requestId)).toEqual(['kept']);
  });

  it('finds a row that was changed, taken out or moved, and with an anchor one that was cut off', async () => {
    const sink = new MemoryAuditSink();
    const log = new AuditLog(sink);
    for (let i = 0; i < 5; i += 1) await log.record(entry(`r${i}`));
    const verdict = await log.verifyChain();
    const original = [...sink.records];
    const anchor = verdict.kind === 'intact' ? verdict.head : EMPTY_CHAIN;
    const tamper = async (change: () => void): Promise<unknown> => {
      sink.records.splice(0, 5, ...original);
      change();
      return log.verifyChain(anchor);
    };
    const [, , third] = original;
    if (!third) throw new Error('no third row');
    expect(await tamper(() => sink.records.splice(2, 1, { ...third, outcome: 'FORBIDDEN' }))).toMatchObject({
      kind: 'broken',
      seq: 3,
    });
    expect(await tamper(() => sink.records.splice(2, 1))).toMatchObject({ kind: 'broken', seq: 3 });
    expect(await tamper(() => sink.records.reverse())).toMatchObject({ kind: 'broken', seq: 1 });
    expect(await tamper(() => sink.records.pop())).toMatchObject({ kind: 'broken', seq: 5 });
    expect(await tamper(() => {})).toMatchObject({ kind: 'intact', rows: 5 });
  });
});

describe('the chain in PostgreSQL', () => {
  let database: PGlite;
  let source: SqlSource;

  beforeAll(async () => {
    database = await PGlite.create();
    await database.exec(`CREATE TABLE audit_record (seq bigint NOT NULL, tenant text NOT NULL, caller text NOT NULL,
      operation text NOT NULL, kind text NOT NULL, models jsonb NOT NULL, outcome text NOT NULL, request_id text NOT NULL,
      at timestamptz(3) NOT NULL, previous_hash text NOT NULL, hash text NOT NULL,
      CONSTRAINT pk_audit_record PRIMARY KEY (seq), CONSTRAINT uq_audit_record_hash UNIQUE (hash))`);
    source = {
      query: async (sql, parameters) => (await database.query(sql, parameters)).rows,
      transaction: (run) =>
        database.transaction((manager) =>
          run({ query: async (sql, parameters) => (await manager.query(sql, parameters)).rows }),
        ),
    };
  }, 60_000);

  afterAll(async () => database.close());

  it('comes back as it was written', async () => {
    const log = new AuditLog(new PostgresAuditSink(source));
    await log.record(entry('first'));
    await log.record({ ...entry('second'), models: [] });
    const rows = await new PostgresAuditSink(source).read(0, 10);
    expect(rows.map(({ seq, requestId, models }) => [seq, requestId, models.length])).toEqual([
      [1, 'first', 1],
      [2, 'second', 0],
    ]);
    expect(await log.verifyChain()).toMatchObject({ kind: 'intact', rows: 2 });
  });

  it('is shared by several writers without a gap or a fork', async () => {
    const logs = Array.from({ length: 4 }, () => new AuditLog(new PostgresAuditSink(source)));
    const writes = logs.map(async (log, writer) => {
      for (let i = 0; i < 25; i += 1) await log.record(entry(`w${writer}-${i}`));
    });
    await Promise.all(writes);
    const rows = await new PostgresAuditSink(source).read(2, 1_000);
    expect(new Set(rows.map((row) => row.requestId)).size).toBe(100);
    expect(await logs[0]?.verifyChain()).toMatchObject({ kind: 'intact', rows: 102 });
  });

  it('shows a row that was changed in the table', async () => {
    const log = new AuditLog(new PostgresAuditSink(source));
    await database.query(`UPDATE audit_record SET caller = 'somebody else' WHERE seq = 50`);
    expect(await log.verifyChain()).toMatchObject({ kind: 'broken', seq: 50 });
  });
});

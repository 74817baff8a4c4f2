import { z } from 'zod';
import type { AuditSink } from './audit-log.js';
import { EMPTY_CHAIN, linkEntries, type AuditEntry, type AuditRecord, type ChainHead } from './chain.js';

/** What runs SQL: a TypeORM DataSource, or the manager of a transaction. */
export interface SqlRunner {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** What is needed of a TypeORM DataSource. */
export interface SqlSource extends SqlRunner {
  transaction<T>(run: (manager: SqlRunner) => Promise<T>): Promise<T>;
}

const COLUMNS = [
  'seq',
  'tenant',
  'caller',
  'operation',
  'kind',
  'models',
  'outcome',
  'request_id',
  'at',
  'previous_hash',
  'hash',
] as const;

const SELECT = `SELECT seq::text AS seq, tenant, caller, operation, kind, models, outcome, request_id,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, previous_hash, hash FROM audit_record`;

const rowSchema = z
  .object({
    seq: z.string().transform(Number),
    tenant: z.string(),
    caller: z.string(),
    operation: z.string(),
    kind: z.string(),
    models: z.array(z.object({ ref: z.string(), digest: z.string() })),
    outcome: z.string(),
    request_id: z.string(),
    at: z.string(),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform(({ request_id, previous_hash, ...row }): AuditRecord => {
    return { ...row, requestId: request_id, previousHash: previous_hash };
  });

const headSchema = z.object({ seq: z.string().transform(Number), hash: z.string() });

/** Any number that nothing else locks: the letters `audit` read as one. */
const LOCK = 0x61_75_64_69_74;

/**
 * The chain in the table `audit_record`. Several gateways share it: a batch is one transaction that first takes an advisory lock, so
 * that the head which it reads is still the head when it writes. Should somebody write without the lock, the primary key on `seq` lets
 * exactly one of two rows have a place.
 */
export class PostgresAuditSink implements AuditSink {
  constructor(private readonly source: SqlSource) {}

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.source.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1::bigint)', [LOCK]);
      await insert(manager, linkEntries(await readHead(manager), entries));
    });
  }

  async read(afterSeq: number, limit: number): Promise<readonly AuditRecord[]> {
    const rows = await this.source.query(`${SELECT} WHERE audit_record.seq > $1 ORDER BY audit_record.seq LIMIT $2`, [
      afterSeq,
      limit,
    ]);
    return z.array(rowSchema).parse(rows);
  }
}

async function readHead(manager: SqlRunner): Promise<ChainHead> {
  const rows = await manager.query(
    'SELECT seq::text AS seq, hash FROM audit_record ORDER BY audit_record.seq DESC LIMIT 1',
  );
  return z.array(headSchema).parse(rows)[0] ?? EMPTY_CHAIN;
}

async function insert(manager: SqlRunner, records: readonly AuditRecord[]): Promise<void> {
  const width = COLUMNS.length;
  const places = records.map(
    (_, row) => `(${COLUMNS.map((name, column) => placeholder(name, row * width + column + 1)).join(', ')})`,
  );
  const sql = `INSERT INTO audit_record (${COLUMNS.join(', ')}) VALUES ${places.join(', ')}`;
  await manager.query(sql, records.flatMap(toValues));
}

function placeholder(column: (typeof COLUMNS)[number], position: number): string {
  return column === 'models' ? `$${position}::jsonb` : `$${position}`;
}

function toValues(record: AuditRecord): unknown[] {
  const { seq, tenant, caller, operation, kind, models, outcome, requestId, at, previousHash, hash } = record;
  const modelsJson = JSON.stringify(models.map(({ ref, digest }) => ({ ref, digest })));
  return [seq, tenant, caller, operation, kind, modelsJson, outcome, requestId, at, previousHash, hash];
}

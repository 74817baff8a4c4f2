import { z } from 'zod';
import { codeOf } from '#libs/database';
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

/** The columns of the table, and their types. */
const COLUMNS = {
  seq: 'bigint',
  tenant: 'text',
  caller: 'text',
  operation: 'text',
  kind: 'text',
  models: 'jsonb',
  outcome: 'text',
  request_id: 'text',
  at: 'timestamptz',
  previous_hash: 'text',
  hash: 'text',
} as const;

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

const NAMES = Object.keys(COLUMNS).join(', ');
const UNIQUE_VIOLATION = '23505';

/** Any number that nothing else locks: the letters `audit` read as one. */
const LOCK = 0x61_75_64_69_74;

/**
 * The chain in the table `audit_record`. Several gateways share it, and who writes holds an advisory lock. A batch goes behind the row
 * that this process wrote last, in one statement which writes nothing unless that row is still the head. Where it is not, the batch is
 * a transaction that first takes the lock, so that the head which it reads is still the head when it writes. Should somebody write
 * without the lock, the primary key on `seq` lets exactly one of two rows have a place.
 */
export class PostgresAuditSink implements AuditSink {
  private own: ChainHead | null = null;

  constructor(private readonly source: SqlSource) {}

  async append(entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { own } = this;
    this.own = null;
    this.own = (own && (await this.appendBehind(own, entries))) ?? (await this.appendAlone(entries));
  }

  /** @returns the new head, or null where others have written meanwhile and nothing was done */
  private async appendBehind(head: ChainHead, entries: readonly AuditEntry[]): Promise<ChainHead | null> {
    const records = linkEntries(head, entries);
    const inserted = await insertBehind(this.source, head, records).catch((error: unknown) => {
      if (codeOf(error) === UNIQUE_VIOLATION) return 0;
      throw error;
    });
    return inserted === records.length ? headOf(records) : null;
  }

  private appendAlone(entries: readonly AuditEntry[]): Promise<ChainHead> {
    return this.source.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1::bigint)', [LOCK]);
      const records = linkEntries(await readHead(manager), entries);
      await manager.query(
        `INSERT INTO audit_record (${NAMES}) VALUES ${placesOf(records, 0)}`,
        records.flatMap(toValues),
      );
      return headOf(records);
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

async function insertBehind(runner: SqlRunner, head: ChainHead, records: readonly AuditRecord[]): Promise<number> {
  // Whoever writes holds the lock. What a statement sees is older than the lock that it waited for: then the key on `seq` refuses.
  const rows = await runner.query(
    `WITH alone AS MATERIALIZED (SELECT pg_advisory_xact_lock($1::bigint)),
          head AS (SELECT seq, hash FROM audit_record ORDER BY audit_record.seq DESC LIMIT 1)
     INSERT INTO audit_record (${NAMES}) SELECT fresh.* FROM alone, head, (VALUES ${placesOf(records, 3)}) AS fresh
     WHERE head.seq = $2::bigint AND head.hash = $3 RETURNING 1`,
    [LOCK, head.seq, head.hash, ...records.flatMap(toValues)],
  );
  return z.array(z.unknown()).parse(rows).length;
}

/** @param before how many parameters come before those of the rows */
function placesOf(records: readonly AuditRecord[], before: number): string {
  const types = Object.values(COLUMNS);
  const rows = records.map((_, row) =>
    types.map((type, column) => `$${before + row * types.length + column + 1}::${type}`).join(', '),
  );
  return rows.map((row) => `(${row})`).join(', ');
}

function headOf(records: readonly AuditRecord[]): ChainHead {
  const last = records.at(-1);
  return last ? { seq: last.seq, hash: last.hash } : EMPTY_CHAIN;
}

function toValues(record: AuditRecord): unknown[] {
  const { seq, tenant, caller, operation, kind, models, outcome, requestId, at, previousHash, hash } = record;
  const modelsJson = JSON.stringify(models.map(({ ref, digest }) => ({ ref, digest })));
  return [seq, tenant, caller, operation, kind, modelsJson, outcome, requestId, at, previousHash, hash];
}

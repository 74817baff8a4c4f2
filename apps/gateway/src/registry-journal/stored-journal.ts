import {
  jsonDigest,
  type AppendOutcome,
  type Decide,
  type RegistryJournal,
  type RegistryWrite,
  type WriteContent,
  type WriteRequest,
} from '#model-registry';
import { insertOrIgnore } from '#libs/database';
import { BadUserInput, Cancelled, Conflict, StoreUnavailable } from '#libs/errors';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { RegistryWriteRow } from './registry-write.entity.js';
import { toRow, toWrite } from './to-write.js';

/** Any number that nothing else locks: the letters `writes` read as one. */
const LOCK = 0x77_72_69_74_65_73;
const PAGE = 500;

/**
 * The journal in the table `registry_write`. A write is one transaction that first takes an advisory lock, so that gateways on one
 * database decide one after the other, and the places are given out in the order of the commits. That makes the rows that were read once
 * the beginning of every later reading: they are kept, and only newer ones are asked for.
 */
export class StoredJournal implements RegistryJournal {
  private readonly known: RegistryWrite[] = [];

  /** @param dataSource may still be opening: whoever reads waits for it */
  constructor(private readonly dataSource: Promise<DataSource>) {
    dataSource.catch(() => undefined); // whoever reads meets the failure
  }

  async read(source: string, signal: AbortSignal): Promise<readonly RegistryWrite[]> {
    const { manager } = await this.dataSource;
    if (signal.aborted) throw new Cancelled();
    await this.catchUp(manager);
    return this.known.filter((write) => write.source === source);
  }

  async append(request: WriteRequest, decide: Decide): Promise<AppendOutcome> {
    const dataSource = await this.dataSource;
    return dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1::bigint)', [LOCK]);
      await this.catchUp(manager);
      const requestDigest = digestOf(request.asked);
      const repeated = this.earlier(request, requestDigest);
      if (repeated) return { kind: 'REPEATED', write: repeated };
      const { source, name } = request;
      const decision = decide(this.known.filter((write) => write.source === source && write.name === name));
      if (decision.kind === 'UNCHANGED') return { kind: 'UNCHANGED' };
      // Not kept yet: it is read again when it is committed, and never counts before.
      return { kind: 'WRITTEN', write: await this.insert(manager, request, requestDigest, decision.content) };
    });
  }

  private async insert(
    manager: EntityManager,
    request: WriteRequest,
    requestDigest: string,
    content: WriteContent,
  ): Promise<RegistryWrite> {
    const { source, name, writer, idempotencyKey } = request;
    const digest = jsonDigest({ source, name, ...content });
    const place = { seq: (this.known.at(-1)?.seq ?? 0) + 1, source, name, digest, at: new Date().toISOString() };
    const write: RegistryWrite = { ...content, ...place, ...writer, idempotencyKey, requestDigest };
    const inserted = await insertOrIgnore(manager, RegistryWriteRow, [storable(write)]);
    // Only when somebody writes rows without taking the lock.
    if (inserted === 0) throw new StoreUnavailable();
    return write;
  }

  /** Reads the rows that are newer than those known. Two readings at once keep each row once. */
  private async catchUp(manager: EntityManager): Promise<void> {
    for (;;) {
      const rows = await manager.find(RegistryWriteRow, {
        where: { seq: MoreThan(this.lastSeq) },
        order: { seq: 'ASC' },
        take: PAGE,
      });
      this.known.push(...rows.filter(({ seq }) => seq > this.lastSeq).map(toWrite));
      if (rows.length < PAGE) return;
    }
  }

  private get lastSeq(): number {
    return this.known.at(-1)?.seq ?? 0;
  }

  private earlier({ writer, idempotencyKey }: WriteRequest, requestDigest: string): RegistryWrite | undefined {
    if (idempotencyKey === null) return undefined;
    const { tenant, caller } = writer;
    const found = this.known.find(
      (write) => write.idempotencyKey === idempotencyKey && write.tenant === tenant && write.caller === caller,
    );
    if (!found || found.requestDigest === requestDigest) return found;
    throw new Conflict(
      'This idempotency key was used for another request before. Nothing was changed. Use a new key for a new request.',
      { argument: 'idempotencyKey', write: found.seq },
    );
  }
}

function digestOf(asked: unknown): string {
  try {
    return jsonDigest(asked);
  } catch (error) {
    throw unstorable(error);
  }
}

function storable(write: RegistryWrite) {
  try {
    return toRow(write);
  } catch (error) {
    throw unstorable(error);
  }
}

function unstorable(error: unknown): unknown {
  if (!(error instanceof RangeError) && !(error instanceof TypeError)) return error;
  return new BadUserInput('record', 'must be JSON with finite numbers, without U+0000 and halves of surrogate pairs');
}

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
import { Cancelled, StoreUnavailable } from '#libs/errors';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { earlierWrite } from './earlier-write.js';
import { RegistryWriteRow } from './registry-write.entity.js';
import { toRow, toWrite } from './to-write.js';
import { orUnstorable } from './unstorable.js';

/** Where writes are made: nobody else writes meanwhile, and every earlier write is known. */
export interface JournalDesk {
  readonly manager: EntityManager;
  readonly known: readonly RegistryWrite[];
  /** Durable with the transaction. */
  insert(entry: JournalEntry): Promise<RegistryWrite>;
}

/** What is written, without its place and time. */
export type JournalEntry = Omit<WriteRequest, 'asked'> & {
  readonly requestDigest: string;
  readonly content: WriteContent;
};

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

  append(request: WriteRequest, decide: Decide): Promise<AppendOutcome> {
    return this.alone(async ({ known, insert }) => {
      const { asked, ...rest } = request;
      const requestDigest = orUnstorable(() => jsonDigest(asked));
      const repeated = earlierWrite(known, { ...rest, requestDigest });
      if (repeated) return { kind: 'REPEATED', write: repeated };
      const { source, name } = request;
      const decision = decide(known.filter((write) => write.source === source && write.name === name));
      if (decision.kind === 'UNCHANGED') return { kind: 'UNCHANGED' };
      // Not kept yet: it is read again when it is committed, and never counts before.
      const { content } = decision;
      return { kind: 'WRITTEN', write: await insert({ ...rest, requestDigest, content }) };
    });
  }

  /** Runs a step of the store where nobody else writes, as one transaction. */
  async alone<T>(step: (desk: JournalDesk) => Promise<T>): Promise<T> {
    const dataSource = await this.dataSource;
    return dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1::bigint)', [LOCK]);
      await this.catchUp(manager);
      return step({ manager, known: this.known, insert: (entry) => this.insert(manager, entry) });
    });
  }

  private async insert(manager: EntityManager, entry: JournalEntry): Promise<RegistryWrite> {
    const { source, name, writer, idempotencyKey, requestDigest, content } = entry;
    const digest = jsonDigest({ source, name, ...content });
    const place = { seq: (this.known.at(-1)?.seq ?? 0) + 1, source, name, digest, at: new Date().toISOString() };
    const write: RegistryWrite = { ...content, ...place, ...writer, idempotencyKey, requestDigest };
    const inserted = await insertOrIgnore(manager, RegistryWriteRow, [orUnstorable(() => toRow(write))]);
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
}

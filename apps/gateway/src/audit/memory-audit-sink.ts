import type { AuditSink } from './audit-log.js';
import { EMPTY_CHAIN, linkEntries, type AuditEntry, type AuditRecord } from './chain.js';

/** A chain that is gone with the process: for tests, and while no store is wired. */
export class MemoryAuditSink implements AuditSink {
  readonly records: AuditRecord[] = [];

  append(entries: readonly AuditEntry[]): Promise<void> {
    this.records.push(...linkEntries(this.records.at(-1) ?? EMPTY_CHAIN, entries));
    return Promise.resolve();
  }

  read(afterSeq: number, limit: number): Promise<readonly AuditRecord[]> {
    return Promise.resolve(this.records.slice(afterSeq, afterSeq + limit));
  }
}

import { StoreUnavailable } from '#libs/errors';
import { checkLinks, EMPTY_CHAIN, type AuditEntry, type AuditRecord, type ChainHead } from './chain.js';

/** Where the audit sink is injected. */
export const AUDIT_SINK = Symbol('AuditSink');

/** Keeps the chain. `append` is all or nothing, and returns when the rows are safe. */
export interface AuditSink {
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** Rows after a place, in order, at most `limit` of them. */
  read(afterSeq: number, limit: number): Promise<readonly AuditRecord[]>;
}

/** What a verifier found. */
export type ChainVerdict =
  | { readonly kind: 'intact'; readonly rows: number; readonly head: ChainHead }
  | { readonly kind: 'broken'; readonly seq: number; readonly reason: string };

interface Waiting {
  readonly entry: AuditEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const LARGEST_BATCH = 200;
const LONGEST_QUEUE = 5_000;
const WRITE_TIMEOUT_MS = 5_000;
const PAGE = 1_000;

/** The audit record of this gateway: what comes in one tick, or while the store is busy, is written as one batch. */
export class AuditLog {
  private waiting: Waiting[] = [];
  private isWriting = false;

  constructor(private readonly sink: AuditSink) {}

  /**
   * Returns when the row is stored.
   * @throws StoreUnavailable when it could not be; the caller must not give the answer away then
   */
  record(entry: Omit<AuditEntry, 'at'>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.waiting.length >= LONGEST_QUEUE) throw new StoreUnavailable();
      this.waiting.push({ entry: { ...entry, at: new Date().toISOString() }, resolve, reject });
      if (!this.isWriting) void this.writeAll();
    });
  }

  /**
   * Reads the whole chain again.
   * @param anchor a head that was noted elsewhere: without it, removed rows at the end cannot be seen
   */
  async verifyChain(anchor?: ChainHead): Promise<ChainVerdict> {
    let head = EMPTY_CHAIN;
    let isAnchored = anchor === undefined || anchor.seq === 0;
    for (;;) {
      const page = await this.sink.read(head.seq, PAGE);
      const verdict = checkLinks(head, page);
      if (verdict.kind === 'broken') return { ...verdict, reason: 'the row does not continue the chain' };
      isAnchored ||= page.some((record) => record.seq === anchor?.seq && record.hash === anchor.hash);
      head = verdict.head;
      if (page.length < PAGE) break;
    }
    if (!isAnchored) return { kind: 'broken', seq: head.seq + 1, reason: 'the noted row is missing or another one' };
    return { kind: 'intact', rows: head.seq, head };
  }

  private async writeAll(): Promise<void> {
    this.isWriting = true;
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) await this.writeBatch(this.waiting.splice(0, LARGEST_BATCH));
    this.isWriting = false;
  }

  private async writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      await withinTime(this.sink.append(batch.map(({ entry }) => entry)));
      for (const { resolve } of batch) resolve();
    } catch (cause) {
      for (const { reject } of batch) reject(new StoreUnavailable({ cause }));
    }
  }
}

/** A store that hangs must not hold up the rows that come after: the chain itself takes care of a batch that arrives late. */
async function withinTime(writing: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable()), WRITE_TIMEOUT_MS);
  });
  try {
    await Promise.race([writing, late]);
  } finally {
    clearTimeout(timer);
  }
}

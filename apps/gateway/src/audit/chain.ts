import { createHash } from 'node:crypto';

/** A model version that an operation used. */
export interface AuditedModel {
  readonly ref: string;
  readonly digest: string;
}

/** One operation that reached authorisation: who asked what of which version, and how it ended. */
export interface AuditEntry {
  readonly tenant: string;
  readonly caller: string;
  /** Root fields by their names in the schema, blanks between. Names that a caller chose are never kept. */
  readonly operation: string;
  readonly kind: string;
  readonly models: readonly AuditedModel[];
  /** OK, or the code of the first error. */
  readonly outcome: string;
  readonly requestId: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
}

/** An entry in its place: each row's hash covers the row and the hash of the row before. */
export interface AuditRecord extends AuditEntry {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The end of a chain. Kept elsewhere, it lets a verifier see that later rows were removed. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Where every chain begins. */
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Puts entries behind a head, in their order. */
export function linkEntries(head: ChainHead, entries: readonly AuditEntry[]): readonly AuditRecord[] {
  let { seq, hash } = head;
  return entries.map((entry) => {
    seq += 1;
    const previousHash = hash;
    hash = hashEntry(seq, previousHash, entry);
    return { ...entry, seq, previousHash, hash };
  });
}

/** SHA-256 over the previous hash, a line feed, and the row as JSON with its keys in one fixed order. */
export function hashEntry(seq: number, previousHash: string, entry: AuditEntry): string {
  const { at, caller, kind, models, operation, outcome, requestId, tenant } = entry;
  const row = {
    at,
    caller,
    kind,
    models: models.map(({ digest, ref }) => ({ digest, ref })),
    operation,
    outcome,
    requestId,
    seq,
    tenant,
  };
  return createHash('sha256')
    .update(`${previousHash}\n${JSON.stringify(row)}`)
    .digest('hex');
}

/** The first row that does not continue the chain, or the new head. */
export function checkLinks(
  head: ChainHead,
  records: readonly AuditRecord[],
): { readonly kind: 'intact'; readonly head: ChainHead } | { readonly kind: 'broken'; readonly seq: number } {
  let current = head;
  for (const record of records) {
    const continues = record.seq === current.seq + 1 && record.previousHash === current.hash;
    if (!continues || hashEntry(record.seq, record.previousHash, record) !== record.hash) {
      return { kind: 'broken', seq: current.seq + 1 };
    }
    current = { seq: record.seq, hash: record.hash };
  }
  return { kind: 'intact', head: current };
}

import type { RegistryWrite } from './registry-write.js';

/** What a write, or its dry run, came to. */
export interface WriteResult {
  /**
   * WRITTEN: the write is durable. UNCHANGED: it was said already, by an earlier write or by the source. WOULD_WRITE: a dry run; every
   * check has passed and nothing was written. PROPOSED: the write is durable, and it is a proposal that somebody else approves.
   */
  readonly outcome: 'WRITTEN' | 'UNCHANGED' | 'WOULD_WRITE' | 'PROPOSED';
  /** The write in the journal: this one, or the earlier one of the same idempotency key. */
  readonly write: RegistryWrite | null;
  readonly changes: readonly RegistryChange[];
  /** What should be known and refuses nothing. */
  readonly notices: readonly string[];
  /** Whether this gateway serves by it now. */
  readonly isInService: boolean;
}

/** One thing that is different afterwards. Null stands for nothing. */
export interface RegistryChange {
  /** What changes, in words. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What every write takes beside its own arguments. */
export interface WriteOptions {
  /** Checks everything, says what would change, and writes nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string | null;
}

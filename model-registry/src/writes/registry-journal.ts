import type { RegistryWrite, WriteContent, Writer } from './registry-write.js';

/** What is asked to be written, and by whom. */
export interface WriteRequest {
  readonly source: string;
  readonly name: string;
  readonly writer: Writer;
  /** The caller's own name for this request, or null. */
  readonly idempotencyKey: string | null;
  /** The request as asked: mutation and arguments, as JSON. The same key with another request is refused. */
  readonly asked: unknown;
}

/** What a decision came to: something new to say, or nothing, because an earlier write or the source itself says it already. */
export type WriteDecision = { readonly kind: 'WRITE'; readonly content: WriteContent } | { readonly kind: 'UNCHANGED' };

/**
 * Decides on a request by the writes that the model has, oldest first. Runs where nobody else writes: it is quick, does no input or
 * output, and throws a domain error to refuse.
 */
export type Decide = (writes: readonly RegistryWrite[]) => WriteDecision;

/** What became of a request. */
export type AppendOutcome =
  | { readonly kind: 'WRITTEN'; readonly write: RegistryWrite }
  /** The idempotency key was used for the same request before: this is what was written then. */
  | { readonly kind: 'REPEATED'; readonly write: RegistryWrite }
  | { readonly kind: 'UNCHANGED' };

/** The acknowledged writes, oldest first. Rows are only ever added. */
export interface RegistryJournal {
  /**
   * Every write on a source, or on one model of it, oldest first.
   * @throws StoreUnavailable
   */
  read(source: string, signal: AbortSignal): Promise<readonly RegistryWrite[]>;

  /**
   * Decides and writes as one step: of requests that come at once, each sees what the one before it wrote. Resolves when the write is
   * durable.
   * @throws Conflict when the idempotency key was used for another request
   * @throws StoreUnavailable, StoreReadOnly, and whatever `decide` throws; nothing was written then
   */
  append(request: WriteRequest, decide: Decide): Promise<AppendOutcome>;
}

import type { MlflowPlace } from '#libs/mlflow-client';
import type { WriteDecision, WriteRequest } from '../registry-journal.js';
import type { RegistryWrite, WriteContent, Writer } from '../registry-write.js';

/** A write that was decided on and is stored before a server hears of it. */
export interface WriteIntent {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly writer: Writer;
  readonly idempotencyKey: string | null;
  readonly requestDigest: string;
  /** What the journal will say when it is done. */
  readonly content: WriteContent;
  readonly place: MlflowPlace;
  /** What the place held when it was decided on; null for nothing. */
  readonly before: string | null;
  /** What it shall hold. */
  readonly after: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** What a caller found on the server, and wants to be there. */
export interface IntentWish {
  readonly place: MlflowPlace;
  readonly before: string | null;
  readonly after: string | null;
  /** The newest write that was known when the server was looked at. */
  readonly seenSeq: number;
  /** As `Decide`: quick, no input or output, throws to refuse. */
  readonly decide: (writes: readonly RegistryWrite[]) => WriteDecision;
}

export type BeginOutcome =
  | { readonly kind: 'BEGUN'; readonly intent: WriteIntent }
  /** The same place has an intent that nobody has settled. */
  | { readonly kind: 'PENDING'; readonly intent: WriteIntent }
  /** Somebody wrote on the model after the server was looked at: look again. */
  | { readonly kind: 'STALE' }
  | { readonly kind: 'REPEATED'; readonly write: RegistryWrite }
  | { readonly kind: 'UNCHANGED' };

/** How an intent ends that was not carried out. */
export type IntentEnd =
  /** The server still has what it had. */
  | 'NOT_DONE'
  /** The server has something that neither was there before nor was to be there. */
  | 'CONFLICT';

/** The intents of writes to servers, kept beside the journal of what is acknowledged. */
export interface WriteOutbox {
  /**
   * Decides, and stores the intent: durable when it resolves. Of one place there is one unsettled intent.
   * @throws Conflict when the idempotency key was used for another request
   * @throws StoreUnavailable, StoreReadOnly, and whatever `decide` throws; nothing is stored then
   */
  begin(request: WriteRequest, wish: IntentWish): Promise<BeginOutcome>;

  /**
   * The server has it: moves the intent into the journal, once, whoever else does so too.
   * @throws StoreUnavailable, StoreReadOnly; then the intent stays unsettled
   */
  confirm(intent: WriteIntent): Promise<RegistryWrite>;

  /** The server does not have it, and `found` instead. */
  abandon(intent: WriteIntent, end: IntentEnd, found: string | null): Promise<void>;

  /** Every intent that is not settled, oldest first. */
  unsettled(): Promise<readonly WriteIntent[]>;
}

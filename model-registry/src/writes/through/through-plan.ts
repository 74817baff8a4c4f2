import type { MlflowPlace, MlflowWriteOutcome, MlflowWriter } from '#libs/mlflow-client';
import type { WriteDecision } from '../registry-journal.js';
import type { RegistryWrite } from '../registry-write.js';

/** A server that a source writes through to. */
export interface WritableServer {
  readonly writer: MlflowWriter;
  /** After how many milliseconds a write that was sent and not answered cannot arrive any more. */
  readonly settleAfterMs: number;
}

/** What the server holds right before a decision. */
export interface Found {
  readonly value: string | null;
  readonly beside: string | null;
}

/** What became of telling a server. CONFLICT: it did something else than was asked, which is undone where that can be. */
export type Told = MlflowWriteOutcome | { readonly kind: 'CONFLICT'; readonly found: string; readonly error: Error };

/** How a version is made, which takes more than putting a value into a place. */
export interface Making {
  /** What is done before, and can be done again. Whatever it throws, the write was not done. */
  prepare(signal: AbortSignal): Promise<void>;
  /** @param intent the id of the stored intent */
  make(intent: string, signal: AbortSignal): Promise<Told>;
}

/** How a planned write is made on a server: one place gets one value. */
export interface ThroughPlan {
  readonly place: MlflowPlace;
  readonly value: string | null;
  /** Looked at together with the place, where the decision depends on it. */
  readonly beside?: MlflowPlace;
  /** A file that must be there before the place speaks of it. */
  readonly file?: { readonly version: string; readonly path: string; readonly bytes: Buffer };
  /** For the place of a version. Left out where it is only asked what would be written. */
  readonly making?: Making;
  /** Decides by what the server holds: it, and not the journal, says what is. */
  readonly decide: (found: Found, writes: readonly RegistryWrite[]) => WriteDecision;
}

import type { MlflowPlace, MlflowWriter } from '#libs/mlflow-client';
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

/** How a planned write is made on a server: one place gets one value. */
export interface ThroughPlan {
  readonly place: MlflowPlace;
  readonly value: string | null;
  /** Looked at together with the place, where the decision depends on it. */
  readonly beside?: MlflowPlace;
  /** A file that must be there before the place speaks of it. */
  readonly file?: { readonly version: string; readonly path: string; readonly bytes: Buffer };
  /** Decides by what the server holds: it, and not the journal, says what is. */
  readonly decide: (found: Found, writes: readonly RegistryWrite[]) => WriteDecision;
}

import type { AuditedModel } from '#gateway/audit';
import type { Caller } from '#gateway/access';
import type { RequestScope } from '#gateway/http';

export type { Caller } from '#gateway/access';

/** What every resolver is given beside its arguments: one object for each operation. */
export interface RequestContext {
  /** Travels in every error and in the audit row. */
  readonly requestId: string;
  readonly caller: Caller;
  /** Aborts when the client goes away or the request's time is over; the reason is Cancelled or DeadlineExceeded. */
  readonly signal: AbortSignal;
  /** End of the request's time, in milliseconds since the epoch. */
  readonly deadlineAt: number;
  /** Rejects when `signal` aborts, with its reason: for racing against work that does not listen. */
  readonly expired: Promise<never>;
  /** Note here each model version that the operation used: it goes into the audit row. */
  readonly audit: OperationNotes;
  /** What metrics will say of the operation. */
  readonly outcome: { kind: string; code: string };
}

/** What an operation leaves for the audit row: each model version once. */
export class OperationNotes {
  private readonly noted = new Map<string, AuditedModel>();

  note(model: AuditedModel): void {
    this.noted.set(`${model.ref} ${model.digest}`, { ref: model.ref, digest: model.digest });
  }

  get models(): readonly AuditedModel[] {
    return [...this.noted.values()];
  }
}

/** @throws Unauthenticated */
export function contextOf(scope: RequestScope): RequestContext {
  const { requestId, signal, deadlineAt, expired, outcome } = scope;
  return { requestId, caller: scope.authenticate(), signal, deadlineAt, expired, audit: new OperationNotes(), outcome };
}
